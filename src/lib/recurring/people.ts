import type {Day} from "../day.js";
import {fewest, maybeContract} from "./contract.js";
import {contractsIn} from "./detect.js";
import {type Extra, extrasOf} from "./extras.js";
import {type Contract, type Payments, placeOf} from "./payments.js";
import {aimAtLevel, type Placed, placedOf} from "./sweeps.js";

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
  readonly cents: Float64Array;
  readonly category: Int32Array;
}

/** A contract of a person: with whom, whether money comes in, and what the bank calls its last payment. */
export interface PersonContract extends Contract {
  readonly party: number;
  readonly isInflow: boolean;
  /** What came beside a monthly income; empty for all else. */
  readonly extras: readonly Extra[];
  /** The balances at the end of its last days, where its payments aim at a level; else empty. */
  readonly levels: readonly number[];
  /** For display only: nothing is found by it. */
  readonly category: number;
}

/** A person and the contracts that all of the payments show. */
export interface ContractPerson extends PersonLegs {
  readonly contracts: readonly PersonContract[];
}

/** Payments with the contracts of each person. */
export type PeopleContracts<Payments> = Omit<Payments, "people"> & {
  readonly people: readonly ContractPerson[];
};

/** These payments with the contracts of each person: to find them takes longer than all that is told of them. */
export function withContracts<
  Payments extends {readonly people: readonly PersonLegs[]; readonly lastDay: Day},
>(payments: Payments): PeopleContracts<Payments> {
  const people = payments.people.map((person) => ({
    ...person,
    contracts: personContracts(person, payments.lastDay),
  }));
  return {...payments, people};
}

/** The balance of the account right after each leg, in cents. */
export function balancesAfter({openingCents, cents}: PersonLegs): Float64Array {
  const after = new Float64Array(cents.length);
  let balance = openingCents;
  for (let leg = 0; leg < cents.length; leg++) {
    balance += cents[leg]!;
    after[leg] = balance;
  }
  return after;
}

/** The contracts of one person that payments up to a day show, by party and in order of their first payment. */
export function personContracts(person: PersonLegs, until: Day): PersonContract[] {
  const groups = new Map<number, number[]>();
  const {party, day, cents} = person;
  const after = balancesAfter(person);
  for (let leg = 0; leg < day.length && day[leg]! <= until; leg++) {
    const amount = cents[leg]!;
    if (amount === 0) continue;
    const key = 2 * party[leg]! + (amount > 0 ? 1 : 0);
    const group = groups.get(key);
    if (group) group.push(leg);
    else groups.set(key, [leg]);
  }
  // most parties are paid once or twice
  return [...groups]
    .filter(([, legs]) => legs.length >= fewest.steady)
    .sort(([a], [b]) => a - b)
    .flatMap(([key, legs]) => {
      const isInflow = key % 2 === 1;
      const group: Group = {
        days: legs.map((leg) => day[leg]!),
        cents: legs.map((leg) => Math.abs(cents[leg]!)),
        ...placedOf(legs, cents, after),
      };
      return contractsWith(group).map((contract) => ({
        ...contract,
        party: key >> 1,
        isInflow,
        extras: isInflow ? extrasOf(contract, group) : [],
        levels: levelsOf(group, contract, (on) => after[day.findLastIndex((of) => of <= on)]!),
        category: person.category[legs[lastPayment(group, contract)]!]!,
      }));
    });
}

/** The payments to (or from) one party, with the balance of the account right before and right after each; columns. */
interface Group extends Payments, Placed {}

/** How many of the last levels are kept, of which one is expected. */
const keptLevels = 4;

/**
 * The contracts with one party. What brings the account back to a level is one by its days alone, since its amounts
 * follow from the balance.
 */
function contractsWith(group: Group): Contract[] {
  const found = contractsIn(group);
  const covered = found.reduce((sum, {days}) => sum + days.length, 0);
  if (2 * covered >= group.days.length || !aimAtLevel(group)) return found;
  const {days, cents} = group;
  const contract = maybeContract({days, cents: days.map(() => 1)});
  return contract ? [{...contract, cents, regular: cents, isSteady: false}] : found;
}

/**
 * What else is paid on the day of a sweep comes with it, before or after, so the day's end is the level to expect; that the
 * payments aim at one shows in the balance right after each.
 */
function levelsOf(group: Group, contract: Contract, endOfDay: (on: Day) => number): number[] {
  const own = new Set(contract.days.map((on, at) => placeOf(on, contract.cents[at]!)));
  const at = [...group.days.keys()].filter((i) =>
    own.has(placeOf(group.days[i]!, group.cents[i]!)),
  );
  const placed = {before: at.map((i) => group.before[i]!), after: at.map((i) => group.after[i]!)};
  if (!aimAtLevel(placed)) return [];
  return contract.days.slice(-keptLevels).map(endOfDay);
}

/** The place among the payments to a party of a contract's last: the party may have been paid for other things since. */
function lastPayment({days, cents}: Payments, contract: Contract): number {
  const [day, amount] = [contract.days.at(-1), contract.cents.at(-1)];
  return days.findLastIndex((on, at) => on === day && cents[at] === amount);
}
