import {describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {
  createMarket,
  isQuotedOn,
  rateOn,
  unitOn,
  valueOn,
} from "../../../src/lib/investing/market.js";
import {marketOf} from "./markets.js";

const first = parseDay("2025-05-02");

describe("createMarket(data)", () => {
  it("gives the price in euro at the day's rate", () => {
    const market = marketOf(first, {X: {currency: "USD", closes: [100]}}, {rates: {USD: [0.9]}});
    expect(unitOn(market, "X", first)).toBe(90e10);
    expect(rateOn(market, "X", first)).toBe(900_000);
  });

  it("needs no rates for the euro", () => {
    expect(unitOn(marketOf(first, {X: {closes: [12.3456]}}), "X", first)).toBe(12.3456e10);
  });

  it("has no quote in euro before the first rate: on 1 May New York trades and the ECB rests", () => {
    const mayDay = parseDay("2025-05-01");
    const market = marketOf(
      mayDay,
      {X: {currency: "USD", closes: [100, 101]}, Y: {closes: [5, 5]}},
      {rates: {USD: [0, 0.9]}},
    );
    const quoted = (symbol: string) => [0, 1].map((at) => isQuotedOn(market, symbol, mayDay + at));
    expect(quoted("X")).toEqual([false, true]);
    expect(quoted("Y")).toEqual([true, true]);
    expect(isQuotedOn(market, "X", mayDay - 1)).toBe(false);
  });

  it("carries a price over a weekend, and not beyond a week", () => {
    const market = marketOf(first, {
      X: {closes: [10, null, null, null, null, null, null, null, null]},
      Y: {closes: [1, 1, 1, 1, 1, 1, 1, 1, 1]},
    });
    expect(valueOn(market, "X", 1e6, first + 7)).toBe(10_00);
    expect(() => unitOn(market, "X", first + 8)).toThrow("missing price: X on 2025-05-10");
  });

  it("does not carry a price over a split", () => {
    const market = marketOf(
      first,
      {X: {closes: [10, null, 5]}},
      {splits: [{symbol: "X", day: first + 1, sharesBefore: 1, sharesAfter: 2}]},
    );
    expect(() => unitOn(market, "X", first + 1)).toThrow("missing price: X on 2025-05-03");
    expect(valueOn(market, "X", 1e6, first + 2)).toBe(5_00);
  });

  it("says which day has no price or no rate", () => {
    const market = marketOf(
      first,
      {X: {currency: "USD", closes: [100]}, Y: {closes: [1]}},
      {rates: {CHF: [1]}},
    );
    expect(() => unitOn(market, "Y", first - 1)).toThrow("missing price: Y on 2025-05-01");
    expect(() => unitOn(market, "X", first)).toThrow("missing exchange rate: USD on 2025-05-02");
    expect(() => unitOn(market, "Z", first)).toThrow('unknown symbol: "Z"');
  });

  it("knows its trading days", () => {
    const market = marketOf(first, {X: {closes: [10, null, 11]}});
    expect([...market.isTradingDay.slice(0, 4)]).toEqual([1, 0, 1, 0]);
  });

  it("knows no day and no symbol where it is empty", () => {
    const market = createMarket({instruments: [], prices: [], rates: [], splits: []});
    expect([market.quotes.size, market.isTradingDay.length]).toEqual([0, 0]);
    expect(() => unitOn(market, "X", first)).toThrow('unknown symbol: "X"');
  });
});

describe("valueOn(market, symbol, quantityE6, day)", () => {
  it("rounds once, to the cent, halves away from zero", () => {
    const market = marketOf(
      first,
      {X: {currency: "USD", closes: [33.33]}, H: {closes: [0.01]}},
      {rates: {USD: [0.912345]}},
    );
    // 3 × 33.33 × 0.912345 = 91.2253…; 0.5 × 0.01 = half a cent
    expect(valueOn(market, "X", 3e6, first)).toBe(91_23);
    expect(valueOn(market, "H", 500_000, first)).toBe(1);
  });

  it("needs no price for nothing", () => {
    expect(valueOn(marketOf(first, {X: {closes: [1]}}), "X", 0, first - 99)).toBe(0);
  });
});
