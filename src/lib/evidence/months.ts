/**
 * Changes of a monthly series against its own. A month is news where its change lies outside of what the other changes
 * let expect of one more: the prediction interval of a further observation, with Student's t for the few there are
 * (G. Hahn and W. Meeker, Statistical Intervals, 1991, section 4.8).
 */
import {studentTails} from "./chance.js";

/** Fewer months do not tell what is usual: three earlier changes at least. */
export const leastMonths = 5;

/**
 * How often the noise of a series moves it at least as far as in its last month, against its usual change. Where the
 * same month of the year before is known, its change is allowed for: what this year only repeats is the season, so the
 * larger of both probabilities counts. A spread below half a per cent of the usual level is taken as that, because a
 * series that hardly ever moves does not make each flicker a finding. Undefined for fewer than five months.
 */
export function lastChangeChance(values: readonly number[]): number | undefined {
  if (values.length < leastMonths) return undefined;
  const changes = changesOf(values);
  const last = changes.at(-1)!;
  const earlier = changes.slice(0, -1);
  const {mean, spread} = momentsOf(earlier);
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  const unit = Math.max(spread, leastSpreadShare * size) * Math.sqrt(1 + 1 / earlier.length);
  if (unit === 0) return 1;
  const chanceOf = (distance: number) => studentTails(distance / unit, earlier.length - 1);
  const yearBefore = changes.at(-13);
  const usual = chanceOf(last - mean);
  return yearBefore === undefined ? usual : Math.max(usual, chanceOf(last - yearBefore));
}

/**
 * How often the noise of a series carries it at least as far from its first to its last month: Student's test of the
 * mean monthly change against zero. A walk without direction passes no more often than by chance, and a series that
 * flickers around its level less often. Undefined for fewer than five months.
 */
export function trendChance(values: readonly number[]): number | undefined {
  if (values.length < leastMonths) return undefined;
  const changes = changesOf(values);
  const {mean, spread} = momentsOf(changes);
  if (spread === 0) return mean === 0 ? 1 : 0;
  return studentTails((mean / spread) * Math.sqrt(changes.length), changes.length - 1);
}

const leastSpreadShare = 0.005;

function changesOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - values[index]!);
}

function momentsOf(values: readonly number[]): {mean: number; spread: number} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, spread: Math.sqrt(squares / (values.length - 1))};
}
