/** A checking account day by day, and what of its flows belongs to no contract. */
import type {Day} from "../day.js";
import type {PersonContract, PersonLegs} from "../recurring/people.js";
import {aimAtLevel, type Placed} from "../recurring/sweeps.js";

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

/** The days from `first` to `last`, both included; before the account opens, its balance is what it opens with. */
export function dayFlows(
  {openingCents, party, day, cents}: PersonLegs,
  contracts: readonly PersonContract[],
  first: Day,
  last: Day,
): DayFlows {
  const length = Math.max(0, last - first + 1);
  const balanceCents = new Float64Array(length);
  const otherCents = new Float64Array(length);
  const contracted = new Set(
    contracts.flatMap(({party, isInflow, days, cents}) =>
      days.map((on, i) => legKey(party, on, isInflow ? cents[i]! : -cents[i]!)),
    ),
  );
  // What came beside an income is no part of the rest either: it comes in its own months, not in any.
  const besides = new Set(
    contracts.flatMap(({party, extras}) => extras.map(({on}) => `${party} ${on}`)),
  );
  const sweeps = new Map<number, (Placed & Omit<Reset, "level"> & {readonly cents: number})[]>();
  let before = openingCents;
  let running = openingCents;
  for (let leg = 0; leg < day.length && day[leg]! <= last; leg++) {
    const at = day[leg]! - first;
    const amount = cents[leg]!;
    running += amount;
    if (at < 0) before += amount;
    else balanceCents[at]! += amount;
    const isExtra = amount > 0 && besides.has(`${party[leg]} ${day[leg]}`);
    if (isExtra || contracted.has(legKey(party[leg]!, day[leg]!, amount))) continue;
    const isInflow = amount > 0;
    const key = 2 * party[leg]! + Number(isInflow);
    const group = sweeps.get(key) ?? [];
    group.push({
      at,
      isInflow,
      cents: amount,
      before: running - amount,
      after: running,
    });
    sweeps.set(key, group);
  }
  let now = before;
  for (let at = 0; at < length; at++) {
    now += balanceCents[at]!;
    balanceCents[at] = now;
  }
  const resets: Reset[] = [];
  for (const group of sweeps.values()) {
    const isSweep = aimAtLevel(group);
    for (const {at, isInflow, cents} of group) {
      if (at < 0) continue;
      if (isSweep) resets.push({at, isInflow, level: balanceCents[at]!});
      else otherCents[at]! += cents;
    }
  }
  return {first, before, balanceCents, otherCents, resets};
}

function legKey(party: number, day: Day, cents: number): string {
  return `${party} ${day} ${cents}`;
}
