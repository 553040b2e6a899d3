/** Differences between counts and between medians of which only a summary is at hand, as a dataset publishes it. */
import {studentTails} from "./chance.js";

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/**
 * How often chance alone divides the counted at least as unevenly between two groups (Fisher's exact test, two-sided: the
 * divisions that are no more probable than the one seen). Undefined where a group is empty.
 */
export function sharesChance(one: Share, other: Share): number | undefined {
  if (one.of === 0 || other.of === 0) return undefined;
  const counted = one.count + other.count;
  const logs = logFactorials(one.of + other.of);
  const choose = (of: number, count: number) => logs[of]! - logs[count]! - logs[of - count]!;
  const logOf = (count: number) =>
    choose(one.of, count) + choose(other.of, counted - count) - choose(one.of + other.of, counted);
  const seen = logOf(one.count) + 1e-9;
  let sum = 0;
  const most = Math.min(one.of, counted);
  for (let count = Math.max(0, counted - other.of); count <= most; count++) {
    const log = logOf(count);
    if (log <= seen) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/**
 * How often chance alone sets two counts of the same length of time at least as far apart (exact two-sided binomial test
 * of an even division: events that fall into either at random). 1 where there are none.
 */
export function countsChance(one: number, other: number): number {
  const all = one + other;
  const logs = logFactorials(all);
  const fewer = Math.min(one, other);
  let tail = 0;
  for (let count = 0; count <= fewer; count++)
    tail += Math.exp(logs[all]! - logs[count]! - logs[all - count]! - all * Math.LN2);
  return Math.min(1, 2 * tail);
}

/**
 * How often chance alone sets two sums of payments at least as far apart, payments of about one size coming at random: a
 * sum of n has a standard error of sum / √n (compound Poisson). Undefined where a sum has no payment.
 */
export function sumsChance(
  one: {readonly sum: number; readonly count: number},
  other: {readonly sum: number; readonly count: number},
): number | undefined {
  if (one.count === 0 || other.count === 0) return undefined;
  const error = Math.hypot(one.sum / Math.sqrt(one.count), other.sum / Math.sqrt(other.count));
  return error === 0 ? 1 : studentTails((one.sum - other.sum) / error, one.count + other.count - 1);
}

function logFactorials(last: number): Float64Array {
  const logs = new Float64Array(last + 1);
  for (let at = 1; at <= last; at++) logs[at] = logs[at - 1]! + Math.log(at);
  return logs;
}

/** A median with its quartiles and the number of values. */
export interface Middle {
  readonly median: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
  readonly count: number;
}

/**
 * How often chance alone sets two medians at least as far apart, from their quartiles: the standard error of a median
 * is 1.25 × interquartile range / (1.35 √n), the base of the notches of box plots (R. McGill, J. Tukey and W. Larsen,
 * The American Statistician 32, 1978). Undefined below five values in either.
 */
export function mediansChance(one: Middle, other: Middle): number | undefined {
  if (Math.min(one.count, other.count) < 5) return undefined;
  const error = Math.hypot(errorOf(one), errorOf(other));
  const difference = one.median - other.median;
  if (error === 0) return difference === 0 ? 1 : 0;
  return studentTails(difference / error, one.count + other.count - 2);
}

/** The standard error of a median, by its quartiles. */
export function errorOf({lower_quartile, upper_quartile, count}: Omit<Middle, "median">): number {
  return (1.25 * (upper_quartile - lower_quartile)) / (1.35 * Math.sqrt(count));
}
