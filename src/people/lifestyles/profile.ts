/** What each segment buys, beside everybody, and one person beside both. */
import {inAnyOf, isBeyondChance, studentTails} from "../../lib/evidence/chance.js";
import {percent} from "../../lib/format.js";
import {
  type HabitRow,
  habitLabel,
  habits,
  leastPurchases,
  sharesOf,
} from "../../lib/lifestyles/habits.js";
import {habitWord, leadingHabit, withinSentence} from "../../lib/lifestyles/names.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {type Relation, relationText} from "../../lib/people/relation.js";
import {agree, inWords, list, plural, sentence, withinChance} from "../../lib/words.js";
import type {PersonDot, PlacedPerson} from "./people.js";

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

export interface PersonHabit {
  readonly kind: string;
  readonly person_share: number;
  /** Null for people without a segment. */
  readonly segment_share: number | null;
  readonly everybody_share: number;
  readonly purchase_count: number;
}

/** One row a kind of purchase, most bought by everybody first; none for a person who cannot be judged. */
export function personHabits(
  row: HabitRow | undefined,
  person: PlacedPerson | undefined,
  {segments, shares}: Data,
): PersonHabit[] {
  if (!row) return [];
  const own = sharesOf(row);
  return habits
    .map((habit, at) => ({
      kind: habitLabel(habit),
      person_share: own[at] ?? 0,
      segment_share: segments[person?.segment ?? -1]?.shares[at] ?? null,
      everybody_share: shares[at] ?? 0,
      purchase_count: (row.odd_counts[at] ?? 0) + (row.even_counts[at] ?? 0),
    }))
    .sort((a, b) => b.everybody_share - a.everybody_share);
}

/** What most sets a person apart from everybody, if so few purchases can tell it from chance in any of the kinds. */
export function personHabitFinding(name: string, rows: readonly PersonHabit[]): string {
  const apart = (row: PersonHabit) => Math.abs(row.person_share - row.everybody_share);
  const [first] = [...rows].sort((a, b) => apart(b) - apart(a));
  if (!first) return `${name} shops too little from here to be judged`;
  const of = rows.reduce((sum, row) => sum + row.purchase_count, 0);
  const error = Math.sqrt((first.everybody_share * (1 - first.everybody_share)) / Math.max(of, 1));
  const chance = error > 0 ? studentTails(apart(first) / error, of - 1) : 0;
  if (!isBeyondChance(inAnyOf(rows.length, chance)))
    return `What ${name} buys is ${withinChance} of what everybody buys`;
  return `${first.kind}: ${percent(first.person_share, 0)} of ${name}’s purchases, ${percent(first.everybody_share, 0)} of everybody’s`;
}

/** Where a person is on the map: on which side of most others, each way. */
export function personMapFinding(
  name: string,
  person: PlacedPerson | undefined,
  dots: readonly PersonDot[],
): string {
  const spent = person?.discretionary_to_income ?? null;
  if (!person || spent === null) return `${name} has no place on the map`;
  const others = dots.filter(({user_id}) => user_id !== person.user_id);
  if (others.length === 0) return `${name} is alone on the map`;
  const side = (more: string, less: string, is: (dot: PersonDot) => number) => {
    const share = (sign: number) =>
      others.filter((dot) => sign * is(dot) > 0).length / others.length;
    return share(1) >= share(-1)
      ? `${more} than ${percent(share(1), 0)}`
      : `${less} than ${percent(share(-1), 0)}`;
  };
  const experiential = side(
    "more experiential",
    "less experiential",
    (dot) => person.experience_share - dot.experience_share,
  );
  const frugal = side("more frugal", "less frugal", (dot) => dot.discretionary_to_income - spent);
  return `${name} is ${experiential} of main customers, and ${frugal}`;
}

/** Nearer to the own center than this, somebody is a clear case; below the second, on the border. */
const clear = 0.4;
const border = 0.15;

/** Where a person stands, in a sentence or two. */
export function personText(
  name: string,
  person: PlacedPerson | undefined,
  {segments, month_count}: Pick<Published, "segments" | "month_count">,
  relation: Relation | null | undefined,
): string {
  if (relation !== "main") return relationText(name, relation);
  if (!person)
    return `${name} makes fewer than ${leastPurchases} purchases in ${plural(month_count, "complete month")}: too few to tell a habit from chance.`;
  const own = segments[person.segment ?? -1];
  const next = segments[person.next ?? -1];
  const spent =
    person.discretionary_to_income === null
      ? "no income comes in here, so the map has no place for them"
      : `${percent(person.discretionary_to_income, 0)} of the income is spent by choice`;
  const where = `${percent(person.experience_share, 0)} of the purchases are experiences, and ${spent}.`;
  if (!own) return sentence(where);
  const among = withinSentence(own.name);
  const place =
    person.depth >= clear || !next
      ? `is a clear case of the ${among}`
      : person.depth >= border
        ? `belongs with the ${among}; next nearest are the ${withinSentence(next.name)}`
        : `is on the border between the ${among} and the ${withinSentence(next.name)}`;
  return `${name} ${place}. ${sentence(where)}`;
}

/** `six segments`, `one segment`, `no segments`. */
export function segmentsInWords(count: number): string {
  return `${inWords(count)} ${agree(count, "segment", "segments")}`;
}
