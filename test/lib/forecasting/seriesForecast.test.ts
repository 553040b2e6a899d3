import {mean} from "d3-array";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  forecastSeries,
  maybeTooLittle,
  type Quantiles,
} from "../../../src/lib/forecasting/forecast.js";
import {type ShapeName, series} from "./syntheticSeries.js";

const forecast = (values: readonly number[], horizon: number): Quantiles[] =>
  forecastSeries(values, horizon);

/** Mean absolute errors over seeds, of the forecast and of the average of what was known. */
function errors(name: ShapeName, {seeds = 25, months = 18, horizon = 6} = {}) {
  let ours = 0;
  let average = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const values = series(name, seed, months + horizon);
    const known = values.slice(0, months);
    const flat = mean(known)!;
    for (const [h, {p50}] of forecast(known, horizon).entries()) {
      ours += Math.abs(p50 - values[months + h]!);
      average += Math.abs(flat - values[months + h]!);
    }
  }
  return {ours, average};
}

describe("forecastSeries(values, horizon)", () => {
  it.each([
    ["wave", 0.4],
    ["growingWave", 0.4],
    ["waveBelowZero", 0.4],
    ["months", 0.5],
    ["summerOnly", 0.2],
    ["quarterly", 0.4],
  ] as const)("beats a flat line on eighteen months of a strong season: %s", (name, limit) => {
    const {ours, average} = errors(name);
    expect(ours / average).toBeLessThan(limit);
  });

  it.each([
    ["trend", 0.3],
    ["fall", 0.3],
    ["step", 0.7],
    ["walk", 1],
  ] as const)("follows a level that moves: %s", (name, limit) => {
    const {ours, average} = errors(name);
    expect(ours / average).toBeLessThan(limit);
  });

  it.each([3, 4, 5])("has an honest band for as few as %i months", (months) => {
    let inside = 0;
    for (let seed = 0; seed < 200; seed++) {
      const values = series("flatNoise", seed, months + 1);
      const [{p10, p90}] = forecast(values.slice(0, months), 1) as [Quantiles];
      inside += Number(values[months]! >= p10 && values[months]! <= p90);
    }
    expect(inside / 200).toBeGreaterThan(0.72);
    expect(inside / 200).toBeLessThan(0.9);
  });

  it("takes a peak that comes each year for a season, not for an accident", () => {
    const peak = Array.from({length: 24}, (_, t) => 100 + ((7 * t) % 5) + (t % 12 === 7 ? 150 : 0));
    const rows = forecast(peak, 12);
    expect(rows[7]!.p50).toBeGreaterThan(200);
    expect(Math.max(...rows.filter((_, h) => h !== 7).map(({p50}) => p50))).toBeLessThan(115);
  });

  it("keeps a peak that came once out of the level", () => {
    const once = Array.from({length: 24}, (_, t) => 100 + ((7 * t) % 5) + (t === 7 ? 150 : 0));
    for (const {p50} of forecast(once, 12)) expect(Math.abs(p50 - 102)).toBeLessThan(4);
  });

  it("follows a straight line through noise in eighteen months, which is not foretold month by month", () => {
    const {ours, average} = errors("noisyTrend", {seeds: 60});
    expect(ours / average).toBeLessThan(0.65);
  });

  it.each(["flatNoise", "flatNoiseAroundZero", "flatUniform"] as const)(
    "is as good as the average where nothing but noise is: %s",
    (name) => {
      const {ours, average} = errors(name, {seeds: 60});
      expect(ours / average).toBeLessThan(1.02);
    },
  );

  it.each(["flatNoise", "trend", "wave"] as const)(
    "covers about eight of ten outcomes with p10 to p90: %s",
    (name) => {
      const inside: number[] = [];
      for (let seed = 0; seed < 40; seed++) {
        const values = series(name, seed, 24);
        for (const [h, {p10, p90}] of forecast(values.slice(0, 18), 6).entries()) {
          inside.push(Number(values[18 + h]! >= p10 && values[18 + h]! <= p90));
        }
      }
      expect(mean(inside)).toBeGreaterThan(0.7);
      expect(mean(inside)).toBeLessThan(0.9);
    },
  );

  it.each([
    ["walk", 0.68],
    ["step", 0.72],
    ["noisyTrend", 0.72],
    ["percent", 0.7],
  ] as const)("does not promise too much where the level moves: %s", (name, least) => {
    const inside: number[] = [];
    for (let seed = 0; seed < 100; seed++) {
      const values = series(name, seed, 24);
      for (const [h, {p10, p90}] of forecast(values.slice(0, 18), 6).entries()) {
        inside.push(Number(values[18 + h]! >= p10 && values[18 + h]! <= p90));
      }
    }
    expect(mean(inside)).toBeGreaterThan(least);
    expect(mean(inside)).toBeLessThan(0.9);
  });

  it("is wider the further ahead a walk is forecast, and not for noise", () => {
    const width = ({p10, p90}: Quantiles) => p90 - p10;
    const growth = (name: ShapeName) => {
      const rows = forecast(series(name, 1, 60), 6);
      return width(rows[5]!) / width(rows[0]!);
    };
    expect(growth("walk")).toBeGreaterThan(1.8);
    expect(growth("flatNoise")).toBeLessThan(1.1);
  });

  it("leaves one wild month out of the band, but for the same month of the next year", () => {
    const values = Array.from({length: 18}, (_, t) => 100 + ((7 * t) % 5));
    values[7] = 1000;
    const rows = forecast(values, 6);
    for (const [h, {p10, p50, p90}] of rows.entries()) {
      expect(Math.abs(p50 - 102)).toBeLessThan(3);
      if (h === 1) expect(p90).toBeGreaterThan(1000);
      else expect(p90 - p10).toBeLessThan(8);
    }
    const fallen = forecast(
      values.map((value, t) => (t === 7 ? 40 : value)),
      2,
    );
    expect(fallen[1]!.p10).toBeLessThan(40);
  });

  it("says of a December that came once that it may come again: p90 reaches it", () => {
    const noise = [
      120, -80, 200, -150, 40, -200, 90, 0, -30, 160, -110, 60, -190, 180, 20, -60, 100, -140,
    ];
    const values = noise.map((away, t) => (t === 7 ? 7300 : 3000 + away));
    const [, december] = forecast(values, 2);
    expect(december!.p90).toBeGreaterThan(7300);
    expect(Math.abs(december!.p50 - 3000)).toBeLessThan(200);
  });

  it("keeps a band above 0 for a line that falls towards it, and does not declare it dead", () => {
    for (const values of [
      [700, 600, 500, 400, 300, 200, 100],
      Array.from({length: 30}, (_, t) => 3000 - 100 * t + (t % 3)),
    ]) {
      for (const {p10, p50, p90} of forecast(values, 6)) {
        expect(p10).toBeGreaterThanOrEqual(0);
        expect(p50).toBeGreaterThan(0);
        expect(p50).toBeLessThan(100);
        expect(p90).toBeGreaterThan(100);
      }
    }
    const [gone] = forecast([600, 500, 400, 300, 200, 100, 0], 1);
    expect(gone).toMatchObject({p10: 0, p50: 0});
    expect(gone!.p90).toBeGreaterThan(20);
  });

  it("expects after one payment in all that another may come, whenever it came", () => {
    for (const at of [0, 12, 23]) {
      const values = Array.from({length: 24}, (_, t) => (t === at ? 900 : 0));
      for (const {p10, p50, p90} of forecast(values, 3)) {
        expect([p10, p50]).toEqual([0, 0]);
        expect(p90).toBeGreaterThanOrEqual(899);
        expect(p90).toBeLessThan(2000);
      }
    }
  });

  it("has a band wherever a series moved, however regular it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -3, max: 3}), {minLength: 1, maxLength: 4}),
        fc.integer({min: 3, max: 8}),
        (pattern, times) => {
          const values = Array.from(
            {length: pattern.length * times},
            (_, t) => pattern[t % pattern.length]!,
          );
          const isStill = values.every((value) => value === values[0]);
          for (const {p10, p90} of forecast(values, 13)) expect(p90 > p10).toBe(!isStill);
        },
      ),
      {numRuns: 60},
    );
  });

  it("mirrors: what is turned upside down is forecast upside down", () => {
    const value = fc.oneof(fc.constant(0), fc.integer({min: -1000, max: 1000}));
    const above = fc.integer({min: 0, max: 1000});
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(value, {minLength: 3, maxLength: 40}),
          fc.array(above, {minLength: 3, maxLength: 40}),
        ),
        (values) => {
          const turned = forecast(
            values.map((one) => -one),
            3,
          );
          const size = Math.max(1, ...values.map(Math.abs));
          for (const [h, {p10, p50, p90}] of forecast(values, 3).entries()) {
            expect(Math.abs(turned[h]!.p10 + p90) / size).toBeLessThan(1e-6);
            expect(Math.abs(turned[h]!.p50 + p50) / size).toBeLessThan(1e-6);
            expect(Math.abs(turned[h]!.p90 + p10) / size).toBeLessThan(1e-6);
          }
        },
      ),
      {numRuns: 200},
    );
  });

  it("does not promise too much of a yearly wave of which half a year was seen", () => {
    let inside = 0;
    for (let seed = 0; seed < 200; seed++) {
      const values = series("wave", seed, 12);
      for (const [h, {p10, p90}] of forecast(values.slice(0, 6), 6).entries())
        inside += Number(values[6 + h]! >= p10 && values[6 + h]! <= p90);
    }
    expect(inside / 1200).toBeGreaterThan(0.65);
  });

  it("knows that a month may be 0 where many are, and how much it is where it is not", () => {
    const values = [..."110100111010010011010110010111"].map((digit, t) =>
      digit === "1" ? 100 + (t % 3) : 0,
    );
    for (const {p10, p90} of forecast(values, 3)) {
      expect(p10).toBe(0);
      expect(p90).toBeGreaterThan(99);
      expect(p90).toBeLessThan(104);
    }
  });

  it("goes on with an exact line, growth or change of two values", () => {
    const line = forecast([...Array(18).keys()], 1)[0]!;
    expect(Math.abs(line.p50 - 18)).toBeLessThan(0.1);
    const growth = forecast(
      Array.from({length: 18}, (_, t) => 100 * 1.02 ** t),
      1,
    )[0]!;
    expect(growth.p50 / (100 * 1.02 ** 18)).toBeCloseTo(1, 2);
    const turns = forecast(
      Array.from({length: 18}, (_, t) => 10 * (t % 2)),
      2,
    );
    expect(turns[0]!.p90).toBeLessThan(1);
    expect(turns[1]!.p10).toBeGreaterThan(9);
  });

  it("does not take three or four months in a row for a law", () => {
    for (const months of [3, 4]) {
      const [{p10, p90}] = forecast([1, 2, 3, 4].slice(0, months), 1) as [Quantiles];
      expect(p90 - p10).toBeGreaterThan(0.8);
    }
  });

  it("repeats a constant, without a band", () => {
    expect(forecast(Array(18).fill(250), 2)).toEqual([
      {p10: 250, p50: 250, p90: 250},
      {p10: 250, p50: 250, p90: 250},
    ]);
  });

  it("expects nothing after nothing", () => {
    expect(forecast([0, 0, 0, 0], 1)).toEqual([{p10: 0, p50: 0, p90: 0}]);
  });

  it("keeps one wild month from bending the level", () => {
    const values = Array.from({length: 18}, (_, t) => 100 + (t % 2));
    values[7] = 1000;
    const [{p50}] = forecast(values, 1) as [Quantiles];
    expect(p50).toBeCloseTo(100.5, 0);
  });

  it("repeats a pure yearly pattern", () => {
    const pattern = [10, 12, 20, 35, 50, 60, 62, 58, 40, 25, 15, 11];
    const values = Array.from({length: 24}, (_, t) => pattern[t % 12]!);
    for (const [h, {p50}] of forecast(values, 12).entries()) {
      expect(p50).toBeCloseTo(pattern[h]!, 3);
    }
  });

  it("gives the same numbers for the same random numbers", () => {
    const values = series("wave", 1, 18);
    expect(forecast(values, 6)).toEqual(forecast(values, 6));
  });

  it("orders its quantiles and stays finite, and at 0 or above where the series always was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({min: 0, max: 10_000})), {
          minLength: 3,
          maxLength: 40,
        }),
        (values) => {
          fc.pre(maybeTooLittle(values) === undefined);
          for (const {p10, p50, p90} of forecast(values, 3)) {
            expect([p10, p50, p90].every(Number.isFinite)).toBe(true);
            expect(p10).toBeGreaterThanOrEqual(0);
            expect(p10).toBeLessThanOrEqual(p50);
            expect(p50).toBeLessThanOrEqual(p90);
          }
        },
      ),
      {numRuns: 60},
    );
  });

  it("orders its quantiles and stays finite for any sign, size and horizon", () => {
    const value = fc.oneof(
      fc.constant(0),
      fc.constant(7),
      fc.integer({min: -100, max: 100}),
      fc.double({min: -1e100, max: 1e100, noNaN: true}),
      fc.double({min: 0, max: 1e-100, noNaN: true}),
    );
    fc.assert(
      fc.property(
        fc.array(value, {minLength: 3, maxLength: 40}),
        fc.constantFrom(1, 3, 120),
        (values, horizon) => {
          fc.pre(maybeTooLittle(values) === undefined);
          const rows = forecast(values, horizon);
          expect(rows).toHaveLength(horizon);
          for (const {p10, p50, p90} of rows) {
            expect([p10, p50, p90].every(Number.isFinite)).toBe(true);
            expect(p10 <= p50 && p50 <= p90).toBe(true);
          }
        },
      ),
      {numRuns: 150},
    );
  });

  it("moves with the unit: a thousand times the series is a thousand times the forecast", () => {
    const values = series("wave", 3, 18);
    const large = forecast(
      values.map((value) => value * 1000),
      3,
    );
    for (const [h, {p50, p90}] of forecast(values, 3).entries()) {
      expect(large[h]!.p50).toBeCloseTo(p50 * 1000, 4);
      expect(large[h]!.p90).toBeCloseTo(p90 * 1000, 4);
    }
  });
});

describe("maybeTooLittle(values)", () => {
  it("names what is missing", () => {
    expect(maybeTooLittle([])).toBe("0 of at least 3 months");
    expect(maybeTooLittle([5, 6])).toBe("2 of at least 3 months");
    expect(maybeTooLittle([0, 0, 900, 0])).toBeUndefined();
    expect(maybeTooLittle([5, 6, 7])).toBeUndefined();
    expect(() => forecast([1], 1)).toThrow("too little to forecast: 1 of at least 3 months");
  });
});
