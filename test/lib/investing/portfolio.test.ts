import {describe, expect, it} from "vitest";
import {bridge} from "../../../src/lib/investing/bridge.js";
import {dividendPayments} from "../../../src/lib/investing/dividends.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {timeWeightedReturn} from "../../../src/lib/investing/timeWeightedReturn.js";
import type {Trade} from "../../../src/lib/investing/trade.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {formatEur} from "../../../src/lib/money.js";
import {dividend, first, market, trail, whole} from "./fiveDays.js";
import {casesIn} from "./ledgerTable.js";
import {marketOf} from "./markets.js";

describe("portfolio(input, market, {from, to})", () => {
  it("starts in the middle with what was held on the eve", () => {
    const columns = portfolio({trails: [trail]}, market, {from: first + 1, to: first + 4});
    // 10 × 101 × 0.90
    expect(formatEur(columns.valueCents[0]!)).toBe("909.00");
    expect(columns.moneyInCents[0]).toBe(0);
    expect(formatEur(bridge(columns).startCents)).toBe("909.00");
  });

  it("names the trade after which a price is missing", () => {
    expect(() => portfolio({trails: [trail]}, market, {from: first, to: first + 40})).toThrow(
      "missing price: X on 2025-05-14 (held after trade 2 of A)",
    );
  });

  it("knows the most that was put in at any moment of a day", () => {
    const {trades: swaps} = casesIn(`# both: a swap
buy 1 @ 100
sell 1 @ 100
& buy 1 @ 100
& sell 1 @ 100
& buy 2 @ 100
`)[0]!;
    const flat = marketOf(first, {X: {closes: [100, 100]}});
    const columns = portfolio({trails: trails(swaps, [])}, flat, {from: first, to: first + 1});
    // −100, 0, −100, +100
    expect(columns.peakInCents[2]).toBe(100_00);
    expect([columns.moneyInCents[2], columns.moneyOutCents[2]]).toEqual([300_00, 200_00]);
  });

  it("remembers a peak that the day did not keep", () => {
    const {trades: inAndOut} = casesIn("# both: in and out\nbuy 1 @ 100\n& sell 1 @ 100")[0]!;
    const flat = marketOf(first, {X: {closes: [100]}});
    const columns = portfolio({trails: trails(inAndOut, [])}, flat, {from: first, to: first});
    expect(columns.peakInCents[1]).toBe(100_00);
  });

  it("takes the trades of a day in their order, across symbols", () => {
    const {trades: swap} = casesIn("# both: a swap\nbuy 1 @ 100\nsell 1 @ 100\n& buy 1 @ 100")[0]!;
    const [bought, sold, other] = swap as [Trade, Trade, Trade];
    const flat = marketOf(first, {X: {closes: [100, 100]}, A: {closes: [100, 100]}});
    const all = trails([bought, sold, {...other, symbol: "A"}], []);
    const columns = portfolio({trails: all}, flat, {from: first, to: first + 1});
    expect(columns.peakInCents[2]).toBe(0);
  });

  it("refuses a period that ends before it starts", () => {
    expect(() => portfolio({trails: []}, market, {from: first, to: first - 1})).toThrow(
      "invalid period",
    );
  });
});

describe("timeWeightedReturn(portfolio)", () => {
  it("does not fall on the day a share goes ex", () => {
    const flat = marketOf(first, {X: {closes: [100, 100, 99, 99, 99]}});
    const {trades: bought} = casesIn("# both: held\nbuy 1 @ 100")[0]!;
    const held = trails(bought, []);
    const paid = dividendPayments(held[0]!, [dividend], flat, first + 4);
    const result = timeWeightedReturn(portfolio({trails: held, dividends: paid}, flat, whole));
    expect(result).toMatchObject({kind: "return", periodReturn: 0});
  });
});
