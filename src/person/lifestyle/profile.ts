/** What one person buys, beside the own segment and everybody. */
import {inAnyOf, isBeyondChance, studentTails} from "../../lib/evidence/chance.js";
import {percent} from "../../lib/format.js";
import {habitLabel, habits, leastPurchases, sharesOf} from "../../lib/lifestyles/habits.js";
import {withinSentence} from "../../lib/lifestyles/names.js";
import type {PersonLifestyle} from "../../lib/lifestyles/personLifestyle.js";
import {type Relation, relationText} from "../../lib/people/relation.js";
import {sentence, withinChance} from "../../lib/words.js";

export interface PersonHabit {
  readonly kind: string;
  readonly person_share: number;
  /** Null for people without a segment. */
  readonly segment_share: number | null;
  readonly everybody_share: number;
  readonly purchase_count: number;
}

/** One row a kind of purchase, most bought by everybody first; none for a person who cannot be judged. */
export function personHabits(row: PersonLifestyle | undefined): PersonHabit[] {
  if (!row) return [];
  const {segments, segment, shares} = row;
  const own = sharesOf(row);
  return habits
    .map((habit, at) => ({
      kind: habitLabel(habit),
      person_share: own[at] ?? 0,
      segment_share: segments[segment ?? -1]?.shares[at] ?? null,
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
    return `${name}’s purchases are ${withinChance} of everybody’s`;
  return `${first.kind}: ${percent(first.person_share, 0)} of ${name}’s purchases, ${percent(first.everybody_share, 0)} of everybody’s`;
}

/** Nearer to the own center than this, somebody is a clear case; below the second, on the border. */
const clear = 0.4;
const border = 0.15;

/** Where a person stands, in a sentence or two. */
export function personText(
  name: string,
  person: PersonLifestyle | undefined,
  relation: Relation | null | undefined,
): string {
  if (relation !== "main") return relationText(name, relation);
  if (!person)
    return `${name} made fewer than ${leastPurchases} purchases in the last year: too few to tell a habit from chance.`;
  const own = person.segments[person.segment ?? -1];
  const next = person.segments[person.next ?? -1];
  const spent =
    person.discretionary_to_income === null
      ? "no income arrives here"
      : `${percent(person.discretionary_to_income, 0)} of the income is discretionary spending`;
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
