import {afterAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {readBrokerage} from "../../loaders/datasets/brokerage.js";
import {costRows, costsFinding} from "../../src/bank/investments/costs.js";
import {assetMonths, assetsFinding, assetsText} from "../../src/bank/investments/months.js";
import {clientsText} from "../../src/bank/investments/spread.js";
import {gainsFinding, holdersFinding, tickerRows} from "../../src/bank/investments/tickers.js";
import {boughtText, feesText, type VolumeRow} from "../../src/bank/investments/volume.js";
import {money, percent} from "../../src/lib/format.js";
import {clientRows, timedClients} from "../../src/lib/investing/clients.js";
import {shortName} from "../../src/lib/investing/instrumentName.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {openInvestors} from "../support/investors.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const {snapshot, brokerage, statement, naive} = await openInvestors();
afterAll(() => snapshot.close());

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0);
const sharesWorth = (account: string, on: string) =>
  sum(
    naive.positions(on, "average").filter((position) => position.account === account),
    ({symbol, quantity}) => quantity * naive.price(symbol, on),
  );

describe("the datasets of the investments page, worked out again from the CSV files", () => {
  it("investment-months: assets, flows, and the market as what is left", () => {
    const rows = assetMonths(brokerage.accounts, brokerage.exchange);
    const accounts = [...naive.owners.keys()];
    expect(accounts.length).toBeGreaterThan(20);
    expect(rows).toHaveLength(14);
    for (const {month, until, flow_eur, start_eur, market_eur, end_eur, cash_eur} of rows) {
      const paid = accounts
        .flatMap((account) => naive.flows(account))
        .filter(([day]) => day.startsWith(month.slice(0, 7)));
      const cash = sum(accounts, (account) => naive.cash(account, until));
      const shares = sum(
        naive.positions(until, "average"),
        ({symbol, quantity}) => quantity * naive.price(symbol, until),
      );
      expect(flow_eur).toBeCloseTo(
        sum(paid, ([, euros]) => euros),
        2,
      );
      expect(cash_eur).toBeCloseTo(cash, 2);
      // each position is rounded to the cent
      expect(Math.abs(end_eur - cash - shares)).toBeLessThan(0.005 * accounts.length * 6);
      expect(start_eur + flow_eur + market_eur).toBeCloseTo(end_eur, 2);
    }
    const [first, last] = [rows[0]!, rows.at(-1)!];
    expect(assetsText(rows)).toContain(`clients held ${money(last.end_eur)} in brokerage accounts`);
    expect(assetsFinding(rows)).toContain(money(last.end_eur - first.start_eur));
  });

  it("investment-tickers: holders, cost and gains of each instrument", () => {
    const rows = tickerRows(brokerage.accounts, brokerage.exchange);
    const positions = naive.positions(naive.lastDay, "average");
    for (const row of rows) {
      const own = positions.filter(({symbol}) => symbol === row.symbol);
      const cost = sum(own, (position) => position.cost);
      const value = sum(own, ({quantity}) => quantity * naive.price(row.symbol, naive.lastDay));
      const tolerance = 0.03 * own.length;
      expect(row.holder_count).toBe(own.filter(({quantity}) => quantity > 0).length);
      expect(Math.abs(row.cost_eur - cost)).toBeLessThan(tolerance);
      expect(Math.abs(row.realized_eur - sum(own, (p) => p.realized))).toBeLessThan(tolerance);
      expect(Math.abs(row.unrealized_eur - (value - cost))).toBeLessThan(tolerance);
    }
    const dividends = sum(
      statement.legs.filter((leg) => leg.category === "dividend"),
      ({cents}) => cents / 100,
    );
    expect(sum(rows, (row) => row.dividend_eur)).toBeCloseTo(dividends, 2);
    const most = rows.toSorted((a, b) => b.holder_count - a.holder_count)[0]!;
    const holders = new Set(positions.flatMap((p) => (p.quantity > 0 ? [p.account] : []))).size;
    expect(holdersFinding(rows)).toMatch(
      new RegExp(
        `^${percent(most.holder_count / holders)} of investors hold ${shortName(most.name)}`,
      ),
    );
    const best = rows.toSorted((a, b) => b.result_eur - a.result_eur)[0]!;
    expect(gainsFinding(rows)).toMatch(new RegExp(`^${shortName(best.name)} made`));
  });

  it("investment-volume: purchases, sales and fees, to the cent", async () => {
    const rows = await dataset<VolumeRow>(snapshot, "investment-volume.csv");
    const trades = statement.rows("trades");
    const total = (column: string, side?: string) =>
      sum(
        trades.filter((trade) => side === undefined || trade.side === side),
        (trade) => Number(trade[column]),
      );
    expect(sum(rows, (row) => row.bought_eur)).toBeCloseTo(total("gross_eur", "buy"), 2);
    expect(sum(rows, (row) => row.sold_eur)).toBeCloseTo(total("gross_eur", "sell"), 2);
    expect(sum(rows, (row) => row.trade_count)).toBe(trades.length);
    expect(rows).toHaveLength(14 * statement.rows("instruments").length);
    for (const {month, symbol, net_eur} of rows) {
      const own = trades.filter(
        (trade) =>
          trade.symbol === symbol && trade.executed_at!.startsWith(String(month).slice(0, 7)),
      );
      const net = sum(own, (t) => (t.side === "buy" ? 1 : -1) * Number(t.gross_eur));
      expect(net_eur).toBeCloseTo(net, 2);
    }
    expect(feesText(rows)).toContain(money(total("fee_eur")));
    const bought = new Map<string, number>();
    for (const {symbol, side, gross_eur} of trades)
      if (side === "buy") bought.set(symbol!, (bought.get(symbol!) ?? 0) + Number(gross_eur));
    const [most] = [...bought].sort((a, b) => b[1] - a[1]);
    expect(boughtText(rows, (symbol) => symbol)).toContain(`% of purchases went into ${most![0]};`);
  });

  it("investment-clients: at the stated XIRR all flows are worth nothing together", () => {
    const rows = clientRows(brokerage.accounts, brokerage.exchange);
    const firstDay = Date.parse(statement.rows("calendar")[0]!.day!) - 86_400_000;
    const years = (day: string) => (Date.parse(day) - firstDay) / 86_400_000 / 365;
    const timed = timedClients(rows);
    expect(timed.length).toBeGreaterThan(10);
    for (const {user_id, xirr_share, value_eur, cash_eur} of timed.slice(0, 12)) {
      const account = [...naive.owners].find(([, owner]) => owner === user_id)![0];
      expect(cash_eur).toBeCloseTo(naive.cash(account, naive.lastDay), 2);
      expect(Math.abs(value_eur - cash_eur - sharesWorth(account, naive.lastDay))).toBeLessThan(
        0.04,
      );
      const opening = Number(
        statement.rows("accounts").find((row) => row.account_id === account)!.opening_balance_eur,
      );
      const worth = (rate: number) =>
        value_eur / (1 + rate) ** years(naive.lastDay) -
        opening -
        sum(naive.flows(account), ([day, euros]) => euros / (1 + rate) ** years(day));
      // the rate is stated to the thousandth of a point
      expect(worth(xirr_share - 1e-5) * worth(xirr_share + 1e-5)).toBeLessThan(0);
    }
    const values = rows.map((row) => row.value_eur).filter((value) => value > 0);
    const top = values.sort((a, b) => b - a).slice(0, Math.round(values.length / 10));
    const [largest, share] = [values.slice(0, 1), top].map(
      (some) => sum(some, (value) => value) / sum(values, (value) => value),
    );
    expect(clientsText(rows)).toContain(
      largest! < 0.05
        ? `clients holds ${percent(share)} of assets`
        : `alone holds ${percent(largest, 1)}`,
    );
  });

  it("investment-costs: price and average cost of all holders at the last day", () => {
    const rows = costRows(brokerage.accounts, brokerage.exchange);
    let [ahead, held] = [0, 0];
    for (const symbol of new Set(rows.map((row) => row.symbol))) {
      const last = rows.findLast((row) => row.symbol === symbol)!;
      const own = naive.positions(last.day, "average").filter((p) => p.symbol === symbol);
      const average = sum(own, (p) => p.cost) / sum(own, (p) => p.quantity);
      expect(last.price_eur).toBeCloseTo(naive.price(symbol, last.day), 3);
      if (last.holder_count === 0) continue;
      expect(last.average_cost_eur).toBeCloseTo(average, 2);
      held++;
      if (last.price_eur >= average) ahead++;
    }
    expect(held - ahead).toBeGreaterThan(3);
    expect(costsFinding(rows)).toContain(`is in profit with ${ahead} of ${held} instruments`);
  });
});

describe("a bank without people", () => {
  it("has words instead of figures on the investments page", async () => {
    const empty = await tinySnapshot(bank({individuals: 0, companies: 3, months: 2, seed: 6}));
    const {accounts, exchange} = await readBrokerage(queriesOver(empty));
    expect(assetsText(assetMonths(accounts, exchange))).toMatch(/^Nobody here has a brokerage/);
    expect(tickerRows(accounts, exchange)).toEqual([]);
    expect(clientRows(accounts, exchange)).toEqual([]);
    expect(costRows(accounts, exchange).every((row) => row.holder_count === 0)).toBe(true);
    empty.close();
  });
});
