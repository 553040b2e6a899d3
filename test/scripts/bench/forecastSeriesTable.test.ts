import {describe, expect, it} from "vitest";
import {
  type ClassAccuracy,
  monthsKnown,
  seriesCampaign,
} from "../../../scripts/bench/forecastSeries.js";
import {
  isSeriesMissed,
  seriesMisses,
  seriesTable,
} from "../../../scripts/bench/forecastSeriesTable.js";

const accuracy = (change: Partial<ClassAccuracy> = {}): ClassAccuracy => ({
  name: "random walk",
  months: 18,
  coverage: 0.8,
  ofAverage: 0.6,
  ofLastValue: 1.05,
  ofYearAgo: 0.5,
  ...change,
});
const whole = (change: Partial<ClassAccuracy> = {}) =>
  monthsKnown.map((months) => accuracy({months, ...change}));

describe("seriesMisses(accuracy)", () => {
  it.each([
    [{coverage: 0.72}, []],
    [{coverage: 0.719}, ["band too narrow at 18"]],
    [{coverage: 0.881}, ["band too wide at 18"]],
    [{name: "with zeros", coverage: 0.92}, []],
    [{months: 12, coverage: 0.65}, []],
    [{months: 12, coverage: 0.64}, ["band too narrow at 12"]],
    [{months: 8, coverage: 0.5}, []],
    [{name: "flat noise", ofAverage: 1.03}, []],
    [{name: "flat noise", ofAverage: 1.031}, ["p50 errs too much at 18"]],
    [{name: "season, strong", ofAverage: 0.51}, ["p50 errs too much at 18"]],
    [{name: "season, strong", months: 12, ofAverage: 1.2}, []],
  ] as const)("%j misses %j", (change, misses) =>
    expect(seriesMisses(accuracy(change))).toEqual(misses),
  );
});

describe("seriesTable(accuracies)", () => {
  it("has a row a class, and counts those that miss", () => {
    const all = [...whole(), ...whole({name: "trend", coverage: 0.9})];
    const lines = seriesTable(all);
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(/^random walk +(80 +){6}\| +(0\.60 +){6}\| +1\.05 +0\.50 +ok$/);
    expect(lines[3]).toMatch(/MISSED: band too wide at 18, band too wide at 24,/);
    expect(lines.at(-1)).toBe("1 of 2 classes MISS a target");
    expect(isSeriesMissed(all)).toBe(true);
    expect(isSeriesMissed(whole())).toBe(false);
    expect(seriesTable(whole()).at(-1)).toBe("all 1 classes meet their targets");
  });
});

describe("seriesCampaign(seed, count)", () => {
  it("judges every class at every length, the same for the same seed", () => {
    const once = seriesCampaign("test", 1);
    expect(once).toHaveLength(16 * monthsKnown.length);
    expect(seriesCampaign("test", 1)).toEqual(once);
    expect(seriesCampaign("other", 1)).not.toEqual(once);
  });

  it("knows no year-ago value where there is no year", () => {
    for (const {months, ofYearAgo} of seriesCampaign("test", 1)) {
      expect(Number.isNaN(ofYearAgo)).toBe(months < 12);
    }
  });
});
