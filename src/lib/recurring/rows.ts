/**
 * Contracts on their way to a page: lists in place of objects, days counted from the last day of the data, the names
 * of parties and categories once.
 */
import type {CategoryName} from "../bank/categories.js";
import {type Day, dayMs, formatDay, parseDay} from "../day.js";
import {rounded} from "../format.js";
import type {DueDay} from "./dueDay.js";
import {rolls} from "./dueDay.js";
import {type Extra, nearestDue} from "./extras.js";
import type {ContractPerson, PersonContract} from "./people.js";
import {standingOf} from "./standing.js";

/**
 * Party, category, months from one payment to the next, day of the month, index of `rolls`, last amount in euro (below
 * zero where it is paid), days from the last day of the data to the last payment, to the next due day (null once it has
 * ended) and to the first payment, payments seen, the last amounts of a metered contract, three numbers a price rise (days
 * to it, from and to in euro), two numbers for what came beside an income (days to it, and its size in regular amounts),
 * and the last balances that its payments left behind, where they aim at a level.
 */
export type PackedContract = readonly [
  party: number,
  category: number,
  everyMonths: number,
  dayOfMonth: number,
  roll: number,
  lastEur: number,
  lastOn: number,
  nextOn: number | null,
  since: number,
  seenCount: number,
  recentEur: readonly number[],
  rises: readonly number[],
  extras: readonly number[],
  levelsEur: readonly number[],
];

/** The contracts of some people. */
export interface RecurringPeople {
  readonly last_day: string;
  readonly parties: readonly string[];
  readonly categories: readonly CategoryName[];
  readonly people: {readonly [userId: string]: readonly PackedContract[]};
}

/** One person's contracts beside the person's id, as `personAccountRows` has them. */
export type OwnContracts = readonly [
  userId: string,
  rows: readonly [{readonly contracts: RecurringPeople}],
];

/** A contract as pages read it; `amount_eur` is above zero for an income. */
export interface ContractRow {
  readonly party: string;
  readonly category: CategoryName;
  readonly every_months: number;
  readonly due: DueDay;
  readonly amount_eur: number;
  readonly last_on: Date;
  /** Null once it has ended. */
  readonly next_on: Date | null;
  readonly since: Date;
  readonly seen_count: number;
  /** The last amounts of a metered contract; empty where the amount stays. */
  readonly recent_eur: readonly number[];
  readonly rises: readonly {
    readonly on: Date;
    readonly from_eur: number;
    readonly to_eur: number;
  }[];
  /** What came beside a monthly income; empty for all else. */
  readonly extras: readonly Extra[];
  /** The last balances that its payments left behind, where they aim at a level; else empty. */
  readonly levels_eur: readonly number[];
}

/** People with their contracts, and what the numbers of parties and categories mean. */
export interface ContractNames {
  readonly people: readonly ContractPerson[];
  readonly parties: readonly string[];
  readonly categories: readonly CategoryName[];
  readonly lastDay: Day;
}

/** The contracts of all people, as sent. */
export function recurringPeople({
  people,
  parties,
  categories,
  lastDay,
}: ContractNames): RecurringPeople {
  const used = new Map<number, number>();
  const numberOf = (party: number) => {
    if (!used.has(party)) used.set(party, used.size);
    return used.get(party)!;
  };
  const rows = people.map(({userId, contracts}) => [
    userId,
    contracts.map((contract) => packed(contract, lastDay, numberOf)),
  ]);
  return {
    last_day: formatDay(lastDay),
    parties: [...used.keys()].map((party) => parties[party]!),
    categories,
    people: Object.fromEntries(rows),
  };
}

function packed(
  contract: PersonContract,
  lastDay: Day,
  numberOf: (party: number) => number,
): PackedContract {
  const {due, everyMonths, isInflow, isSteady} = contract;
  const standing = standingOf(contract, lastDay);
  const signed = (cents: number) => (isInflow ? cents : -cents) / 100;
  return [
    numberOf(contract.party),
    contract.category,
    everyMonths,
    due.dayOfMonth,
    rolls.indexOf(due.roll),
    signed(standing.lastCents),
    standing.lastOn - lastDay,
    standing.nextOn === undefined ? null : standing.nextOn - lastDay,
    standing.since - lastDay,
    standing.seenCount,
    isSteady ? [] : standing.recentCents.map(signed),
    standing.rises.flatMap(({on, fromCents, toCents}) => [
      on - lastDay,
      fromCents / 100,
      toCents / 100,
    ]),
    contract.extras.flatMap(({on, share}) => [on - lastDay, rounded(share, 3)]),
    contract.levels.map((cents) => Math.round(cents / 100)),
  ];
}

/** One person's contracts, those alive by their next due day first, then the ended ones. */
export function contractsOf(data: RecurringPeople, userId: string): ContractRow[] {
  const lastDay = parseDay(data.last_day);
  const date = (days: number) => new Date((lastDay + days) * dayMs);
  const rows = (data.people[userId] ?? []).map((row): ContractRow => {
    const [party, category, every_months, dayOfMonth, roll, amount_eur] = row;
    const [lastOn, nextOn, since, seen_count, recent_eur, rises, extras, levels_eur] = row.slice(
      6,
    ) as [number, number | null, number, number, number[], number[], number[], number[]];
    const due = {dayOfMonth, roll: rolls[roll]!};
    return {
      party: data.parties[party]!,
      category: data.categories[category]!,
      every_months,
      due,
      amount_eur,
      last_on: date(lastOn),
      next_on: nextOn === null ? null : date(nextOn),
      since: date(since),
      seen_count,
      recent_eur,
      rises: Array.from({length: rises.length / 3}, (_, i) => ({
        on: date(rises[3 * i]!),
        from_eur: rises[3 * i + 1]!,
        to_eur: rises[3 * i + 2]!,
      })),
      extras: Array.from({length: extras.length / 2}, (_, i) => {
        const on = lastDay + extras[2 * i]!;
        return {on, ...nearestDue(due, on), share: extras[2 * i + 1]!};
      }),
      levels_eur,
    };
  });
  const order = ({next_on, last_on}: ContractRow) => next_on?.getTime() ?? 1e15 - last_on.getTime();
  return rows.sort((a, b) => order(a) - order(b));
}
