import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {bridge} from "../../../src/lib/investing/bridge.js";
import {portfolioCashFlows} from "../../../src/lib/investing/cashFlows.js";
import {type DividendPayment, dividendPayments} from "../../../src/lib/investing/dividends.js";
import {moneyWeightedReturn} from "../../../src/lib/investing/moneyWeightedReturn.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import type {CashMovement} from "../../../src/lib/investing/portfolioEvents.js";
import {timeWeightedReturn} from "../../../src/lib/investing/timeWeightedReturn.js";
import {type Trail, trails} from "../../../src/lib/investing/trail.js";
import {parseEur} from "../../../src/lib/money.js";
import {bank as bankFolder} from "../../support/bank.js";
import {engineInput, type InvestingRows, investingBank} from "./investingBank.js";

interface Investor {
  readonly openingCents: number;
  readonly balanceCents: number;
  readonly bookedDividendCents: number;
  readonly funding: CashMovement[];
  readonly own: Trail[];
  readonly dividends: DividendPayment[];
}

/** Brokerage accounts with their cash as the bank booked it, trades and dividends apart. */
const cashSql = (folder: string) => `
  with legs as (
    select account_id, booked_on, category, sum(amount_eur) as amount_eur
    from read_csv('${join(folder, "transactions.csv")}', types = {'amount_eur': 'DECIMAL(18,2)'})
    where account_id in (
      select account_id from read_csv('${join(folder, "accounts.csv")}') where kind = 'brokerage'
    )
    group by all
  )
  select
    account_id,
    cast(accounts.opening_balance_eur as varchar) as opening,
    cast(sum(amount_eur) as varchar) as total,
    cast(coalesce(sum(amount_eur) filter (category = 'dividend'), 0) as varchar) as dividends,
    list([cast(booked_on as varchar), category, cast(amount_eur as varchar)])
      filter (category not in ('trade', 'dividend')) as movements
  from legs
  join read_csv(
    '${join(folder, "accounts.csv")}',
    types = {'opening_balance_eur': 'DECIMAL(18,2)'}
  ) as accounts using (account_id)
  group by all`;

const kinds: Readonly<Record<string, CashMovement["kind"]>> = {
  brokerage_funding: "funding",
  interest: "interest",
  fee: "fee",
};

describe("the default bank", () => {
  let bank: DuckDBConnection;
  let input: InvestingRows;
  let investors: Investor[];

  beforeAll(async () => {
    const folder = bankFolder();
    bank = await investingBank(folder);
    input = await engineInput(bank);
    const byAccount = new Map<string, Trail[]>();
    for (const trail of trails(input.trades, input.splits)) {
      byAccount.set(trail.accountId, [...(byAccount.get(trail.accountId) ?? []), trail]);
    }
    const rows = (await bank.runAndReadAll(cashSql(folder))).getRowObjectsJson();
    investors = rows.map((row) => {
      const own = byAccount.get(String(row.account_id)) ?? [];
      const movements = (row.movements ?? []) as unknown as [string, string, string][];
      return {
        openingCents: parseEur(String(row.opening)),
        balanceCents: parseEur(String(row.opening)) + parseEur(String(row.total)),
        bookedDividendCents: parseEur(String(row.dividends)),
        funding: movements.map(([date, category, amount]) => ({
          day: parseDay(date.slice(0, 10)),
          kind: kinds[category]!,
          amountCents: parseEur(amount),
        })),
        own,
        dividends: own.flatMap((trail) =>
          dividendPayments(trail, input.dividends, input.market, input.lastDay),
        ),
      };
    });
  });
  afterAll(() => bank.closeSync());

  const period = () => ({from: input.firstDay, to: input.lastDay});

  it("books the dividends that the engine works out, to the cent", () => {
    for (const {dividends, bookedDividendCents} of investors) {
      const workedOut = dividends.reduce((sum, {amountCents}) => sum + amountCents, 0);
      expect(workedOut).toBe(bookedDividendCents);
    }
  });

  it("has in each brokerage account the cash that the engine works out, and the bridge closes", () => {
    expect(investors.length).toBeGreaterThan(0);
    for (const {own, dividends, openingCents, funding, balanceCents} of investors) {
      const cash = {openingCents, movements: funding};
      const columns = portfolio({trails: own, dividends, cash}, input.market, period());
      expect(columns.cashCents.at(-1)).toBe(balanceCents);
      expect(bridge(columns).endCents).toBe(columns.valueCents.at(-1));
    }
  });

  it("closes the bridge of each investor's securities, and has a return for each", () => {
    for (const {own, dividends} of investors) {
      if (own.length === 0) continue;
      const columns = portfolio({trails: own, dividends}, input.market, period());
      bridge(columns);
      expect(timeWeightedReturn(columns).kind).toBe("return");
      const result = moneyWeightedReturn(portfolioCashFlows(columns));
      if (result.kind === "rate") expect(result.periodReturn).toBeGreaterThan(-1);
    }
  });
});
