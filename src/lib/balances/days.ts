/** A checking account day by day, and what of its flows belongs to no contract. */
import type {Day} from "../day.js";
import {type Place, placeOf} from "../recurring/payments.js";
import {balancesAfter, type PersonContract, type PersonLegs} from "../recurring/people.js";
import {aimAtLevel, placedOf} from "../recurring/sweeps.js";

/** How many days of the past a forecast draws from. */
export const pastDays = 364;

/** A transfer outside of contracts that brought the account back to a level: down to it, or up to it. */
export interface Reset {
  /** The place of its day. */
  readonly at: number;
  readonly isInflow: boolean;
  /** The balance right after it. */
  readonly level: number;
}

export interface DayFlows {
  /** The first of the days. */
  readonly first: Day;
  /** The balance before the first day, in cents. */
  readonly before: number;
  /** The balance at the end of each day, in cents. */
  readonly balanceCents: Float64Array;
  /** What came in less what went out on each day outside of contracts and of resets, in cents. */
  readonly otherCents: Float64Array;
  readonly resets: readonly Reset[];
}

/** The balance in cents before the first of some days, and at the end of each; before the account opens, it is what it opens with. */
export function dayBalances(
  {openingCents, day, cents}: PersonLegs,
  first: Day,
  last: Day,
): {before: number; balanceCents: Float64Array} {
  const balanceCents = new Float64Array(Math.max(0, last - first + 1));
  let before = openingCents;
  for (let leg = 0; leg < day.length && day[leg]! <= last; leg++) {
    const at = day[leg]! - first;
    if (at < 0) before += cents[leg]!;
    else balanceCents[at]! += cents[leg]!;
  }
  let now = before;
  for (let at = 0; at < balanceCents.length; at++) {
    now += balanceCents[at]!;
    balanceCents[at] = now;
  }
  return {before, balanceCents};
}

/** The days from `first` to `last`, both included. */
export function dayFlows(
  person: PersonLegs,
  contracts: readonly PersonContract[],
  first: Day,
  last: Day,
): DayFlows {
  const {party, day, cents} = person;
  const {before, balanceCents} = dayBalances(person, first, last);
  const otherCents = new Float64Array(balanceCents.length);
  const contracted = new Map<number, Set<Place>>();
  // What came beside an income is no part of the rest either: it comes in its own months, not in any.
  const besides = new Map<number, Set<Day>>();
  for (const {party, isInflow, days, cents, extras} of contracts) {
    const own = setOf(contracted, party);
    days.forEach((on, i) => {
      own.add(placeOf(on, isInflow ? cents[i]! : -cents[i]!));
    });
    for (const {on} of extras) setOf(besides, party).add(on);
  }
  const groups = new Map<number, number[]>();
  for (let leg = 0; leg < day.length && day[leg]! <= last; leg++) {
    const amount = cents[leg]!;
    const other = party[leg]!;
    if (amount > 0 && besides.get(other)?.has(day[leg]!)) continue;
    if (contracted.get(other)?.has(placeOf(day[leg]!, amount))) continue;
    const key = 2 * other + Number(amount > 0);
    const group = groups.get(key);
    if (group) group.push(leg);
    else groups.set(key, [leg]);
  }
  const after = balancesAfter(person);
  const resets: Reset[] = [];
  for (const legs of groups.values()) {
    const isSweep = aimAtLevel(placedOf(legs, cents, after));
    for (const leg of legs) {
      const at = day[leg]! - first;
      if (at < 0) continue;
      if (isSweep) resets.push({at, isInflow: cents[leg]! > 0, level: balanceCents[at]!});
      else otherCents[at]! += cents[leg]!;
    }
  }
  return {first, before, balanceCents, otherCents, resets};
}

function setOf<Item>(sets: Map<number, Set<Item>>, key: number): Set<Item> {
  const found = sets.get(key) ?? new Set<Item>();
  sets.set(key, found);
  return found;
}
