import {expect, it} from "vitest";
import {
  coverage,
  meanAbsoluteScaledError,
  naiveError,
} from "../../../src/lib/forecasting/accuracy.js";
import {baselines} from "../../../src/lib/forecasting/baselines.js";
import {pathQuantiles} from "../../../src/lib/forecasting/pathQuantiles.js";

it("naiveError(training) is the mean step between months", () => {
  expect(naiveError([1, 3, 2, 2])).toBe(1);
  expect(naiveError([5, 5, 5])).toBe(0);
  expect(naiveError([5])).toBeNaN();
});

it("meanAbsoluteScaledError(scaledErrors) counts errors of either sign", () => {
  expect(meanAbsoluteScaledError([0.5, -1.5])).toBe(1);
  expect(meanAbsoluteScaledError([])).toBeNaN();
});

it("coverage(outcomes) counts the ends of the band as inside", () => {
  const band = {low: 1, high: 3};
  const outcomes = [1, 3, 3.1, 0].map((actual) => ({...band, actual}));
  expect(coverage(outcomes)).toBe(0.5);
  expect(coverage([])).toBeNaN();
});

it("baselines repeat the last year, the last month and the mean", () => {
  const values = Array.from({length: 14}, (_, t) => t);
  expect(baselines.seasonalNaive(values, 1)).toBe(2);
  expect(baselines.seasonalNaive(values, 12)).toBe(13);
  expect(baselines.seasonalNaive(values, 13)).toBe(2);
  expect(baselines.lastValue(values, 5)).toBe(13);
  expect(baselines.plainAverage(values, 2)).toBe(6.5);
});

it("baselines.seasonalNaive(values, ahead) does not exist before a year is known", () => {
  expect(baselines.seasonalNaive([1, 2, 3], 1)).toBeUndefined();
  expect(baselines.plainAverage([], 1)).toBeUndefined();
});

it("pathQuantiles(paths, probabilities) interpolates between paths, month by month", () => {
  const paths = [3, 1, 2].map((value) => Float64Array.of(value, value * 10));
  expect(pathQuantiles(paths, [0, 0.25, 0.5, 1])).toEqual([
    [1, 1.5, 2, 3],
    [10, 15, 20, 30],
  ]);
  expect(pathQuantiles([], [0.5])).toEqual([]);
});
