import {adjustedRand} from "./agreement.js";
import {featuresOf} from "./features.js";
import type {HabitRow} from "./habits.js";
import {partitionsOf} from "./segments.js";

/** A row of `lifestyle-score`. */
export interface Score {
  readonly segment_count: number;
  readonly adjusted_rand: number;
  readonly persona_count: number;
  readonly person_count: number;
}

/** How far each division of these people agrees with a label that each of them was given. */
export function scoresOf(rows: readonly HabitRow[], given: ReadonlyMap<string, string>): Score[] {
  const texts = rows.map(({user_id}) => given.get(user_id) ?? "");
  const kinds = [...new Set(texts)];
  const labels = texts.map((text) => kinds.indexOf(text));
  return partitionsOf(featuresOf(rows).points).map(({count, made}) => ({
    segment_count: count,
    adjusted_rand: Math.round(1e4 * adjustedRand(made.labels, labels)) / 1e4,
    persona_count: kinds.length,
    person_count: rows.length,
  }));
}
