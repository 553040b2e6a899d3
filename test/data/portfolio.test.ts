import {group} from "d3-array";
import {afterAll, describe, expect, it} from "vitest";
import {keyedRows} from "../../src/components/keyed.js";
import {money} from "../../src/lib/format.js";
import {daysOf, viewOf} from "../../src/lib/investing/account.js";
import type {AccountRow} from "../../src/lib/investing/brokerage.js";
import {benchmark} from "../../src/person/portfolio/benchmark.js";
import {holdingRows} from "../../src/person/portfolio/holdingRows.js";
import {periodOf, periods, stepRows} from "../../src/person/portfolio/steps.js";
import {summaryOf, summaryText} from "../../src/person/portfolio/summary.js";
import {priceRows, trailLines} from "../../src/person/portfolio/trailRows.js";
import {valuePath} from "../../src/person/portfolio/valuePath.js";
import {keyedDataset} from "../support/dataset.js";
import {openInvestors} from "../support/investors.js";

const {snapshot, brokerage, statement, naive} = await openInvestors();
afterAll(() => snapshot.close());

const near = (a: number | null, b: number, tolerance = 0.03) =>
  expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(tolerance);

describe("the portfolio page, worked out again from the CSV files", () => {
  it("has every trade with whoever made it, and nothing of who has no brokerage account", async () => {
    const file = await keyedDataset(snapshot, "person-portfolio.keyed");
    const traded = group(
      statement.rows("trades"),
      (row) => naive.owners.get(row.account_id!)!,
      (row) => row.account_id!,
    );
    expect(traded.size).toBeGreaterThan(20);
    for (const [owner, accounts] of traded) {
      const rows = await keyedRows<AccountRow>(file, owner);
      expect(rows.map(({account_id, trade_id}) => [account_id, trade_id])).toEqual(
        [...accounts].sort().map(([id, own]) => [id, own.map(({trade_id}) => Number(trade_id))]),
      );
    }
    const invested = new Set(brokerage.accounts.map(({userId}) => userId));
    const other = statement.rows("individuals").find(({user_id}) => !invested.has(user_id!))!;
    expect(await keyedRows(file, other.user_id!)).toEqual([]);
  });

  it.each(["average", "fifo"] as const)("holdings by %s, of every investor", (method) => {
    const {accounts, exchange} = brokerage;
    const positions = naive.positions(naive.lastDay, method);
    for (const account of accounts) {
      const view = viewOf(account, exchange, method);
      const cash = daysOf(account, view, exchange).cashCents.at(-1)!;
      near(cash / 100, naive.cash(account.accountId, naive.lastDay));
      const own = positions.filter((position) => position.account === account.accountId);
      const rows = holdingRows(view, cash, exchange).filter(({symbol}) => symbol !== "Cash");
      expect(rows.map(({symbol}) => symbol).sort()).toEqual(own.map(({symbol}) => symbol).sort());
      for (const {symbol, quantity, average_cost_eur, realized_eur, unrealized_eur} of rows) {
        const position = own.find((position) => position.symbol === symbol)!;
        near(quantity, position.quantity, 1e-6);
        near(realized_eur, position.realized);
        const value = position.quantity * naive.price(symbol, naive.lastDay);
        near(unrealized_eur, value - position.cost);
        if (position.quantity > 0) near(average_cost_eur! * position.quantity, position.cost);
      }
    }
  });

  it("closes the bridge of every investor and period, and the value is that of the holdings", () => {
    const {accounts, exchange} = brokerage;
    for (const account of accounts) {
      const view = viewOf(account, exchange, "fifo");
      const days = daysOf(account, view, exchange);
      const summary = summaryOf(account, days, exchange);
      const rows = holdingRows(view, days.cashCents.at(-1)!, exchange);
      const total = rows.reduce((sum, row) => sum + row.value_eur, 0);
      near(summary.value_eur, total, 0.001);
      for (const {value} of periods) {
        const steps = stepRows(daysOf(account, view, exchange, periodOf(value, exchange)));
        near(steps.at(-1)!.amount_eur, summary.value_eur, 0.001);
      }
      expect(summaryText(summary)).toContain(`was worth ${money(total)}`);
    }
  });

  it("follows the same money in the benchmark with its dividends, of every investor", () => {
    const {accounts, exchange} = brokerage;
    const days = statement.rows("calendar").map(({day}) => day!);
    const dividends = statement.rows("dividends").filter(({symbol}) => symbol === benchmark);
    expect(dividends.length).toBeGreaterThan(3);
    const closes = new Map(days.map((day, at) => [day, at < 1 ? 0 : naive.price(benchmark, day)]));
    let count = 0;
    for (const account of accounts) {
      const columns = daysOf(account, viewOf(account, exchange, "average"), exchange);
      const end = valuePath(columns, exchange).at(-1)?.benchmark_eur ?? null;
      if (end === null) continue;
      // What is there before the fund's first price is put in on that day, 2 May.
      let shares = 0;
      let waiting = naive.cash(account.accountId, "2025-04-30");
      for (const day of days) {
        for (const [on, euros] of naive.flows(account.accountId)) if (on === day) waiting += euros;
        const close = closes.get(day)!;
        if (close === 0) continue;
        for (const {ex_on, amount} of dividends)
          if (ex_on === day) shares *= 1 + Number(amount) / close;
        shares += waiting / close;
        waiting = 0;
      }
      near(end, shares * closes.get(naive.lastDay)!, 0.05);
      count++;
    }
    expect(count).toBeGreaterThan(20);
  });

  it("draws the price of every holding, from the first day on which it is known in euros", () => {
    const {accounts, exchange} = brokerage;
    const trails = accounts.flatMap((account) => viewOf(account, exchange, "average").trails);
    const firstDays = new Map(
      trails.map((trail) => [trail.symbol, priceRows(trail, exchange)[0]!.day]),
    );
    expect(firstDays.get("AAPL")).toBe("2025-05-02"); // a price of 1 May has no rate
    expect(new Set(firstDays.values())).toEqual(new Set(["2025-05-02"]));
  });

  it("has a line in a trail for each trade of the bank, which ends in the holding", () => {
    const {accounts, exchange} = brokerage;
    const lines = accounts.flatMap((account) =>
      viewOf(account, exchange, "average").trails.flatMap(trailLines),
    );
    const traded = lines.filter(({what}) => !what.startsWith("Split"));
    const ids = traded.map(({what}) => Number(what.split("#")[1])).sort((a, b) => a - b);
    expect(ids).toEqual(statement.rows("trades").map((row) => Number(row.trade_id)));
    const cash = traded.reduce((sum, line) => sum + line.cash_eur!, 0);
    const booked = statement.legs
      .filter((leg) => leg.category === "trade" && leg.accountKind === "brokerage")
      .reduce((sum, {cents}) => sum + cents, 0);
    expect(cash).toBeCloseTo(booked / 100, 2);
  });
});
