import type {Day} from "../day.js";
import type {Contract} from "./contract.js";
import {contractsIn} from "./detect.js";
import {type Extra, extrasOf} from "./extras.js";

/** One person's checking account and its legs, in order of posting; columns, because there are many. */
export interface PersonLegs {
  readonly userId: string;
  readonly openingCents: number;
  readonly limitCents: number;
  readonly openedOn: Day;
  readonly closedOn: Day | undefined;
  /** The number of the other party, of the day, signed cents, and the number of the category of each leg. */
  readonly party: Int32Array;
  readonly day: Int32Array;
  readonly cents: Int32Array;
  readonly category: Int32Array;
}

/** A contract of a person: with whom, whether money comes in, and what the bank calls its last payment. */
export interface PersonContract extends Contract {
  readonly party: number;
  readonly isInflow: boolean;
  /** What came beside a monthly income; empty for all else. */
  readonly extras: readonly Extra[];
  /** For display only: nothing is found by it. */
  readonly category: number;
}

/** The contracts of one person that payments up to a day show, by party and in order of their first payment. */
export function personContracts(person: PersonLegs, until: Day): PersonContract[] {
  const groups = new Map<number, {days: Day[]; cents: number[]; categories: number[]}>();
  const {party, day, cents, category} = person;
  for (let leg = 0; leg < day.length && day[leg]! <= until; leg++) {
    const amount = cents[leg]!;
    if (amount === 0) continue;
    const key = 2 * party[leg]! + (amount > 0 ? 1 : 0);
    let group = groups.get(key);
    if (!group) {
      group = {days: [], cents: [], categories: []};
      groups.set(key, group);
    }
    group.days.push(day[leg]!);
    group.cents.push(Math.abs(amount));
    group.categories.push(category[leg]!);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, group]) =>
      contractsIn(group).map((contract) => ({
        ...contract,
        party: key >> 1,
        isInflow: key % 2 === 1,
        extras: key % 2 === 1 ? extrasOf(contract, group) : [],
        category: group.categories[lastPayment(group, contract)]!,
      })),
    );
}

/** The place among the payments to a party of a contract's last: the party may have been paid for other things since. */
function lastPayment(
  {days, cents}: {readonly days: readonly Day[]; readonly cents: readonly number[]},
  contract: Contract,
): number {
  const [day, amount] = [contract.days.at(-1), contract.cents.at(-1)];
  return days.findLastIndex((on, at) => on === day && cents[at] === amount);
}
