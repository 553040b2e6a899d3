/** A checking account day by day, and what of its flows belongs to no contract. */
import type {Day} from "../day.js";
import type {PersonContract, PersonLegs} from "../recurring/people.js";

export interface DayFlows {
  /** The first of the days. */
  readonly first: Day;
  /** The balance before the first day, in cents. */
  readonly before: number;
  /** The balance at the end of each day, in cents. */
  readonly balanceCents: Float64Array;
  /** What came in less what went out on each day outside of contracts, in cents. */
  readonly otherCents: Float64Array;
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
  let before = openingCents;
  for (let leg = 0; leg < day.length && day[leg]! <= last; leg++) {
    const at = day[leg]! - first;
    if (at < 0) before += cents[leg]!;
    else {
      balanceCents[at]! += cents[leg]!;
      const isExtra = cents[leg]! > 0 && besides.has(`${party[leg]} ${day[leg]}`);
      if (!isExtra && !contracted.has(legKey(party[leg]!, day[leg]!, cents[leg]!)))
        otherCents[at]! += cents[leg]!;
    }
  }
  let now = before;
  for (let at = 0; at < length; at++) {
    now += balanceCents[at]!;
    balanceCents[at] = now;
  }
  return {first, before, balanceCents, otherCents};
}

function legKey(party: number, day: Day, cents: number): string {
  return `${party} ${day} ${cents}`;
}
