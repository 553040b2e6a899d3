import {mean, range, sum} from "d3-array";
import {describe, expect, it} from "vitest";
import {fitProcess, type Process} from "../../../src/lib/forecasting/seriesProcess.js";

const noise: Process = {noise: 1, persistence: 0, renewal: 0, initial: 0};
const walk: Process = {noise: 0, persistence: 1, renewal: 1, initial: 1};
const values = [3, 5, 4, 8, 7, 9, 6];
const fitted = (process: Process, data: readonly number[] = values) =>
  fitProcess(data, process, undefined, data.length - 1, 0)[0]!;

describe("fitProcess(values, process, second, freedom, least)", () => {
  it("expects the mean of noise, with the mean's own doubt", () => {
    const {ahead, squares} = fitted(noise);
    const middle = mean(values)!;
    expect(ahead(3).centre).toBeCloseTo(middle, 10);
    expect(ahead(3).variance).toBeCloseTo(1 + 1 / 7, 10);
    expect(squares).toBeCloseTo(
      sum(values, (value) => (value - middle) ** 2),
      10,
    );
  });

  it("expects the last value of a walk, with variance that grows month by month", () => {
    const {ahead, squares} = fitted(walk);
    expect(ahead(1).centre).toBeCloseTo(6, 10);
    expect(ahead(4).variance).toBeCloseTo(4, 10);
    expect(squares).toBeCloseTo(4 + 1 + 16 + 1 + 4 + 9, 10);
  });

  it("returns to the mean from a process that returns", () => {
    const {ahead} = fitted({noise: 0, persistence: 0.5, renewal: 0.75, initial: 1});
    const near = ahead(1).centre;
    const far = ahead(40).centre;
    expect(near - far).toBeCloseTo((6 - far) / 2, 8);
    expect(ahead(40).variance).toBeGreaterThan(ahead(1).variance);
  });

  it("agrees with generalized least squares from the whole matrix of covariances", () => {
    const share = 0.4;
    const process = {noise: 1 - share, persistence: 1, renewal: share, initial: share};
    const covariance = (s: number, t: number) =>
      share * (Math.min(s, t) + 1) + (s === t ? 1 - share : 0);
    const n = values.length;
    const solve = (right: readonly number[]) =>
      solved(
        range(n).map((s) => range(n).map((t) => covariance(s, t))),
        right,
      );
    const ones = solve(values.map(() => 1));
    const level = sum(values, (value, t) => value * ones[t]!) / sum(ones);
    const away = solve(values.map((value) => value - level));
    const centre = level + sum(away, (value, t) => value * covariance(n + 1, t));
    expect(fitted(process).ahead(2).centre).toBeCloseTo(centre, 8);
    expect(fitted(process).squares).toBeCloseTo(
      sum(away, (value, t) => value * (values[t]! - level)),
      8,
    );
  });

  it("skips what was not seen", () => {
    const holes = [3, 5, Number.NaN, 8, Number.NaN, 9, 6];
    const seen = holes.filter((value) => !Number.isNaN(value));
    expect(fitted(noise, holes).ahead(1).centre).toBeCloseTo(mean(seen)!, 10);
    const {ahead, squares} = fitted(walk, holes);
    expect(ahead(1).centre).toBeCloseTo(6, 10);
    expect(squares).toBeCloseTo(4 + 9 / 2 + 1 / 2 + 9, 10);
  });

  it("prefers a line where there is one, and none where there is none", () => {
    const evidence = (data: readonly number[], second?: (t: number) => number) =>
      Math.max(
        ...fitProcess(data, noise, second, data.length - 1, 0).map(({evidence}) => evidence),
      );
    const line = (t: number) => t;
    const rising = values.map((value, t) => value + 3 * t);
    const flat = [5, 4, 6, 5, 4, 6, 5];
    expect(evidence(rising, line)).toBeGreaterThan(evidence(rising) + 3);
    expect(evidence(flat, line)).toBeLessThan(evidence(flat));
  });

  it("has no error where the values never differ", () => {
    expect(
      fitted(
        noise,
        values.map(() => 0.1),
      ).squares,
    ).toBeLessThan(1e-30);
  });
});

/** The solution of linear equations with a positive definite matrix, by elimination. */
function solved(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, s) => [...row, right[s]!]);
  for (const [s, pivot] of rows.entries()) {
    for (const [t, row] of rows.entries()) {
      if (s === t) continue;
      const factor = row[s]! / pivot[s]!;
      for (const k of row.keys()) row[k]! -= factor * pivot[k]!;
    }
  }
  return rows.map((row, s) => row.at(-1)! / row[s]!);
}
