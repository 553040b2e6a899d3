import {describe, expect, it} from "vitest";
import {maximumDrawdown, tradingDayReturns, volatility} from "../../../src/lib/investing/risk.js";

describe("volatility(returns)", () => {
  it("is the sample standard deviation times the root of 252", () => {
    // mean 1 %, deviations ±1 %: √(2 × 0.0001 ÷ 1) × √252
    expect(volatility([0, 0.02])).toBeCloseTo(Math.sqrt(0.0002 * 252), 12);
  });

  it("is zero for a steady rise, null for fewer than two days", () => {
    expect(volatility([0.01, 0.01, 0.01])).toBeCloseTo(0, 12);
    expect(volatility([0.01])).toBeNull();
    expect(volatility([])).toBeNull();
  });
});

describe("tradingDayReturns(growth, isTradingDay)", () => {
  it("counts a weekend to the Monday after it", () => {
    const growth = [1, 1.1, 1.1, 1.1, 1.21];
    const returns = tradingDayReturns(growth, (i) => i === 1 || i === 4);
    expect(returns).toHaveLength(2);
    expect(returns[0]).toBeCloseTo(0.1, 12);
    expect(returns[1]).toBeCloseTo(0.1, 12);
  });

  it("stops after a total loss", () => {
    expect(tradingDayReturns([1, 0, 0], () => true)).toEqual([-1]);
  });
});

describe("maximumDrawdown(growth, eve)", () => {
  it("finds the deepest fall, with peak, trough and recovery", () => {
    expect(maximumDrawdown([1, 1.2, 0.9, 1.0, 1.2, 1.1], 100)).toEqual({
      depth: 0.25,
      peakOn: 101,
      troughOn: 102,
      recoveredOn: 104,
    });
  });

  it("is not recovered where the curve stays below the peak", () => {
    expect(maximumDrawdown([1, 0.5, 0.9], 0)).toMatchObject({depth: 0.5, recoveredOn: null});
  });

  it("takes the last day at the peak, and the first of equal falls", () => {
    expect(maximumDrawdown([1, 1, 0.5, 1, 0.5], 0)).toMatchObject({
      peakOn: 1,
      troughOn: 2,
      recoveredOn: 3,
    });
  });

  it("is null for a curve that never falls", () => {
    expect(maximumDrawdown([1, 1, 1.1], 0)).toBeNull();
    expect(maximumDrawdown([1], 0)).toBeNull();
  });

  it("measures the whole way down to nothing", () => {
    expect(maximumDrawdown([1, 0, 0], 0)).toMatchObject({depth: 1, troughOn: 1});
  });
});
