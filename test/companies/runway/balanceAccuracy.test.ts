import {describe, expect, it} from "vitest";
import {
  balanceAccuracyFinding,
  balanceAccuracyRows,
  balanceAccuracyText,
  balanceScoreText,
} from "../../../src/companies/runway/balanceAccuracy.js";
import type {BalanceAccuracy, BalanceMethod} from "../../../src/lib/forecasting/forecast.js";

const accuracy = (
  method: BalanceMethod,
  ahead: number,
  origins: readonly number[],
  error = 0.6,
  lead = 0.1,
): BalanceAccuracy => ({
  method,
  ahead,
  origins,
  forecasts: 120,
  coverage80: method === "mean" ? Number.NaN : 0.8,
  error,
  errorCents: 1,
  lead,
  leadNoise: 0.03,
  withCash: 100,
  dryExpected: 14.6,
  dryActual: 12,
  brier: 0.09,
});
const rows = (ours: number, origins = [24], leads = [0.6 - ours, 0.7 - ours]) =>
  balanceAccuracyRows([
    accuracy("forecast", 3, [30, 31]),
    accuracy("forecast", 12, origins, ours, 0),
    accuracy("bootstrap", 12, origins, 0.6, leads[0]),
    accuracy("mean", 12, origins, 0.7, leads[1]),
  ]);

describe("the backtest of balances in words", () => {
  it("says at the furthest horizon which rivals are beaten beyond chance, or beat it", () => {
    const off = (error: string) => `Forecasts 12 months ahead miss by ${error} months of costs`;
    expect(balanceAccuracyFinding(rows(0.5))).toBe(`${off("0.5")}, less than simple methods`);
    expect(balanceAccuracyFinding(rows(0.56))).toBe(`${off("0.6")}, less than last year’s mean`);
    expect(balanceAccuracyFinding(rows(0.7))).toBe(`${off("0.7")}, more than last year redrawn`);
    expect(balanceAccuracyFinding(rows(0.6, [24], [0.05, -0.05]))).toBe(
      `${off("0.6")}, much like simple methods`,
    );
    expect(balanceAccuracyFinding([])).toBe("The months are too few to test the balance ahead");
  });

  it("tells what the band held, and how many ran dry of those expected to", () => {
    expect(balanceAccuracyText(rows(0.5))).toBe(
      "The 80% band held 80% of 120 balances 3 months ahead and 80% of 120 balances 12 months ahead. Of 100 companies with cash, 15 were expected to run dry within 12 months, and 12 did.",
    );
    expect(balanceAccuracyText([])).toMatch(/^No balance can be judged yet/);
  });

  it("scores the odds beside those of the rivals, and says so where they were tried once only", () => {
    expect(balanceScoreText(rows(0.5))).toBe(
      "The Brier score of these odds is 0.09, against 0.09 for last year redrawn and 0.09 for last year’s mean; less is better.",
    );
    expect(balanceScoreText(rows(0.5, [6]))).toMatch(
      /12 months ahead can be judged only once, by a forecast that knew 6 months; today’s knows more\.$/,
    );
    expect(balanceScoreText([])).toBe("");
  });

  it("has no coverage for a method without a band", () => {
    expect(rows(1).map(({coverage_80_share}) => coverage_80_share)).toEqual([0.8, 0.8, 0.8, null]);
  });
});
