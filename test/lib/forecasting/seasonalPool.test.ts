import {describe, expect, it} from "vitest";
import {seasonalIndex} from "../../../src/lib/forecasting/seasonalIndex.js";
import {adjust, restore, seasonalPool} from "../../../src/lib/forecasting/seasonalPool.js";
import {draws} from "./syntheticSeries.js";

const wave = (month: number, peak: number) => 0.3 * Math.cos((2 * Math.PI * (month - peak)) / 12);

/** Two industries with opposite seasons, ten companies each, noise of `noise` times the level. */
function pool(noise: number, {months = 12, season = 1, slope = 0} = {}) {
  const {normal} = draws(`pool ${noise} ${months}`);
  return Array.from({length: 20}, (_, i) => ({
    group: i % 2,
    start: 0,
    values: Array.from(
      {length: months},
      (_, t) => (1 + slope * t) * (1 + season * wave(t, 6 * (i % 2))) * (1 + noise * normal()),
    ),
  }));
}

describe("seasonalPool(pool, kind)", () => {
  it("finds the season of each industry from one year", () => {
    const {index} = seasonalPool(pool(0.1), "relative");
    for (let month = 0; month < 12; month++) {
      expect(index(0, month)).toBeCloseTo(wave(month, 0), 0);
      expect(Math.abs(index(0, month) - wave(month, 0))).toBeLessThan(0.1);
      expect(Math.abs(index(1, month) - wave(month, 6))).toBeLessThan(0.1);
    }
  });

  it("gives the months to come the season of the year before", () => {
    const {index} = seasonalPool(pool(0.1), "relative");
    expect(index(0, 14)).toBe(index(0, 2));
  });

  it("finds next to none in noise", () => {
    const {index} = seasonalPool(pool(0.3, {season: 0}), "relative");
    for (let month = 0; month < 12; month++) expect(Math.abs(index(0, month))).toBeLessThan(0.12);
  });

  it("does not take a trend that years show for a season", () => {
    const {index} = seasonalPool(pool(0.02, {months: 24, season: 0, slope: 0.02}), "relative");
    for (let month = 0; month < 12; month++) expect(Math.abs(index(0, month))).toBeLessThan(0.05);
  });

  it("judges each month by the others: the index without it leaves its own outlier out", () => {
    const series = pool(0.05);
    (series[0]!.values as number[])[3] = 2.4;
    const {index, withoutOwn} = seasonalPool(series, "relative");
    expect(withoutOwn[0]![3]).toBeLessThan(index(0, 3));
  });

  it("adds an absolute season where values cross zero", () => {
    const series = pool(0.05).map((one) => ({
      ...one,
      values: one.values.map((value) => value - 1),
    }));
    const {index} = seasonalPool(series, "absolute");
    expect(index(0, 0)).toBeGreaterThan(0.2);
    expect(index(1, 0)).toBeLessThan(-0.2);
  });

  it("takes an empty pool and a series of zeros", () => {
    expect(seasonalPool([], "relative").withoutOwn).toEqual([]);
    const zeros = [{group: 0, start: 0, values: [0, 0, 0]}];
    expect(seasonalPool(zeros, "relative").index(0, 1)).toBe(0);
  });
});

it("seasonalIndex([]) is 0 everywhere", () => {
  expect(seasonalIndex([]).at(0, 0, 5)).toBe(0);
});

it.each(["relative", "absolute"] as const)("restore undoes adjust: %s", (kind) => {
  expect(restore(adjust(120, 0.2, kind), 0.2, kind)).toBeCloseTo(120, 10);
});
