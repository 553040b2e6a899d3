/**
 * Balances on their way to a page: whole euro, and of the days only those on which something moved, as pairs of days
 * since the last such day and euro.
 */
import {type Day, formatDay, parseDay} from "../day.js";
import type {ContractPerson, PersonLegs} from "../recurring/people.js";
import {type DayFlows, dayFlows, pastDays, type Reset} from "./days.js";

/** How many days of contracts are sent: enough for the balance over three whole pay cycles. */
const shownDays = 126;

/**
 * Balance and overdraft limit in euro, days known, the movements outside and inside of contracts, and three numbers a
 * reset: its place among the days, 1 for an inflow, and the balance after it.
 */
export type PackedBalance = readonly [
  balanceEur: number,
  limitEur: number,
  dayCount: number,
  other: readonly number[],
  contracted: readonly number[],
  resets: readonly number[],
];

/** The accounts of some people: who has an open one. */
export interface BalancePeople {
  readonly last_day: string;
  readonly people: {readonly [userId: string]: PackedBalance};
}

/** The accounts of all people that are open on the last day, as sent. */
export function balancePeople({
  people,
  firstDay,
  lastDay,
}: {
  readonly people: readonly ContractPerson[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}): BalancePeople {
  const open = people.filter(
    ({closedOn, openedOn}) => closedOn === undefined && openedOn <= lastDay,
  );
  return {
    last_day: formatDay(lastDay),
    people: Object.fromEntries(
      open.map((person) => {
        const first = Math.max(firstDay, person.openedOn, lastDay - pastDays + 1);
        const flows = dayFlows(person, person.contracts, first, lastDay);
        return [person.userId, packed(person, flows)];
      }),
    ),
  };
}

/** Sums are rounded, not flows, so that the balance of each day is right to the euro. */
function packed(
  {limitCents}: PersonLegs,
  {balanceCents, otherCents, before, resets}: DayFlows,
): PackedBalance {
  const total = steps(balanceCents, before);
  let sum = 0;
  const other = steps(
    otherCents.map((cents) => {
      sum += cents;
      return sum;
    }),
    0,
  );
  const contracted = total.map((flow, at) => flow - other[at]!);
  const hidden = Math.max(0, contracted.length - shownDays);
  return [
    Math.round((balanceCents.at(-1) ?? before) / 100),
    Math.round(limitCents / 100),
    balanceCents.length,
    sparse(other),
    sparse(contracted.map((flow, at) => (at < hidden ? 0 : flow))),
    resets.flatMap(({at, isInflow, level}) => [at, Number(isInflow), Math.round(level / 100)]),
  ];
}

/** The differences of rounded sums, in euro; 0 rather than −0. */
function steps(sums: Float64Array, before: number): number[] {
  const differences: number[] = [];
  let last = Math.round(before / 100);
  for (const cents of sums) {
    const eur = Math.round(cents / 100);
    differences.push(eur - last || 0);
    last = eur;
  }
  return differences;
}

function sparse(flows: readonly number[]): number[] {
  const pairs: number[] = [];
  let last = -1;
  flows.forEach((flow, at) => {
    if (flow === 0) return;
    pairs.push(at - last, flow);
    last = at;
  });
  return pairs;
}

function dense(pairs: readonly number[], length: number): number[] {
  const flows = new Array<number>(length).fill(0);
  let at = -1;
  for (let pair = 0; pair < pairs.length; pair += 2) {
    at += pairs[pair]!;
    flows[at] = pairs[pair + 1]!;
  }
  return flows;
}

/** One person's account as a page has it, in euro. */
export interface KnownAccount {
  readonly userId: string;
  readonly lastDay: Day;
  readonly balance: number;
  readonly limit: number;
  readonly other: readonly number[];
  readonly resets: readonly Reset[];
  /** The balance at the end of each of the last days, at most `shownDays`; the last is `lastDay`. */
  readonly balances: readonly number[];
}

/** One person's account; none, if it is closed. */
export function maybeAccount(data: BalancePeople, userId: string): KnownAccount | undefined {
  const row = data.people[userId];
  if (!row) return undefined;
  const [balance, limit, length, otherPairs, contractedPairs, triples] = row;
  const other = dense(otherPairs, length);
  const contracted = dense(contractedPairs, length);
  const balances: number[] = [];
  let then = balance;
  for (let at = length - 1; at >= Math.max(0, length - shownDays); at--) {
    balances.push(then);
    then -= other[at]! + contracted[at]!;
  }
  balances.reverse();
  const resets = Array.from({length: triples.length / 3}, (_, i) => ({
    at: triples[3 * i]!,
    isInflow: triples[3 * i + 1] === 1,
    level: triples[3 * i + 2]!,
  }));
  return {userId, lastDay: parseDay(data.last_day), balance, limit, other, resets, balances};
}
