import {deviation, mean, range} from "d3-array";
import seedrandom from "seedrandom";
import {describe, expect, it} from "vitest";
import {type LevelledSeries, pooledLevels} from "../../../src/lib/forecasting/pooledLevels.js";

/** A series around a level, with a known pattern of noise that sums to 0 in each quarter. */
const around = (level: number, months = 24, noise = 0.1): LevelledSeries => ({
  values: range(months).map((t) => level + noise * [1, -1.5, 0.5][t % 3]!),
  spread: 1.2 * noise,
});
/** Many draws of the first and the twelfth month ahead. */
const drawn = (pool: readonly LevelledSeries[], place: number) => {
  const random = seedrandom("levels");
  const level = pooledLevels(pool)[place]!;
  const paths = range(400).map(() => level(12, random));
  return {next: paths.map((path) => path[0]!), last: paths.map((path) => path[11]!)};
};
/** Twenty series that are alike, around 0.02. */
const alike = range(20).map((i) => around(0.02 + 0.002 * (i - 9.5)));

describe("pooledLevels(pool)", () => {
  it("draws a level near those of the others towards them, and leaves one far out where it is", () => {
    const near = mean(drawn([...alike, around(0.06)], 20).next)!;
    expect(near).toBeGreaterThan(0.02);
    expect(near).toBeLessThan(0.06);
    const far = mean(drawn([...alike, around(-0.6)], 20).next)!;
    expect(Math.abs(far + 0.6)).toBeLessThan(0.06);
  });

  it("lets a level come back to the others over the year, but not one of another sort", () => {
    const {next, last} = drawn([...alike, around(0.06)], 20);
    expect(mean(last)! - 0.02).toBeLessThan(0.85 * (mean(next)! - 0.02));
    const burning = drawn([...alike, around(-0.6)], 20);
    expect(Math.abs(mean(burning.last)! - mean(burning.next)!)).toBeLessThan(0.05);
  });

  it("is in more doubt of a series with few months, and the further ahead the more", () => {
    const doubt = (months: number) => {
      const {next, last} = drawn([...alike, around(0.02, months, 0.4)], 20);
      return [deviation(next)!, deviation(last)!];
    };
    expect(doubt(3)[0]).toBeGreaterThan(doubt(24)[0]!);
    expect(doubt(24)[1]).toBeGreaterThan(doubt(24)[0]!);
  });

  it("has something to say of one series alone, of one that never moved, and of none", () => {
    expect(Math.abs(mean(drawn([around(0.3)], 0).next)! - 0.3)).toBeLessThan(0.02);
    const still = drawn([{values: Array(18).fill(0), spread: 0}], 0);
    expect(Math.abs(mean(still.last)!)).toBeLessThan(0.02);
    expect(pooledLevels([])).toEqual([]);
  });
});
