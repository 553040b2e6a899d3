import {mean} from "d3-array";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  expectedValue,
  plainAverage,
  smooth,
  widening,
} from "../../../src/lib/forecasting/dampedTrend.js";

const values = [4, 8, 6, 10, 12];

describe("smooth(values, smoothing)", () => {
  it("is the plain average for alpha 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1}), (any) => {
        expect(smooth(any, plainAverage).at(-1)!.level).toBeCloseTo(mean(any)!, 8);
      }),
    );
  });

  it("is the last value for alpha 1", () => {
    expect(smooth(values, {alpha: 1, beta: 0, phi: 0}).at(-1)!.level).toBe(12);
  });

  it("is the exponentially weighted mean of what was seen between them", () => {
    const weights = values.map((_, t) => 0.7 ** (values.length - 1 - t));
    const weighted = values.reduce((sum, value, t) => sum + value * weights[t]!, 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const {level} = smooth(values, {alpha: 0.3, beta: 0, phi: 0}).at(-1)!;
    expect(level).toBeCloseTo(weighted / total, 10);
  });

  it("learns the slope of a line", () => {
    const line = Array.from({length: 60}, (_, t) => 5 + 2 * t);
    const smoothing = {alpha: 0.5, beta: 0.3, phi: 1};
    const {slope} = smooth(line, smoothing).at(-1)!;
    expect(slope).toBeCloseTo(2, 1);
    expect(expectedValue(smooth(line, smoothing).at(-1)!, smoothing, 10)).toBeCloseTo(143, 0);
  });

  it("has no states for no values", () => {
    expect(smooth([], plainAverage)).toEqual([]);
  });
});

it("expectedValue(state, smoothing, ahead) damps the slope month by month", () => {
  const state = {level: 100, slope: 8, seen: 5};
  const smoothing = {alpha: 0.5, beta: 0.1, phi: 0.5};
  expect([1, 2, 3].map((ahead) => expectedValue(state, smoothing, ahead))).toEqual([104, 106, 107]);
});

it("widening(smoothing, ahead) grows as a random walk for alpha 1, and not at all for alpha 0", () => {
  expect(widening({alpha: 1, beta: 0, phi: 0}, 4)).toBeCloseTo(2, 10);
  expect(widening(plainAverage, 4)).toBe(1);
});
