/** What each segment buys, beside everybody. */
import {habitLabel, habits} from "../../lib/lifestyles/habits.js";
import {habitWord, leadingHabit} from "../../lib/lifestyles/names.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {agree, list, plural, sentence} from "../../lib/words.js";

export interface ProfileCell {
  readonly segment: string;
  /** Null for everybody. */
  readonly segment_number: number | null;
  readonly kind: string;
  readonly share: number;
  readonly everybody_share: number;
  /** The share over everybody's; null where everybody has none. */
  readonly ratio: number | null;
}

type Data = Pick<Published, "segments" | "shares">;

/** One cell a segment and kind, then those of everybody; none without segments. */
export function profileCells({segments, shares}: Data): ProfileCell[] {
  const cellsOf = (segment: string, segment_number: number | null, own: readonly number[]) =>
    habits.map((habit, at) => ({
      segment,
      segment_number,
      kind: habitLabel(habit),
      share: own[at] ?? 0,
      everybody_share: shares[at] ?? 0,
      ratio: shares[at] ? (own[at] ?? 0) / shares[at] : null,
    }));
  if (segments.length === 0) return [];
  return [
    ...segments.flatMap((segment, at) => cellsOf(segment.name, at, segment.shares)),
    ...cellsOf("Everybody", null, shares),
  ];
}

/** Which kinds set the segments apart. */
export function profileFinding({segments}: Pick<Data, "segments">): string {
  const leading = segments.flatMap(({scores}) => leadingHabit(scores) ?? []);
  const kinds = [...new Set(leading)].map(habitWord);
  if (segments.length === 0) return "No segments to show";
  if (kinds.length === 0) return "No segment leans to any kind of purchase";
  if (kinds.length === segments.length && kinds.length > 1)
    return `Each segment leans to a kind of its own: ${list(kinds)}`;
  return `${sentence(list(kinds))} ${agree(kinds.length, "sets", "set")} the ${plural(segments.length, "segment")} apart`;
}
