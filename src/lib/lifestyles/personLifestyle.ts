/** One person's lifestyle: what a page about the person loads. */
import type {HabitRow} from "./habits.js";
import type {Published, Window} from "./published.js";

/** A row of `person-lifestyle`. */
export interface PersonLifestyle extends HabitRow, Pick<Window, "window_from" | "window_to"> {
  /** Places in `segments`; null where people were not divided. */
  readonly segment: number | null;
  readonly next: number | null;
  /** How much nearer the own centre is than the next: 0 on the border, 1 at the centre. */
  readonly depth: number;
  /** Everybody's mean share of purchases, by kind in the order of `habits`. */
  readonly shares: readonly number[];
  readonly segments: readonly {readonly name: string; readonly shares: readonly number[]}[];
}

/** The rows of all people who can be judged, by their ids. */
export function* personLifestyles(
  rows: readonly HabitRow[],
  {people, segments, shares, window_from, window_to}: Published,
): Generator<[userId: string, rows: PersonLifestyle[]]> {
  const places = new Map(people.user_id.map((id, at) => [id, at]));
  const all = segments.map(({name, shares}) => ({name, shares}));
  for (const row of rows) {
    const at = places.get(row.user_id)!;
    const segment = people.segment[at] ?? null;
    const next = people.next[at] ?? null;
    const depth = people.depth[at] ?? 0;
    yield [
      row.user_id,
      [{...row, segment, next, depth, shares, segments: all, window_from, window_to}],
    ];
  }
}
