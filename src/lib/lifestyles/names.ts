/**
 * Names for segments, from what stands out in them and from nothing else. The rule, the same for every bank: a
 * segment is called by the kind of purchase in which its mean lies furthest above everybody's, in standard deviations over
 * people; where that gives two the same name, by the second such kind as well, and then by the kind furthest below.
 */
import {lowerFirst} from "../words.js";
import {type Habit, habits} from "./habits.js";

/** What people are called for a kind of purchase, and what the kind is called within a name. */
const words = {
  groceries: ["Grocery shoppers", "groceries"],
  restaurants: ["Diners out", "restaurants"],
  recreation: ["Leisure seekers", "leisure"],
  travel: ["Travellers", "travel"],
  transport: ["Riders and drivers", "transport"],
  clothing: ["Clothes shoppers", "clothes"],
  personal_care: ["Beauty regulars", "personal care"],
  furnishings: ["Home improvers", "the home"],
  health: ["Pharmacy regulars", "health"],
  alcohol_tobacco: ["Wine and tobacco buyers", "wine and tobacco"],
} as const satisfies Record<Habit, readonly [people: string, kind: string]>;

/** Nearer to everybody than this, in standard deviations, nothing stands out. */
const standsOutFrom = 0.25;

const middling = "A bit of everything";

/** One name a segment, none of them twice. Each row has a segment's mean standard score by kind. */
export function segmentNames(scores: readonly (readonly number[])[]): string[] {
  const ranked = scores.map(rankedHabits);
  const firsts = ranked.map(([first]) =>
    first && first.score >= standsOutFrom ? words[first.habit][0] : middling,
  );
  const seconds = longer(firsts, ranked, (order) => [", with ", order[1]]);
  const thirds = longer(seconds, ranked, (order) => [", little ", order.at(-1)]);
  return thirds.map((name, at) => {
    const before = thirds.slice(0, at).filter((other) => other === name).length;
    return before > 0 ? `${name} (${before + 1})` : name;
  });
}

interface Ranked {
  readonly habit: Habit;
  readonly score: number;
}

/** Kinds by how far above everybody they are; those that are equally far in the order of the list. */
function rankedHabits(scores: readonly number[]): Ranked[] {
  return habits
    .map((habit, at) => ({habit, score: scores[at] ?? 0}))
    .sort((a, b) => b.score - a.score);
}

/** Names that are there more than once, each with a word more. */
function longer(
  names: readonly string[],
  ranked: readonly (readonly Ranked[])[],
  more: (order: readonly Ranked[]) => [joint: string, kind: Ranked | undefined],
): string[] {
  return names.map((name, at) => {
    if (names.filter((other) => other === name).length < 2) return name;
    const [joint, kind] = more(ranked[at]!);
    return kind ? `${name}${joint}${words[kind.habit][1]}` : name;
  });
}

/** The kind that gave a segment its name, and `undefined` where nothing stands out. */
export function leadingHabit(scores: readonly number[]): Habit | undefined {
  const [first] = rankedHabits(scores);
  return first && first.score >= standsOutFrom ? first.habit : undefined;
}

/** A kind of purchase within a sentence: `leisure`. */
export function habitWord(habit: Habit): string {
  return words[habit][1];
}

/** A name within a sentence, not at its beginning: `diners out`. */
export function withinSentence(name: string): string {
  return lowerFirst(name);
}
