import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sameFlowsIn} from "../../../src/lib/investing/benchmark.js";
import {type Bridge, bridge} from "../../../src/lib/investing/bridge.js";
import {mulDiv} from "../../../src/lib/investing/exact.js";
import {type Gain, gainOf} from "../../../src/lib/investing/gain.js";
import {type Holding, holdings, valued} from "../../../src/lib/investing/holdings.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import type {Cash} from "../../../src/lib/investing/portfolioEvents.js";
import {timeWeightedReturn} from "../../../src/lib/investing/timeWeightedReturn.js";
import type {Method, Trade} from "../../../src/lib/investing/trade.js";
import {type Trail, trails} from "../../../src/lib/investing/trail.js";
import {anyLedger, type Ledger, soldOut} from "./ledgers.js";

// fast-check prints the seed and the smallest counterexample of a failure.
const runs = {numRuns: 2000};
const anyMethod = fc.constantFrom<Method>("average", "fifo");
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const rowsOf = (all: readonly Trail[]) => all.flatMap((trail) => trail.rows);

describe("for any trades, splits and currencies", () => {
  it("cost is never negative, and nothing held has cost nothing", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, ({trades, splits}, method) => {
        for (const {basis, removed, heldE6} of rowsOf(trails(trades, splits, {method}))) {
          for (const cents of [...Object.values(basis), ...Object.values(removed)]) {
            expect(cents).toBeGreaterThanOrEqual(0);
            expect(Number.isSafeInteger(cents)).toBe(true);
          }
          if (heldE6 === 0) {
            expect(basis).toEqual({costCents: 0, paidCents: 0, paidLocalCents: 0});
          }
        }
      }),
      runs,
    );
  });

  it("quantity is conserved, under both methods", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, ({trades, splits, heldE6}, method) => {
        const found = holdings(trails(trades, splits, {method}));
        for (const {accountId, symbol, quantityE6} of found) {
          expect(quantityE6).toBe(heldE6.get(`${accountId} ${symbol}`));
        }
        expect(found).toHaveLength(heldE6.size);
      }),
      runs,
    );
  });

  it("cost is conserved: what was paid is held, or was removed", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, ({trades, splits}, method) => {
        for (const {rows} of trails(trades, splits, {method})) {
          const bought = sum(rows.map((row) => (row.kind === "buy" ? -row.cashCents : 0)));
          const removed = sum(rows.map((row) => row.removed.costCents));
          expect(rows.at(-1)!.basis.costCents).toBe(bought - removed);
        }
      }),
      runs,
    );
  });

  it("realized + unrealized = value − money put in net of what came out", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, ({trades, splits, market, lastDay}, method) => {
        const all = trails(trades, splits, {method});
        const found = holdings(all).map((holding) => valued(holding, market, lastDay));
        const gain = sum(found.map((h) => h.realized.gainCents + h.unrealized.gainCents));
        const putIn = -sum(rowsOf(all).map((row) => row.cashCents));
        expect(gain).toBe(sum(found.map((h) => h.valueCents)) - putIn);
      }),
      runs,
    );
  });

  it("price and currency effects add up to each gain, and the euro has no currency effect", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, ({trades, splits, market, lastDay}, method) => {
        const addsUp = ({gainCents, priceEffectCents, currencyEffectCents}: Gain) =>
          expect(priceEffectCents + currencyEffectCents).toBe(gainCents);
        for (const trail of trails(trades, splits, {method})) {
          for (const row of trail.rows) {
            addsUp(row.realized);
            if (trail.symbol === "X") expect(row.realized.currencyEffectCents).toBe(0);
          }
          const [holding] = holdings([trail]);
          addsUp(valued(holding!, market, lastDay).unrealized);
        }
      }),
      runs,
    );
  });

  it("an unchanged exchange rate has no currency effect beyond the rounding of each purchase", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e9}),
        fc.integer({min: 1, max: 5e6}),
        fc.integer({min: 1e5, max: 3e6}),
        (quantityE6, priceE4, rateE6) => {
          const paidCents = mulDiv(quantityE6, priceE4 * rateE6, 1e14);
          const paidLocalCents = mulDiv(quantityE6, priceE4, 1e8);
          const basis = {costCents: paidCents, paidCents, paidLocalCents};
          const {currencyEffectCents} = gainOf(paidCents, basis, rateE6);
          expect(Math.abs(currencyEffectCents)).toBeLessThanOrEqual(2);
        },
      ),
      runs,
    );
  });

  it("FIFO and average cost agree on the total gain once all is sold", () => {
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const trades = soldOut(ledger);
        const total = (method: Method) =>
          holdings(trails(trades, ledger.splits, {method})).map(({realized, quantityE6}) => [
            quantityE6,
            realized.gainCents,
          ]);
        expect(total("fifo")).toEqual(total("average"));
      }),
      runs,
    );
  });

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

  it("scaling all quantities and fees scales all money, to the rounding of each sale", () => {
    fc.assert(
      fc.property(anyLedger({isRound: true}), anyMethod, fc.integer({min: 2, max: 9}), scales),
      runs,
    );
  });

  it("scales exactly once all is sold", () => {
    fc.assert(
      fc.property(anyLedger({isRound: true}), fc.integer({min: 2, max: 9}), (ledger, by) => {
        const trades = soldOut(ledger).map((trade) => ({...trade, rateE6: 1e6}));
        const realized = (list: readonly Trade[]) =>
          holdings(trails(list, [])).map((holding) => holding.realized.gainCents);
        expect(realized(scaledBy(trades, by))).toEqual(realized(trades).map((cents) => cents * by));
      }),
      runs,
    );
  });

  it("a sale made in two parts at the same price changes nothing, under both methods", () => {
    fc.assert(
      fc.property(anyLedger(), anyMethod, fc.nat(), fc.nat(), (ledger, method, at, part) => {
        const inTwo = withTradeInTwo(ledger.trades, "sell", at, part);
        sameResult(ledger, inTwo, method);
      }),
      runs,
    );
  });

  it("a purchase made in two parts at the same price changes nothing, at average cost", () => {
    fc.assert(
      fc.property(anyLedger(), fc.nat(), fc.nat(), (ledger, at, part) => {
        sameResult(ledger, withTradeInTwo(ledger.trades, "buy", at, part), "average");
      }),
      runs,
    );
  });

  it("a purchase made in two parts changes nothing under FIFO where each share has a whole price", () => {
    fc.assert(
      fc.property(anyLedger({isRound: true}), fc.nat(), fc.nat(), (ledger, at, part) => {
        sameResult(ledger, withTradeInTwo(ledger.trades, "buy", at, part, 1e6), "fifo");
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
        const same = sameFlowsIn(columns, market, "X");
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

function scaledBy(trades: readonly Trade[], by: number): Trade[] {
  return trades.map((trade) => ({
    ...trade,
    quantityE6: trade.quantityE6 * by,
    grossCents: trade.grossCents * by,
    localCents: trade.localCents * by,
    feeCents: trade.feeCents * by,
  }));
}

function scales({trades}: Ledger, method: Method, by: number): void {
  const small = trails(trades, [], {method});
  const large = trails(scaledBy(trades, by), [], {method});
  for (const [t, {rows}] of small.entries()) {
    let sales = 0;
    for (const [r, row] of rows.entries()) {
      const scaled = large[t]!.rows[r]!;
      if (row.kind === "sell") sales++;
      expect(scaled.heldE6).toBe(row.heldE6 * by);
      expect(scaled.cashCents).toBe(row.cashCents * by);
      // half a cent for each rounding so far, times the scale, and half a cent of its own
      const tolerance = (sales * (by + 1)) / 2;
      expect(Math.abs(scaled.basis.costCents - row.basis.costCents * by)).toBeLessThanOrEqual(
        tolerance,
      );
    }
  }
}

/** The trades with one of a side made in two parts, its amounts divided between them. */
function withTradeInTwo(
  trades: readonly Trade[],
  side: Trade["side"],
  at: number,
  part: number,
  unitE6 = 1,
): readonly Trade[] {
  const candidates = trades.filter((t) => t.side === side && t.quantityE6 > unitE6);
  const chosen = candidates[at % candidates.length];
  if (!chosen) return trades;
  const units = chosen.quantityE6 / unitE6;
  const quantityE6 = (1 + (part % (units - 1))) * unitE6;
  const share = (cents: number) => mulDiv(cents, quantityE6, chosen.quantityE6);
  const first: Trade = {
    ...chosen,
    quantityE6,
    grossCents: share(chosen.grossCents),
    localCents: share(chosen.localCents),
    feeCents: share(chosen.feeCents),
  };
  const second: Trade = {
    ...chosen,
    quantityE6: chosen.quantityE6 - quantityE6,
    grossCents: chosen.grossCents - first.grossCents,
    localCents: chosen.localCents - first.localCents,
    feeCents: chosen.feeCents - first.feeCents,
  };
  return trades.flatMap((trade) => (trade === chosen ? [first, second] : [trade]));
}

function sameResult({trades, splits}: Ledger, inTwo: readonly Trade[], method: Method): void {
  const result = (list: readonly Trade[]) =>
    holdings(trails(list, splits, {method})).map(
      ({accountId, symbol, quantityE6, basis, realized, feeCents}: Holding) => ({
        position: `${accountId} ${symbol}`,
        quantityE6,
        basis,
        gainCents: realized.gainCents,
        feeCents,
      }),
    );
  expect(result(inTwo)).toEqual(result(trades));
}
