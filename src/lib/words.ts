/**
 * Words for findings. A title on a page is computed, so each sentence needs its form for a rise, a fall, no
 * change and no data; these helpers keep the four together.
 */
import {isBeyondChance} from "./evidence/chance.js";
import {lastChangeChance} from "./evidence/months.js";
import {count, money, percent, type Value} from "./format.js";

export type Direction = "rise" | "fall" | "same" | "unknown";

export interface Change {
  direction: Direction;
  /** Now less before, in the unit of the values; `undefined` if either is missing. */
  difference: number | undefined;
  /** The difference as a share of the magnitude before; `undefined` if that is zero or missing. */
  share: number | undefined;
}

/**
 * Compares a value with an earlier one. A difference of less than `tolerance` (as a share of the earlier
 * magnitude, 0.5 % unless told) is no change: it would print as one, and a title should not call it one.
 */
export function changeOf(now: Value, before: Value, {tolerance = 0.005} = {}): Change {
  const [to, from] = [known(now), known(before)];
  if (to === undefined || from === undefined)
    return {direction: "unknown", difference: undefined, share: undefined};
  const difference = to - from;
  const share = from === 0 ? undefined : difference / Math.abs(from);
  const small = difference === 0 || Math.abs(share ?? 1) < tolerance;
  const direction = small ? "same" : difference > 0 ? "rise" : "fall";
  return {direction, difference, share};
}

function known(value: Value): number | undefined {
  const number = value === null || value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** One of the words by the direction of a change. */
export function byDirection<T>(change: Change, words: Record<Direction, T>): T {
  return words[change.direction];
}

/**
 * The verb of a change with its size: `rose 4.2%`, `fell €1.2m` (with `by: "amount"`), `was unchanged`,
 * `has nothing to compare with`. A rise from zero has no share and is given as an amount.
 */
export function moved(
  change: Change,
  {by = "share", format = money}: {by?: "share" | "amount"; format?: (value: Value) => string} = {},
): string {
  const {difference = 0, share} = change;
  const size =
    by === "share" && share !== undefined ? percent(Math.abs(share)) : format(Math.abs(difference));
  return byDirection(change, {
    rise: `rose ${size}`,
    fall: `fell ${size}`,
    same: "was unchanged",
    unknown: "has nothing to compare with",
  });
}

/**
 * What a finding says of a difference that is no larger than noise makes (`src/lib/evidence/`): `Spain and Italy differ
 * within chance`.
 */
export const withinChance = "within chance";

/**
 * A comparison that stands after a value: `4.2% more than in May 2025`, `unchanged from May 2025`; of things that are
 * counted, `4.2% fewer`.
 */
export function compared(change: Change, period: string, {counted = false} = {}): string {
  const {difference = 0, share} = change;
  const size = share === undefined ? money(Math.abs(difference)) : percent(Math.abs(share));
  return byDirection(change, {
    rise: `${size} more than in ${period}`,
    fall: `${size} ${counted ? "fewer" : "less"} than in ${period}`,
    same: `unchanged from ${period}`,
    unknown: `nothing to compare with in ${period}`,
  });
}

/**
 * The same of the last of monthly values against the one before, which is that of `period`: where the step is
 * no larger than those of other months (`lastChangeChance`), `within chance of September 2026`.
 */
export function comparedLast(
  values: readonly number[],
  period: string,
  {counted = false} = {},
): string {
  const change = changeOf(values.at(-1), values.at(-2), counted ? {tolerance: 0} : {});
  const moves = change.direction === "rise" || change.direction === "fall";
  return moves && !isBeyondChance(lastChangeChance(values))
    ? `${withinChance} of ${period}`
    : compared(change, period, {counted});
}

/** `no companies`, `1 company`, `1,204 companies`. */
export function plural(amount: number, one: string, many = `${one}s`): string {
  return `${amount === 0 ? "no" : count(amount)} ${amount === 1 ? one : many}`;
}

/** The form of a word that goes with an amount: `agree(1, "is", "are")` is `is`, with any other amount `are`. */
export function agree(amount: number, one: string, many: string): string {
  return amount === 1 ? one : many;
}

/** `no people`, `1 person`, `1,204 people`. */
export function peopleText(amount: number): string {
  return plural(amount, "person", "people");
}

/** `no companies`, `1 company`, `1,204 companies`. */
export function companiesText(amount: number): string {
  return plural(amount, "company", "companies");
}

/** `The one company`, `Both companies`, `All 120 companies`: the start of a sentence; at least one. */
export function allOf(amount: number, one: string, many = `${one}s`): string {
  if (amount === 1) return `The one ${one}`;
  return amount === 2 ? `Both ${many}` : `All ${plural(amount, one, many)}`;
}

/** `neither month`, `both months`, `none of 18 months`, `3 of 18 months`, `all 18 months`: for at least two. */
export function someOf(amount: number, total: number, one: string, many = `${one}s`): string {
  if (amount === total) return total === 2 ? `both ${many}` : `all ${count(total)} ${many}`;
  if (amount === 0) return total === 2 ? `neither ${one}` : `none of ${count(total)} ${many}`;
  return `${count(amount)} of ${count(total)} ${many}`;
}

/** `a`, `a and b`, `a, b and c`; what exceeds `limit` is counted: `a, b and 3 more`. */
export function list(items: readonly string[], {limit = items.length, none = "none"} = {}): string {
  if (items.length === 0) return none;
  const shown =
    items.length > limit ? [...items.slice(0, limit), `${items.length - limit} more`] : items;
  const head = shown.slice(0, -1);
  const last = shown.at(-1) ?? none;
  return head.length > 0 ? `${head.join(", ")} and ${last}` : last;
}

/** The first letter large: sentences that begin with a computed word. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The first letter small: a computed name within a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A stored name in words: `food_production` becomes `food production`. */
export function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

/** Small whole numbers in words up to twelve, as prose writes them. */
export function inWords(amount: number): string {
  const words = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
  return words[amount] ?? count(amount);
}

/** `, 150 of 1,234` where a part of all is shown; nothing where all are. */
export function partOfText(shown: number, all: number): string {
  return shown < all ? `, ${count(shown)} of ${count(all)}` : "";
}
