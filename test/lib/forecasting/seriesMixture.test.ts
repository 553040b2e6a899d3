import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type Component,
  mixtureQuantile,
  mixtureShare,
  studentShare,
} from "../../../src/lib/forecasting/seriesMixture.js";

const component = (change: Partial<Component> = {}): Component => ({
  weight: 1,
  isOfLogarithm: false,
  centre: 0,
  scale: 1,
  freedom: 5,
  factor: 1,
  shift: 0,
  ...change,
});

describe("studentShare(t, freedom)", () => {
  // Percentage points of Student's distribution, as in any table of it.
  it.each([
    [1, 3.0777, 0.9],
    [2, 1.8856, 0.9],
    [3, 1.6377, 0.9],
    [4, 2.7764, 0.975],
    [5, 1.4759, 0.9],
    [30, 2.0423, 0.975],
    [2001, 1.2818, 0.9],
  ])("knows the table: %i degrees of freedom, %d", (freedom, t, share) => {
    expect(studentShare(t, freedom)).toBeCloseTo(share, 4);
    expect(studentShare(-t, freedom)).toBeCloseTo(1 - share, 4);
    expect(studentShare(0, freedom)).toBe(0.5);
  });
});

describe("mixtureQuantile(components, probability)", () => {
  it("moves with centre, scale, factor and shift", () => {
    const moved = [component({centre: 10, scale: 2, factor: 3, shift: -5})];
    expect(mixtureQuantile(moved, 0.5)).toBeCloseTo(25, 8);
    expect(mixtureQuantile(moved, 0.9)).toBeCloseTo(25 + 6 * 1.4759, 2);
  });

  it("is skewed for a logarithm", () => {
    const skewed = [component({isOfLogarithm: true, centre: Math.log(100)})];
    expect(mixtureQuantile(skewed, 0.5)).toBeCloseTo(100, 6);
    expect(mixtureQuantile(skewed, 0.9)).toBeCloseTo(100 * Math.exp(1.4759), 1);
    expect(mixtureShare(skewed, 0)).toBe(0);
  });

  it("lies between two components that are far apart, in the one that the probability reaches", () => {
    const two = [component({weight: 0.6}), component({weight: 0.4, centre: 1000})];
    expect(mixtureQuantile(two, 0.3)).toBeCloseTo(0, 6);
    expect(mixtureQuantile(two, 0.8)).toBeCloseTo(1000, 6);
  });

  it("has its probability below it", () => {
    const some = fc.record({
      centre: fc.double({min: -1e6, max: 1e6, noNaN: true}),
      scale: fc.double({min: 1, max: 1e6, noNaN: true}),
      freedom: fc.integer({min: 1, max: 60}),
    });
    fc.assert(
      fc.property(fc.array(some, {minLength: 1, maxLength: 5}), (ones) => {
        const mixture = ones.map((one) => component({...one, weight: 1 / ones.length}));
        for (const probability of [0.1, 0.5, 0.9]) {
          const value = mixtureQuantile(mixture, probability);
          expect(mixtureShare(mixture, value)).toBeCloseTo(probability, 5);
        }
      }),
    );
  });
});
