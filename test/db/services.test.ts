import type {RowDataPacket} from "mysql2/promise";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {brokenRules} from "../../scripts/db/load/ruleCheck.js";
import {executeTrade, type TradeRequest} from "../../scripts/db/services/executeTrade.js";
import {PostingRefused} from "../../scripts/db/services/posting.js";
import {postTransfer, type TransferRequest} from "../../scripts/db/services/postTransfer.js";
import {tinyBank} from "../support/bankFolder.js";
import {
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

describeMariadb("the posting services", () => {
  let server: MariadbServer;
  let env: Environment;
  let connection: Connection;
  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    env = await emptyBank(server);
    await loadBank(requiredDatabaseSettings(env), {
      folder: tinyBank,
      rejectsFolder: temporaryFolder("rejects"),
    });
    connection = await connectTo(env);
  });
  afterEach(async () => {
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  const transfer: TransferRequest = {
    requestId: "t-1",
    from: {account: "ind-000001-chk"},
    to: {account: "ind-000002-chk"},
    amountCents: 1250,
    bookedAt: "2025-06-30 23:00:00",
    channel: "e_money",
    category: "peer",
    description: "for the cinema",
  };

  const trade: TradeRequest = {
    requestId: "x-1",
    account: "ind-000001-brk",
    counterparty: "cp-00004",
    symbol: "AAPL",
    side: "sell",
    quantityE6: 5_000_000,
    priceE4: 510_000,
    rateE6: 900_000,
    feeCents: 100,
    executedAt: "2025-06-30 15:00:00",
  };

  async function rowsOf(sql: string): Promise<RowDataPacket[]> {
    return (await connection.query<RowDataPacket[]>(sql))[0];
  }

  const legCount = async () =>
    Number((await rowsOf("select count(*) as n from transactions"))[0]!.n);

  describe("postTransfer(connection, request)", () => {
    it("posts both legs of a movement inside the bank", async () => {
      const {transactionIds, transferId} = await postTransfer(connection, transfer);
      expect(
        await rowsOf(
          `select transaction_id, account_id, amount_eur, counter_account_id, transfer_id, booked_on
          from transactions where transaction_id > 1000 order by transaction_id`,
        ),
      ).toEqual([
        {
          transaction_id: transactionIds[0],
          account_id: "ind-000001-chk",
          amount_eur: "-12.50",
          counter_account_id: "ind-000002-chk",
          transfer_id: transferId,
          booked_on: "2025-06-30",
        },
        expect.objectContaining({account_id: "ind-000002-chk", amount_eur: "12.50"}),
      ]);
    });

    it("posts one leg of what leaves the bank and of what comes in", async () => {
      const outside = {counterparty: "cp-00002"};
      const account = {account: "ind-000002-chk"};
      const rent = {...transfer, category: "groceries", channel: "card"} as const;
      await postTransfer(connection, {...rent, from: account, to: outside});
      await postTransfer(connection, {...rent, requestId: "t-2", from: outside, to: account});
      const rows = await rowsOf(
        `select amount_eur, counterparty_id, transfer_id from transactions
        where transaction_id > 1000 order by transaction_id`,
      );
      expect(rows).toEqual([
        {amount_eur: "-12.50", counterparty_id: "cp-00002", transfer_id: null},
        {amount_eur: "12.50", counterparty_id: "cp-00002", transfer_id: null},
      ]);
    });

    it("posts a payroll and its salary", async () => {
      const request: TransferRequest = {
        ...transfer,
        from: {account: "com-00001-chk"},
        to: {account: "ind-000001-chk"},
        category: "payroll",
        receiverCategory: "salary",
      };
      await postTransfer(connection, request);
      await expect(
        postTransfer(connection, {...request, requestId: "t-2", category: "vendor"}),
      ).rejects.toThrow("a salary is paid by a company's payroll to an individual");
      await expect(
        postTransfer(connection, {
          ...request,
          requestId: "t-3",
          from: {counterparty: "cp-00002"},
          category: "salary",
        }),
      ).rejects.toThrow("a salary from outside comes from an employer");
    });

    it("posts what a later load of the files leaves alone, pruning or not", async () => {
      const {transactionIds} = await postTransfer(connection, transfer);
      const options = {folder: tinyBank, rejectsFolder: temporaryFolder("rejects"), prune: true};
      for (const verify of [false, true]) {
        const {tables} = await loadBank(requiredDatabaseSettings(env), {...options, verify});
        for (const {outcome, vanished} of tables)
          expect([outcome, vanished]).toEqual(["unchanged", 0]);
      }
      const ids = await rowsOf(
        "select transaction_id as id from transactions order by id desc limit 2",
      );
      expect(ids.map(({id}) => id).reverse()).toEqual(transactionIds);
    });

    it("answers a request that comes again with what it posted, and refuses the id for another", async () => {
      const first = await postTransfer(connection, transfer);
      const count = await legCount();
      const again = {...transfer, description: transfer.description};
      expect(await postTransfer(connection, again)).toEqual(first);
      expect(await legCount()).toBe(count);
      await expect(postTransfer(connection, {...transfer, amountCents: 1})).rejects.toThrow(
        "request id t-1 was used for another request",
      );
    });

    it("posts a request once that many clients send at the same time", async () => {
      const clients = await Promise.all(Array.from({length: 5}, () => connectTo(env)));
      const posted = await Promise.all(clients.map((client) => postTransfer(client, transfer)));
      expect(new Set(posted.map((result) => JSON.stringify(result))).size).toBe(1);
      expect(await legCount()).toBe(34);
      await Promise.all(clients.map((client) => client.end()));
    });

    const refusals: [what: string, change: Partial<TransferRequest>, reason: RegExp][] = [
      ["more than there is", {amountCents: 100_000_000}, /^not enough money$/],
      ["nothing", {amountCents: 0}, /^invalid amount/],
      ["half a cent", {amountCents: 0.5}, /^invalid amount/],
      ["to itself", {to: {account: "ind-000001-chk"}}, /^both sides are the same/],
      [
        "between two outsiders",
        {from: {counterparty: "a"}, to: {counterparty: "b"}},
        /^no account/,
      ],
      ["from an unknown account", {from: {account: "nobody"}}, /^unknown account: nobody$/],
      ["to an unknown party", {to: {counterparty: "cp-9"}}, /^unknown counterparty_id: cp-9$/],
      ["before the last booking", {bookedAt: "2025-06-01 08:00:00"}, /has a booking at 2025-06-27/],
      ["on a day beyond the calendar", {bookedAt: "2031-01-01 00:00:00"}, /^unknown booked_on/],
      ["at no instant", {bookedAt: "2025-06-31"}, /^invalid instant/],
      ["as the cash leg of a trade", {category: "trade"}, /is posted with its trade/],
      ["with a text too long", {description: "x".repeat(141)}, /^invalid description/],
      ["without a request id", {requestId: ""}, /^invalid request id/],
    ];

    it.each(refusals)("refuses a payment %s, and leaves no trace", async (_, change, reason) => {
      const error = await postTransfer(connection, {...transfer, ...change}).catch((e) => e);
      expect(error).toBeInstanceOf(PostingRefused);
      expect(error.message).toMatch(reason);
      expect(await legCount()).toBe(32);
      expect(await rowsOf("select * from posting_requests")).toEqual([]);
    });

    it("refuses a payment from an account that is closed or not yet open", async () => {
      await connection.query(
        "update accounts set closed_on = '2025-06-29' where account_id = 'ind-000001-chk'",
      );
      await expect(postTransfer(connection, transfer)).rejects.toThrow("account not open");
    });

    it("loses and invents no cent, and lets no account fall too low, when ten clients post at once", async () => {
      const accounts = ["ind-000001-chk", "ind-000001-sav", "ind-000002-chk", "ind-000002-sav"];
      const before = await rowsOf("select sum(amount_eur) as total from transactions");
      const clients = await Promise.all(Array.from({length: 10}, () => connectTo(env)));
      let posted = 0;
      let refused = 0;
      await Promise.all(
        clients.map(async (client, c) => {
          for (let i = 0; i < 20; i++) {
            const from = accounts[(c + i) % 4]!;
            const to = accounts[(c + i + 1 + (i % 3)) % 4]!;
            try {
              await postTransfer(client, {
                ...transfer,
                requestId: `c-${c}-${i}`,
                from: {account: from},
                to: {account: to},
                amountCents: 20_000 + c * 100 + i,
                category: "saving",
              });
              posted += 1;
            } catch (error) {
              if (!(error instanceof PostingRefused)) throw error;
              expect(error.message).toBe("not enough money");
              refused += 1;
            }
          }
        }),
      );
      await Promise.all(clients.map((client) => client.end()));
      expect(posted + refused).toBe(200);
      expect(posted).toBeGreaterThan(20);
      expect(refused).toBeGreaterThan(0);
      expect(await legCount()).toBe(32 + 2 * posted);
      expect(await rowsOf("select sum(amount_eur) as total from transactions")).toEqual(before);
    });
  });

  describe("executeTrade(connection, request)", () => {
    it("posts the trade and its cash leg, to the cent", async () => {
      const {transactionIds, tradeId} = await executeTrade(connection, trade);
      expect(await rowsOf("select * from trades where trade_id > 1000")).toEqual([
        {
          trade_id: tradeId,
          account_id: "ind-000001-brk",
          symbol: "AAPL",
          side: "sell",
          quantity: "5.000000",
          price: "51.0000",
          fx_rate: "0.900000",
          gross_eur: "229.50",
          fee_eur: "1.00",
          executed_at: "2025-06-30 15:00:00",
          transaction_id: transactionIds[0],
        },
      ]);
      const legs = await rowsOf("select amount_eur from transactions where transaction_id > 1000");
      expect(legs).toEqual([{amount_eur: "228.50"}]);
      expect(await executeTrade(connection, trade)).toMatchObject({tradeId});
    });

    const refusals: [what: string, change: Partial<TradeRequest>, reason: RegExp][] = [
      [
        "of more shares than are held, the split counted",
        {quantityE6: 5_000_001},
        /^position too small$/,
      ],
      [
        "that costs more than there is",
        {side: "buy", quantityE6: 100_000_000},
        /^not enough money$/,
      ],
      [
        "of an unknown security",
        {symbol: "NONE", side: "buy", quantityE6: 1_000_000},
        /^unknown symbol/,
      ],
      [
        "on a checking account",
        {account: "ind-000001-chk", executedAt: "2025-06-30 23:30:00"},
        /^not a brokerage account/,
      ],
      ["of no shares", {quantityE6: 0}, /^invalid quantityE6/],
      ["that comes to nothing", {quantityE6: 1, feeCents: 0}, /^nothing due$/],
    ];

    it.each(refusals)("refuses a trade %s", async (_, change, reason) => {
      const error = await executeTrade(connection, {...trade, ...change}).catch((e) => e);
      expect(error).toBeInstanceOf(PostingRefused);
      expect(error.message).toMatch(reason);
      expect(await rowsOf("select count(*) as n from trades")).toEqual([{n: 3}]);
    });

    it("never sells what another client has just sold", async () => {
      const clients = await Promise.all(Array.from({length: 5}, () => connectTo(env)));
      const results = await Promise.allSettled(
        clients.map((client, i) =>
          executeTrade(client, {...trade, requestId: `s-${i}`, quantityE6: 2_000_000}),
        ),
      );
      await Promise.all(clients.map((client) => client.end()));
      expect(results.filter(({status}) => status === "fulfilled")).toHaveLength(2);
    });
  });
});
