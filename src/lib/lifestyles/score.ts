import {adjustedRand} from "./agreement.js";
import {featuresOf} from "./features.js";
import type {HabitRow} from "./habits.js";
import {partitionsOf} from "./segments.js";
import {toldLabels} from "./told.js";

/** A row of `lifestyle-score`. */
export interface Score {
  readonly segment_count: number;
  readonly adjusted_rand: number;
  /** The index of a classifier that is told the labels of half of the people; the same in each row. */
  readonly told_rand: number;
  readonly persona_count: number;
  readonly person_count: number;
}

/** How far each division of these people agrees with a label that each of them was given. */
export function scoresOf(rows: readonly HabitRow[], given: ReadonlyMap<string, string>): Score[] {
  const texts = rows.map(({user_id}) => given.get(user_id) ?? "");
  const kinds = [...new Set(texts)];
  const labels = texts.map((text) => kinds.indexOf(text));
  const indexOf = (found: readonly number[]) => Math.round(1e4 * adjustedRand(found, labels)) / 1e4;
  const told_rand = indexOf(toldLabels(rows, labels, kinds.length));
  return partitionsOf(featuresOf(rows).points).map(({count, made}) => ({
    segment_count: count,
    adjusted_rand: indexOf(made.labels),
    told_rand,
    persona_count: kinds.length,
    person_count: rows.length,
  }));
}
