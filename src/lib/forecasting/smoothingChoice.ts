import {mean, sum} from "d3-array";
import {
  expectedValue,
  type SmoothedState,
  type Smoothing,
  smooth,
  smoothings,
} from "./dampedTrend.js";

/** The first month, from 0, with two months before it: its forecast counts. */
export const firstJudged = 2;

/** The horizons, in months, by which a smoothing is judged. */
const horizons = [1, 2, 3];

/**
 * How many months of its own a series would need to count as much as the pool when its smoothing is chosen:
 * eighteen months of one company hardly tell a level that moves from noise, a hundred companies do.
 */
const poolMonths = 96;

/** For each value, its distance from what was expected `ahead` months before; NaN in the first months. */
export function errorsAhead(
  states: readonly SmoothedState[],
  values: Float64Array,
  smoothing: Smoothing,
  ahead: number,
): Float64Array {
  return values.map((value, t) => {
    const state = states[t - ahead];
    return state === undefined || state.seen < firstJudged
      ? Number.NaN
      : value - expectedValue(state, smoothing, ahead);
  });
}

/**
 * The smoothing of each series of a pool: the one with the least absolute errors one to three months ahead,
 * by the logarithm against the plain average, of the pool's mean and a little of the series itself.
 */
export function pooledSmoothings(pool: readonly Float64Array[]): Smoothing[] {
  const scores = pool.map((values) => {
    const totals = smoothings.map((smoothing) =>
      Math.log(absoluteErrors(values, smoothing) + 1e-6),
    );
    return totals.map((total) => total - totals[0]!);
  });
  const pooled = smoothings.map((_, k) => mean(scores, (own) => own[k]!)!);
  return scores.map((own, i) => {
    const share = pool[i]!.length / (pool[i]!.length + poolMonths);
    return best((k) => share * own[k]! + (1 - share) * pooled[k]!);
  });
}

function absoluteErrors(values: Float64Array, smoothing: Smoothing): number {
  const states = smooth(values, smoothing);
  return sum(horizons, (ahead) => sum(errorsAhead(states, values, smoothing, ahead), Math.abs));
}

function best(score: (k: number) => number): Smoothing {
  const scores = smoothings.map((_, k) => score(k));
  return smoothings[scores.indexOf(Math.min(...scores))]!;
}
