import {describe, expect, it} from "vitest";
import {sameFlowsIn} from "../../../src/lib/investing/benchmark.js";
import type {Market} from "../../../src/lib/investing/market.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {formatEur} from "../../../src/lib/money.js";
import {first, market, payments, trail, whole} from "./fiveDays.js";
import {marketOf} from "./markets.js";

/** A market in which nothing is paid or split. */
const only = (market: Market) => ({market, splits: [], dividends: []});

describe("sameFlowsIn(portfolio, market, symbol)", () => {
  const columns = portfolio({trails: [trail], dividends: payments}, market, whole);

  it("buys and sells the benchmark with the same flows", () => {
    // 902 ÷ 50 = 18.04; − 415 ÷ 50 = 8.3; − 5.76 ÷ 49 = 0.117551; 9.622449 × 52 = 500.37
    const result = sameFlowsIn(columns, only(market), "VWRL");
    if (result.kind !== "value") throw new Error("exhausted");
    expect([...result.valueCents].map(formatEur)).toEqual([
      "0.00",
      "902.00",
      "487.00",
      "471.50",
      "490.74",
      "500.37",
    ]);
  });

  it("starts with what the portfolio was worth on the eve", () => {
    const later = portfolio({trails: [trail]}, market, {from: first + 1, to: first + 1});
    // 909.00 ÷ 50 = 18.18; − 8.3; × 50
    const result = sameFlowsIn(later, only(market), "VWRL");
    expect(result).toMatchObject({kind: "value"});
    if (result.kind === "value") {
      expect([...result.valueCents].map(formatEur)).toEqual(["909.00", "494.00"]);
    }
  });

  it("says when it runs dry", () => {
    const falling = marketOf(
      first,
      {X: {currency: "USD", closes: [101, 111, 109, 112, 112]}, VWRL: {closes: [50, 5]}},
      {rates: {USD: [0.9, 0.95, 0.95, 0.96, 0.95]}},
    );
    expect(sameFlowsIn(columns, only(falling), "VWRL")).toEqual({
      kind: "exhausted",
      day: first + 1,
    });
  });

  it("reinvests each dividend at the close of its ex day, before the flows of that day", () => {
    // 902 ÷ 50 − 415 ÷ 50 = 9.74; × (1 + 0.98 ÷ 49) = 9.9348, 486.81 at 49; − 5.76 ÷ 49 = 9.817249; × 52 = 510.50
    const dividends = [
      {symbol: "VWRL", exOn: first, paidOn: first, amountE4: 500_000}, // before there was anything
      {symbol: "VWRL", exOn: first + 2, paidOn: first + 30, amountE4: 9_800},
      {symbol: "X", exOn: first + 3, paidOn: first + 3, amountE4: 10_000},
    ];
    const result = sameFlowsIn(columns, {market, splits: [], dividends}, "VWRL");
    if (result.kind !== "value") throw new Error("exhausted");
    expect([...result.valueCents].map(formatEur).slice(2)).toEqual([
      "487.00",
      "481.05",
      "500.68",
      "510.50",
    ]);
  });

  it("is an index of total return where money comes but once", () => {
    // 100 → 98 + 2 → 98 + 2: nothing is lost on the ex days
    const flat = marketOf(first, {F: {closes: [100, 98, 96.04]}}, {});
    const paid = [1, 2].map((offset) => ({
      symbol: "F",
      exOn: first + offset,
      paidOn: first + 90,
      amountE4: [0, 20_000, 19_600][offset]!,
    }));
    const once = {
      ...portfolio({trails: []}, flat, {from: first, to: first + 2}),
      moneyInCents: Float64Array.of(0, 10_000, 0, 0),
    };
    const result = sameFlowsIn(once, {market: flat, splits: [], dividends: paid}, "F");
    if (result.kind !== "value") throw new Error("exhausted");
    expect([...result.valueCents]).toEqual([0, 10_000, 10_000, 10_000]);
  });

  it("goes on over a split of the benchmark", () => {
    const split = {symbol: "F", day: first + 1, sharesBefore: 1, sharesAfter: 4};
    const halved = marketOf(first, {F: {closes: [100, 25, 26]}}, {splits: [split]});
    const once = {
      ...portfolio({trails: []}, halved, {from: first, to: first + 2}),
      moneyInCents: Float64Array.of(0, 10_000, 0, 0),
    };
    const result = sameFlowsIn(once, {market: halved, splits: [split], dividends: []}, "F");
    if (result.kind !== "value") throw new Error("exhausted");
    expect([...result.valueCents]).toEqual([0, 10_000, 10_000, 10_400]);
  });
});
