import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sameFlowsIn} from "../../../src/lib/investing/benchmark.js";
import {type Bridge, bridge} from "../../../src/lib/investing/bridge.js";
import {mulDiv} from "../../../src/lib/investing/exact.js";
import {holdings, valued} from "../../../src/lib/investing/holdings.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import type {Cash} from "../../../src/lib/investing/portfolioEvents.js";
import {timeWeightedReturn} from "../../../src/lib/investing/timeWeightedReturn.js";
import type {Method} from "../../../src/lib/investing/trade.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {anyLedger, type Ledger} from "./ledgers.js";

// fast-check prints the seed and the smallest counterexample of a failure.
const runs = {numRuns: 2000};
const anyMethod = fc.constantFrom<Method>("average", "fifo");
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("for the portfolio of any ledger", () => {
  it("the bridge closes over any period, and two in a row make one", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, fc.boolean(), fc.nat(), (ledger, method, isCash, at) => {
        const {firstDay, lastDay, market} = ledger;
        const input = {
          trails: trails(ledger.trades, ledger.splits, {method}),
          ...(isCash ? {cash: cashOf(ledger)} : {}),
          dividends: dividendsOf(ledger),
        };
        const columns = portfolio(input, market, {from: firstDay, to: lastDay});
        const whole = bridge(columns);
        const middle = firstDay + (at % (lastDay - firstDay + 1));
        const before = bridge(columns, {to: middle});
        if (middle === lastDay) {
          expect(before).toEqual(whole);
          return;
        }
        const after = bridge(columns, {from: middle + 1});
        expect(after.startCents).toBe(before.endCents);
        for (const step of Object.keys(whole) as (keyof Bridge)[]) {
          if (step === "startCents" || step === "endCents") continue;
          expect(before[step] + after[step]).toBe(whole[step]);
        }
      }),
      runs,
    );
  });

  it("the daily values of a portfolio end in the values of its holdings", () => {
    fc.assert(
      fc.property(anyLedger(), ({trades, splits, market, firstDay, lastDay}) => {
        const all = trails(trades, splits);
        const columns = portfolio({trails: all}, market, {from: firstDay, to: lastDay});
        const values = holdings(all).map((h) => valued(h, market, lastDay).valueCents);
        expect(columns.valueCents.at(-1)).toBe(sum(values));
      }),
      runs,
    );
  });

  it("the time-weighted return is a number of at least −100 %", () => {
    fc.assert(
      fc.property(anyLedger(), ({trades, splits, market, firstDay, lastDay}) => {
        const all = trails(trades, splits);
        const period = {from: firstDay, to: lastDay};
        const result = timeWeightedReturn(portfolio({trails: all}, market, period));
        if (result.kind === "return") expect(result.periodReturn).toBeGreaterThanOrEqual(-1);
        else if (trades.length > 0) expect(result.reason).toMatch(/invested|more was lost/);
      }),
      runs,
    );
  });

  it("a portfolio that holds the benchmark, bought at the close and without fees, is the benchmark", () => {
    fc.assert(
      fc.property(anyLedger(), ({trades, market, firstDay, lastDay}) => {
        const bought = trades
          .filter((trade) => trade.symbol === "X" && trade.side === "buy")
          .map((trade) => {
            const closeE4 = market.quotes.get("X")!.closeE4[trade.day - firstDay]!;
            const grossCents = mulDiv(trade.quantityE6, closeE4 * 1e6, 1e14);
            return {...trade, grossCents, localCents: grossCents, feeCents: 0};
          });
        const period = {from: firstDay, to: lastDay};
        const columns = portfolio({trails: trails(bought, [])}, market, period);
        const same = sameFlowsIn(columns, {market, splits: [], dividends: []}, "X");
        if (same.kind !== "value") throw new Error("exhausted");
        // each purchase is off by at most half a cent of shares, and those grow at most 500-fold
        const tolerance = 251 * bought.length + 1;
        expect(Math.abs(same.valueCents.at(-1)! - columns.valueCents.at(-1)!)).toBeLessThanOrEqual(
          tolerance,
        );
      }),
      runs,
    );
  });
});

function cashOf({trades, firstDay, lastDay}: Ledger): Cash {
  return {
    openingCents: 12_345,
    movements: [
      ...trades.map(({day, grossCents}) => {
        return {day, kind: "funding" as const, amountCents: grossCents};
      }),
      {day: firstDay, kind: "fee", amountCents: -199},
      {day: lastDay, kind: "interest", amountCents: 7},
      {day: lastDay, kind: "funding", amountCents: -1_000},
    ],
  };
}

/** Payments with dates of all kinds: before, within and after the period, ex and paid apart. */
function dividendsOf({trades, firstDay}: Ledger) {
  return trades.slice(0, 5).map(({accountId, symbol, day, quantityE6}, i) => ({
    accountId,
    symbol,
    exOn: i === 0 ? firstDay - 3 : day,
    paidOn: day + i * 3,
    quantityE6,
    amountCents: 100 + i,
  }));
}
