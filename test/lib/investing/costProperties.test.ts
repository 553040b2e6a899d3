import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mulDiv} from "../../../src/lib/investing/exact.js";
import {type Gain, gainOf} from "../../../src/lib/investing/gain.js";
import {type Holding, holdings, valued} from "../../../src/lib/investing/holdings.js";
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
});

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
