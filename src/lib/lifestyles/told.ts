import {type HabitRow, habits} from "./habits.js";

/**
 * The label that each person would be given by somebody who was told the labels of half of the people and knows the rest by
 * their purchases only: a naive Bayes classifier of counts (Manning, Raghavan and Schütze 2008, chapter 13), learnt from
 * the people at even places for those at odd ones, and the other way round. It is the mark that a division without
 * being told anything can be held against. Labels are 0 to `kinds` - 1.
 */
export function toldLabels(
  rows: readonly HabitRow[],
  labels: readonly number[],
  kinds: number,
): number[] {
  const counts = rows.map(({odd_counts, even_counts}) =>
    habits.map((_, at) => (odd_counts[at] ?? 0) + (even_counts[at] ?? 0)),
  );
  const models = [0, 1].map((half) => learnt(counts, labels, kinds, (at) => at % 2 === half));
  return counts.map((own, at) => mostLikely(own, models[1 - (at % 2)]!));
}

interface Model {
  /** The logarithm of how common each label is, and of how likely each kind of purchase is with it. */
  readonly prior: number;
  readonly likelihoods: readonly number[];
}

function learnt(
  counts: readonly (readonly number[])[],
  labels: readonly number[],
  kinds: number,
  isUsed: (at: number) => boolean,
): Model[] {
  return Array.from({length: kinds}, (_, label) => {
    const own = counts.filter((_, at) => isUsed(at) && labels[at] === label);
    const sums = habits.map((_, at) => own.reduce((sum, row) => sum + row[at]!, 1));
    const total = sums.reduce((sum, value) => sum + value, 0);
    return {
      prior: Math.log(own.length),
      likelihoods: sums.map((value) => Math.log(value / total)),
    };
  });
}

function mostLikely(counts: readonly number[], models: readonly Model[]): number {
  const scores = models.map(({prior, likelihoods}) =>
    counts.reduce((sum, count, at) => sum + count * likelihoods[at]!, prior),
  );
  return scores.indexOf(Math.max(...scores));
}
