import {describe, expect, it} from "vitest";
import {sameFlowsIn} from "../../../src/lib/investing/benchmark.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {formatEur} from "../../../src/lib/money.js";
import {first, market, payments, trail, whole} from "./fiveDays.js";
import {marketOf} from "./markets.js";

describe("sameFlowsIn(portfolio, market, symbol)", () => {
  const columns = portfolio({trails: [trail], dividends: payments}, market, whole);

  it("buys and sells the benchmark with the same flows", () => {
    // 902 ÷ 50 = 18.04; − 415 ÷ 50 = 8.3; − 5.76 ÷ 49 = 0.117551; 9.622449 × 52 = 500.37
    const result = sameFlowsIn(columns, market, "VWRL");
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
    const result = sameFlowsIn(later, market, "VWRL");
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
    expect(sameFlowsIn(columns, falling, "VWRL")).toEqual({kind: "exhausted", day: first + 1});
  });
});
