import {indexText} from "../../lib/lifestyles/firmness.js";
import type {Score} from "../../lib/lifestyles/score.js";

/** What an adjusted Rand index means, by the thresholds of Steinley (2004, Psychological Methods 9). */
export function recovery(index: number): string {
  if (index >= 0.9) return "an excellent recovery";
  if (index >= 0.8) return "a good recovery";
  if (index >= 0.65) return "a moderate recovery";
  return index >= 0.1 ? "better than chance, but a poor recovery" : "no better than chance";
}

/** How the chosen number of segments scores against the personas. */
export function scoreFinding(rows: readonly Score[], chosen: number | null): string {
  const row = rows.find(({segment_count}) => segment_count === chosen);
  if (!row) return "Nothing to score";
  return `The segments score ${indexText(row.adjusted_rand)} against the generator’s types: ${recovery(row.adjusted_rand)}`;
}

/** What could be reached at most from the same purchases. */
export function scoreNote(rows: readonly Score[], chosen: number | null): string {
  const row = rows.find(({segment_count}) => segment_count === chosen) ?? rows.at(0);
  if (!row) return "";
  const gap = row.told_rand - row.adjusted_rand;
  const verdict =
    gap > 0.15
      ? "so the purchases tell more than the segments do"
      : "so most of the gap is not in the purchases: people of one type buy too differently, and those of two types too alike";
  return `A classifier that knows the types of half of the people sorts the other half by the same purchases with an index of ${indexText(row.told_rand)}, ${verdict}.`;
}
