import {describe, expect, it} from "vitest";
import {calibration} from "../../../src/lib/forecasting/calibration.js";
import {leverage, plainAverage, smooth} from "../../../src/lib/forecasting/dampedTrend.js";
import {errorSizes} from "../../../src/lib/forecasting/errorSizes.js";
import type {PoolMember} from "../../../src/lib/forecasting/pooledFit.js";

/** Errors of one size and changing sign, with the two first months not judged. */
const errors = (size: number, months = 14) =>
  Float64Array.from({length: months}, (_, t) => (t < 2 ? Number.NaN : size * (-1) ** t));

describe("errorSizes(errors, groups)", () => {
  it("keeps a calm group calm beside a wild one", () => {
    const pool = [...Array(6).fill(0.02), ...Array(6).fill(0.4)].map((size) => errors(size));
    const sizes = errorSizes(
      pool,
      pool.map((_, i) => Number(i >= 6)),
    );
    expect(sizes[0]!.size).toBeLessThan(0.04);
    expect(sizes[6]!.size).toBeGreaterThan(0.3);
    expect(Math.abs(sizes[0]!.surprises[5]!)).toBeGreaterThan(0.6);
  });

  it("draws a series with few months towards its group", () => {
    const pool = [...Array.from({length: 8}, () => errors(0.1)), errors(1, 3)];
    const sizes = errorSizes(
      pool,
      pool.map(() => 0),
    );
    expect(sizes[8]!.size).toBeLessThan(0.8);
    expect(sizes[8]!.size).toBeGreaterThan(0.1);
  });

  it("is 0 where nothing ever erred, and is not moved by such series", () => {
    const still = errorSizes([errors(0), errors(0)], [0, 0]);
    expect(still.map(({size}) => size)).toEqual([0, 0]);
    const [one] = errorSizes([errors(0.1), errors(0)], [0, 0]);
    expect(one!.size).toBeCloseTo(0.1, 6);
  });
});

describe("leverage(smoothing, seen)", () => {
  it("is 1/n for the plain average, and 1 for the last value", () => {
    expect(leverage(plainAverage, 5)).toBeCloseTo(0.2, 12);
    expect(leverage({alpha: 1, beta: 0, phi: 0}, 9)).toBe(1);
  });
});

describe("calibration(surprises, hindsights)", () => {
  /** A member whose level is 10 and whose errors are thought to be 1. */
  const member = {
    kind: "absolute",
    smoothing: plainAverage,
    state: smooth([10, 10], plainAverage).at(-1)!,
    scale: 1,
    spread: 1,
    doubt: 1,
    surprises: new Float64Array(),
    adjust: (value) => value,
    restore: (value) => value,
  } satisfies PoolMember;
  const surprises = Array.from({length: 101}, (_, i) => (i - 50) / 50);
  /** The latest months, `times` as far off as the surprises within the data. */
  const came = (times: number) =>
    surprises.map((surprise) => ({member, start: 24, came: [10 + times * surprise]}));

  it("widens the band where the latest months came further off than the data let expect", () => {
    const twice = calibration(surprises, came(2));
    expect(twice).toBeCloseTo(2 ** (1 / 5) * 1.2 ** (4 / 5), 6);
    const more = [24, 25, 26].flatMap((start) => came(2).map((one) => ({...one, start})));
    expect(calibration(surprises, more)).toBeCloseTo(2 ** (3 / 7) * 1.2 ** (4 / 7), 6);
  });

  it("narrows it where they came nearer, but not to nothing", () => {
    expect(calibration(surprises, came(0.5))).toBeCloseTo(2 ** (-1 / 5) * 1.2 ** (4 / 5), 6);
    expect(calibration(surprises, came(0))).toBe(1.2);
  });

  it("falls back on what is usual without hindsight", () => {
    expect(calibration(surprises, [])).toBe(1.2);
    expect(calibration([0, 0], came(1))).toBe(1.2);
  });
});
