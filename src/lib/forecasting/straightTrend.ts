import {mean, median, rollup} from "d3-array";
import type {Month} from "../day.js";

/** One monthly series of a pool, from `start` on without a gap. */
export interface PooledSeries {
  readonly group: number;
  readonly start: Month;
  readonly values: ArrayLike<number>;
}

/** A straight line through a series. */
export interface StraightTrend {
  /** At the middle of the data. */
  readonly level: number;
  /** Per month. */
  readonly slope: number;
  /** Variance of the part of the slope that the whole group shares. */
  readonly doubt: number;
}

/** The variance of a slope that a group shares, as a share of the variance of its members' own. */
const sharedSlope = 0.2;

/**
 * Straight trends of a pool of seasonally adjusted series. Within one year a trend that a whole group shares
 * cannot be told from its season, so the two parts of a slope have two sources: what the group shares comes
 * only from months a year apart, in which the season cancels (none before the thirteenth month, and then it
 * is 0); how a series differs from its group comes from least squares. Both are shrunk towards 0, by how
 * much the slopes of the pool differ beyond the noise of their estimates.
 */
export function straightTrends(
  pool: readonly PooledSeries[],
  adjusted: readonly Float64Array[],
): StraightTrend[] {
  const lines = adjusted.map(leastSquares);
  const typicalSlopes = rollup(
    pool.keys(),
    (peers) => median(peers, (i) => lines[i]!.slope)!,
    (i) => pool[i]!.group,
  );
  const ownSlopes = lines.map(({slope}, i) => slope - typicalSlopes.get(pool[i]!.group)!);
  const variance = Math.max(
    0,
    (median(ownSlopes, Math.abs) ?? 0) ** 2 / 0.455 -
      (median(lines, ({slopeNoise}) => slopeNoise) ?? 0),
  );
  const groupSlopes = yearlySlopes(pool, adjusted, lines, variance);
  return lines.map(({level, slopeNoise}, i) => {
    const shared = groupSlopes.get(pool[i]!.group)!;
    const own = variance === 0 ? 0 : (ownSlopes[i]! * variance) / (variance + slopeNoise);
    return {level, slope: shared.slope + own, doubt: shared.doubt};
  });
}

interface Line extends Omit<StraightTrend, "doubt"> {
  /** Variance of the errors, and of the slope's estimate. */
  readonly noise: number;
  readonly slopeNoise: number;
}

function leastSquares(values: Float64Array): Line {
  const n = values.length;
  const level = mean(values) ?? 0;
  if (n < 3) return {level, slope: 0, noise: 1, slopeNoise: 1};
  const middle = (n - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  let slope = 0;
  for (const [t, value] of values.entries()) slope += ((t - middle) * (value - level)) / spread;
  let squares = 0;
  for (const [t, value] of values.entries()) squares += (value - level - slope * (t - middle)) ** 2;
  const noise = squares / (n - 2);
  return {level, slope, noise, slopeNoise: noise / spread};
}

/**
 * Per group, the monthly slope between months a year apart, shrunk towards 0: as far as the slopes of the pool
 * vary, or as far as the group's own slope stands out from its noise, if that is further; and what remains in
 * doubt of it.
 */
function yearlySlopes(
  pool: readonly PooledSeries[],
  adjusted: readonly Float64Array[],
  lines: readonly Line[],
  variance: number,
): Map<number, {slope: number; doubt: number}> {
  const prior = sharedSlope * variance;
  const sums = new Map<number, {weighted: number; precision: number}>();
  for (const [i, {group}] of pool.entries()) {
    const values = adjusted[i]!;
    const sum = sums.get(group) ?? {weighted: 0, precision: 0};
    const precision = 144 / (2 * lines[i]!.noise + 1e-9);
    for (let t = 12; t < values.length; t++) {
      sum.weighted += (precision * (values[t]! - values[t - 12]!)) / 12;
      sum.precision += precision;
    }
    sums.set(group, sum);
  }
  return new Map(
    [...sums].map(([group, {weighted, precision}]) => {
      const doubt = prior / (1 + prior * precision);
      if (precision === 0) return [group, {slope: 0, doubt}];
      const slope = weighted / precision;
      const signal = Math.max(variance, slope ** 2 - 1 / precision);
      return [group, {slope: (slope * signal) / (signal + 1 / precision), doubt}];
    }),
  );
}
