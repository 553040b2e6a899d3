import {type HabitRow, shares, sharesOf} from "./habits.js";
import {mean, repeatability} from "./repeatability.js";

export interface Features {
  /** One row a person: standard scores, each times the square root of its column's repeatability. */
  readonly points: readonly (readonly number[])[];
  /** The same without the weight: how many standard deviations a person's share is from everybody's mean. */
  readonly scores: readonly (readonly number[])[];
  /** One value a kind of purchase. */
  readonly repeat: readonly number[];
  readonly means: readonly number[];
}

/**
 * What people are clustered by. Each share is standardised, so that groceries do not outweigh all the rest, and weighted by
 * the square root of its repeatability, so that it counts in a squared distance with the part of its variance that is there
 * again in other months. Log-ratios were tried and left: nearly everybody lacks some rare kind in half of the months,
 * and the logarithm makes the most of just those zeros.
 */
export function featuresOf(rows: readonly HabitRow[]): Features {
  const all = rows.map(sharesOf);
  const repeat = repeatability(
    rows.map((row) => shares(row.odd_counts)),
    rows.map((row) => shares(row.even_counts)),
  );
  const {scores, means} = standardised(all);
  const points = scores.map((row) => row.map((score, at) => score * Math.sqrt(repeat[at]!)));
  return {points, scores, repeat, means};
}

/** Columns moved and scaled to mean 0 and standard deviation 1; a column that does not vary becomes 0. */
export function standardised(rows: readonly (readonly number[])[]): {
  scores: number[][];
  means: number[];
} {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
  const means = columns.map(mean);
  const deviations = columns.map((values, at) =>
    Math.sqrt(mean(values.map((value) => (value - means[at]!) ** 2))),
  );
  const scores = rows.map((row) =>
    row.map((value, at) => (deviations[at]! > 1e-12 ? (value - means[at]!) / deviations[at]! : 0)),
  );
  return {scores, means};
}
