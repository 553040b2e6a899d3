import {describe, expect, it} from "vitest";
import {campaignTable, missesOf} from "../../../scripts/bench/forecastTable.js";
import type {FlowAccuracy} from "../../../src/lib/forecasting/forecast.js";

const flow = (change: Partial<FlowAccuracy> = {}): FlowAccuracy => ({
  companies: 120,
  forecasts: 1440,
  mase: 0.6,
  baselineMase: {seasonalNaive: 0.9, lastValue: 1, plainAverage: 0.8},
  ratio: {seasonalNaive: 0.7, lastValue: 0.6, plainAverage: 0.8},
  coverage80: 0.8,
  coverage95: 0.94,
  bias: 0.01,
  ...change,
});

describe("campaignTable(campaigns)", () => {
  it("has a row a seed and flow, and says that all targets are met", () => {
    const lines = campaignTable([
      {seed: 7, backtest: {inflow: flow(), outflow: flow(), net: flow()}},
    ]);
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^7 +inflow +0\.600 .*0\.800 \(0\.80\) +80\.0 +94\.0 +0\.010 +ok$/);
    expect(lines.at(-1)).toBe("all 3 rows meet their targets");
  });

  it("marks each row that misses, and counts them", () => {
    const lines = campaignTable([
      {seed: 7, backtest: {inflow: flow(), outflow: flow({coverage80: 0.74}), net: flow()}},
    ]);
    expect(lines[2]).toMatch(/MISSED: 80 % band too narrow$/);
    expect(lines.at(-1)).toBe("1 of 3 rows MISS a target");
  });
});

describe("missesOf(accuracy)", () => {
  it.each([
    [{coverage80: 0.75}, []],
    [{coverage80: 0.851}, ["80 % band too wide"]],
    [
      {ratio: {seasonalNaive: Number.NaN, lastValue: 1, plainAverage: 0.9}},
      ["does not beat last value"],
    ],
    [{mase: Number.NaN}, ["nothing to judge"]],
  ])("%j misses %j", (change, misses) => expect(missesOf(flow(change))).toEqual(misses));
});
