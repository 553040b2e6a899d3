/** What comes next on a person's account: payments and incomes that repeat, in order of days. */

import {categories} from "../bank/categories.js";
import {type Day, dayMs, type Month} from "../day.js";
import {asDate, dayText, money, rounded, type Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {agree, plural} from "../words.js";
import {expectedExtra, extraLead, nearestDue} from "./extras.js";
import type {ContractRow} from "./rows.js";
import {duesUntil} from "./standing.js";

export interface Due {
  readonly next_on: Date;
  readonly party: string;
  readonly what: string;
  /** Signed: above zero for an income. */
  readonly amount_eur: number;
  /** From one to the next, in words. */
  readonly every: string;
}

/**
 * What is due within so many days after the last day of the data, in order of days: each payment of a contract, and what comes
 * beside it.
 */
export function duesWithin(contracts: readonly ContractRow[], lastDay: Time, days = 30): Due[] {
  const last = Number(asDate(lastDay)) / dayMs;
  return contracts
    .flatMap((contract) => duesOf(contract, last + days + extraLead))
    .filter(({on}) => on > last && on <= last + days)
    .sort((a, b) => a.on - b.on)
    .map(({on, ...due}) => ({next_on: new Date(on * dayMs), ...due}));
}

/** A due payment with its day as a number. */
type DayedDue = Omit<Due, "next_on"> & {readonly on: Day};

/** What is due of a contract until a day, and what comes beside it; nothing of one that has ended. */
function duesOf(contract: ContractRow, until: Day): DayedDue[] {
  const {next_on, due, party, category, amount_eur, every_months} = contract;
  if (!next_on) return [];
  const what = categories[category].label;
  const rhythm = {due, everyMonths: every_months, nextOn: next_on.getTime() / dayMs};
  return duesUntil(rhythm, until).flatMap(({day, month}) => [
    {on: day, party, what, amount_eur, every: everyText(every_months)},
    ...extraDue(contract, {day, month, what}),
  ]);
}

/** What came beside the same month's income in the years before. */
function extraDue(
  {due, since, extras, party, amount_eur}: ContractRow,
  {day, month, what}: {day: Day; month: Month; what: string},
): DayedDue[] {
  const first = nearestDue(due, since.getTime() / dayMs).month;
  const extra = expectedExtra(extras, first, month);
  if (!extra) return [];
  const amount = rounded(extra.share * amount_eur, 2);
  return [
    {
      on: day + extra.lag,
      party,
      what: `${what}, extra as a year ago`,
      amount_eur: amount,
      every: "year",
    },
  ];
}

/** `month`, `3 months`, `year`. */
function everyText(months: number): string {
  if (months === 1) return "month";
  return months === 12 ? "year" : `${months} months`;
}

/** What has to be paid before the next income, or until the end where none is known. */
export function duesFinding(name: string, dues: readonly Due[]): string {
  const income = dues.find(({amount_eur}) => amount_eur > 0);
  const out = dues.filter(({amount_eur}) => amount_eur < 0);
  if (dues.length === 0) return `Nothing regular is due for ${name}`;
  const payments = (rows: readonly Due[]) => {
    const cents = rows.reduce((sum, row) => sum + centsFromEur(row.amount_eur), 0);
    const amount = money(Math.abs(cents) / 100);
    return rows.length === 1
      ? `1 payment of ${amount}`
      : `${plural(rows.length, "payment")}, ${amount} in all,`;
  };
  if (!income) return `${name} has ${payments(out)} to come, and no regular income in sight`;
  const before = out.filter(({next_on}) => next_on < income.next_on);
  const next = `the next income, ${money(income.amount_eur)} about ${dayText(income.next_on)}`;
  if (before.length === 0) return `Nothing regular is due for ${name} before ${next}`;
  const verb = agree(before.length, "comes", "come");
  return `${payments(before)} ${verb} before ${next}`;
}
