/**
 * Differences between groups of people or companies, by resampling their rows: P. Good, Permutation, Parametric and
 * Bootstrap Tests of Hypotheses (3rd edition, 2005); B. Efron and R. Tibshirani, An Introduction to the Bootstrap
 * (1993), chapters 13 and 15. The draws come from a fixed stream, so that a page says the same at every visit.
 *
 * A statistic takes rows of any kind: `middleOf` for numbers, `(rows) => ratioOf("savings_rate", rows)` for a ratio of
 * sums. Undefined where a group is empty or the statistic has no value.
 */
import type {Stream} from "../stream.js";
import {Streams} from "../streams.js";

/** One number of a group of rows; undefined where there is none. */
export type Statistic<Row> = (rows: readonly Row[]) => number | undefined;

/** Resamples: enough to tell 5 % from its neighbours (a standard error of 1 %), few enough for a page. */
const rounds = 499;

/**
 * How often chance alone sets two groups at least as far apart: the rows change groups at random (two-sided
 * permutation test).
 */
export function differenceChance<Row>(
  one: readonly Row[],
  other: readonly Row[],
  statistic: Statistic<Row>,
): number | undefined {
  return spreadChance([one, other], statistic);
}

/**
 * How often chance alone spreads groups at least as far, from the highest to the lowest. To be asked before the first
 * and the last of a ranking are set against each other: of many equal groups, some two always differ.
 */
export function spreadChance<Row>(
  groups: readonly (readonly Row[])[],
  statistic: Statistic<Row>,
): number | undefined {
  return permuted(groups, (parts) => {
    const values = valuesOf(parts, statistic);
    return values && values.length > 1 ? Math.max(...values) - Math.min(...values) : undefined;
  });
}

/**
 * How often chance alone moves the same people or companies at least as far from zero, where each number is the change
 * of one of them: the changes swap their signs at random (one-sample permutation test of the mean).
 */
export function shiftChance(changes: readonly number[]): number | undefined {
  if (changes.length === 0) return undefined;
  const draw = fixedDraws();
  const seen = Math.abs(changes.reduce((sum, change) => sum + change, 0));
  let reached = 1;
  for (let round = 0; round < rounds; round++) {
    const sum = changes.reduce((total, change) => total + (draw() < 0.5 ? change : -change), 0);
    if (Math.abs(sum) >= seen * (1 - 1e-12)) reached++;
  }
  return reached / (rounds + 1);
}

/** The share of random divisions into groups of these sizes that reach the size seen; it counts as one of them. */
function permuted<Row>(
  groups: readonly (readonly Row[])[],
  sizeOf: (groups: readonly (readonly Row[])[]) => number | undefined,
): number | undefined {
  const filled = groups.filter((rows) => rows.length > 0);
  const seen = filled.length > 1 ? sizeOf(filled) : undefined;
  if (seen === undefined) return undefined;
  const draw = fixedDraws();
  const rows = filled.flat();
  const starts = filled.map((_, group) => filled.slice(0, group).flat().length);
  let reached = 1;
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, draw);
    const parts = filled.map(({length}, group) => {
      return rows.slice(starts[group]!, starts[group]! + length);
    });
    if ((sizeOf(parts) ?? 0) >= seen * (1 - 1e-12)) reached++;
  }
  return reached / (rounds + 1);
}

function valuesOf<Row>(groups: readonly (readonly Row[])[], statistic: Statistic<Row>) {
  const values = groups.map((rows) => statistic(rows));
  return values.every((value): value is number => value !== undefined) ? values : undefined;
}

/** Fisher and Yates, in place. */
function shuffle<Row>(rows: Row[], draw: Stream): void {
  for (let last = rows.length - 1; last > 0; last--) {
    const at = Math.floor(draw() * (last + 1));
    [rows[last], rows[at]] = [rows[at]!, rows[last]!];
  }
}

function fixedDraws(): Stream {
  return new Streams(1, ["evidence"]).of(0);
}
