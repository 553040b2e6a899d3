import {number} from "../format.js";
import {inWords, plural} from "../words.js";
import type {Score} from "./score.js";

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
  return `The ${inWords(row.segment_count)} segments score ${number(row.adjusted_rand, 2)} against the generator’s ${plural(row.persona_count, "spending type")}: ${recovery(row.adjusted_rand)}`;
}
