import {describe, expect, it} from "vitest";
import {
  accuracyFinding,
  accuracyRows,
  accuracyText,
} from "../../../src/companies/runway/accuracy.js";
import type {FlowAccuracy, FlowBacktest} from "../../../src/lib/forecasting/forecast.js";

describe("the backtest in words", () => {
  const flow = (average: number, forecasts = 1440): FlowAccuracy => ({
    companies: 120,
    forecasts,
    mase: 0.6,
    baselineMase: {seasonalNaive: Number.NaN, lastValue: 1, plainAverage: 0.75},
    ratio: {seasonalNaive: Number.NaN, lastValue: 0.6, plainAverage: average},
    coverage80: 0.81,
    coverage95: 0.95,
    bias: 0.13,
  });
  const backtest = (net: number, outflow = 0.7): FlowBacktest => ({
    net: flow(net),
    inflow: flow(0.9),
    outflow: flow(outflow),
  });

  it("compares with the best baseline, and leaves out one that does not exist", () => {
    const rows = accuracyRows(backtest(0.8));
    expect(rows).toHaveLength(12);
    expect(rows[1]).toMatchObject({method: "seasonalNaive", mase: null, mase_ratio: null});
    expect(accuracyFinding(rows)).toBe(
      "The forecast of net flow errs 20% less than the best simple one, “plain average”",
    );
    expect(accuracyText(rows)).toBe(
      "Of the 1,440 months of net flow that were forecast and then came, 81% fell into the 80% band and 95% into the 95% band; it leans to the high side by 0.13 of a typical step from month to month. On the median company it beats each baseline for net, inflow and outflow alike.",
    );
  });

  it("says which baseline cannot be beaten", () => {
    expect(accuracyFinding(accuracyRows(backtest(1.02)))).toBe(
      "The forecast of net flow does not beat “plain average”",
    );
    expect(accuracyText(accuracyRows(backtest(0.9, 1)))).toMatch(
      /could not beat “plain average” for outflow\.$/,
    );
  });

  it("says so where there was nothing to test", () => {
    const none = accuracyRows({net: flow(1, 0), inflow: flow(1, 0), outflow: flow(1, 0)});
    expect(none).toEqual([]);
    expect(accuracyFinding(none)).toBe("The months are too few to test the forecast");
    expect(accuracyText(none)).toMatch(/^It takes fifteen months/);
  });
});
