import type {Day} from "../day.js";
import {maybeContract} from "./contract.js";
import {contractsIn} from "./detect.js";
import {type Extra, extrasOf} from "./extras.js";
import type {Contract} from "./payments.js";
import {aimAtLevel, type Placed} from "./sweeps.js";

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

/** The contracts of one person that payments up to a day show, by party and in order of their first payment. */
export function personContracts(person: PersonLegs, until: Day): PersonContract[] {
  const groups = new Map<number, Group>();
  const {party, day, cents, category} = person;
  const endOfDay = new Map<Day, number>();
  let balance = person.openingCents;
  for (let leg = 0; leg < day.length && day[leg]! <= until; leg++) {
    const amount = cents[leg]!;
    balance += amount;
    endOfDay.set(day[leg]!, balance);
    if (amount === 0) continue;
    const key = 2 * party[leg]! + (amount > 0 ? 1 : 0);
    let group = groups.get(key);
    if (!group) {
      group = {days: [], cents: [], categories: [], after: []};
      groups.set(key, group);
    }
    group.days.push(day[leg]!);
    group.cents.push(Math.abs(amount));
    group.categories.push(category[leg]!);
    group.after.push(balance);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, group]) =>
      contractsWith(group, key % 2 === 1).map((contract) => ({
        ...contract,
        party: key >> 1,
        isInflow: key % 2 === 1,
        extras: key % 2 === 1 ? extrasOf(contract, group) : [],
        levels: levelsOf(group, contract, key % 2 === 1, endOfDay),
        category: group.categories[lastPayment(group, contract)]!,
      })),
    );
}

/** The payments to (or from) one party; columns. */
interface Group {
  readonly days: Day[];
  readonly cents: number[];
  readonly categories: number[];
  /** The balance right after each. */
  readonly after: number[];
}

/** How many of the last levels are kept, of which one is expected. */
const keptLevels = 4;

/**
 * The contracts with one party. What brings the account back to a level is one by its days alone, since its amounts
 * follow from the balance.
 */
function contractsWith(group: Group, isInflow: boolean): Contract[] {
  const found = contractsIn(group);
  const covered = found.reduce((sum, {days}) => sum + days.length, 0);
  if (2 * covered >= group.days.length || !aimAtLevel(placedOf(group, isInflow))) return found;
  const {days, cents} = group;
  const contract = maybeContract({days, cents: days.map(() => 1)});
  return contract ? [{...contract, cents, regular: cents, isSteady: false}] : found;
}

function placedOf({cents, after}: Group, isInflow: boolean): Placed[] {
  return cents.map((amount, at) => ({
    before: after[at]! - (isInflow ? amount : -amount),
    after: after[at]!,
  }));
}

/**
 * What else is paid on the day of a sweep comes with it, before or after, so the day's end is the level to expect; that the
 * payments aim at one shows in the balance right after each.
 */
function levelsOf(
  group: Group,
  contract: Contract,
  isInflow: boolean,
  endOfDay: ReadonlyMap<Day, number>,
): number[] {
  const own = new Set(contract.days.map((on, at) => `${on} ${contract.cents[at]}`));
  const placed = placedOf(group, isInflow).filter((_, at) =>
    own.has(`${group.days[at]} ${group.cents[at]}`),
  );
  if (!aimAtLevel(placed)) return [];
  return contract.days.slice(-keptLevels).map((on) => endOfDay.get(on)!);
}

/** The place among the payments to a party of a contract's last: the party may have been paid for other things since. */
function lastPayment(
  {days, cents}: {readonly days: readonly Day[]; readonly cents: readonly number[]},
  contract: Contract,
): number {
  const [day, amount] = [contract.days.at(-1), contract.cents.at(-1)];
  return days.findLastIndex((on, at) => on === day && cents[at] === amount);
}
