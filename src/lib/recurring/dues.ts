/** What comes next on a person's account: payments and incomes that repeat, in order of days. */

import {categories} from "../bank/categories.js";
import {dayMs} from "../day.js";
import {asDate, dayText, money, rounded, type Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {agree, plural} from "../words.js";
import {expectedExtra, nearestDue} from "./extras.js";
import type {ContractRow} from "./rows.js";

export interface Due {
  readonly next_on: Date;
  readonly party: string;
  readonly what: string;
  /** Signed: above zero for an income. */
  readonly amount_eur: number;
  /** From one to the next, in words. */
  readonly every: string;
}

/** What is due within so many days after the last day of the data. */
export function duesWithin(contracts: readonly ContractRow[], lastDay: Time, days = 30): Due[] {
  const end = Number(asDate(lastDay)) + days * dayMs;
  const dues = contracts.flatMap((contract): Due[] => {
    const {next_on, party, category, amount_eur, every_months} = contract;
    if (!next_on) return [];
    const what = categories[category].label;
    const due = {next_on, party, what, amount_eur, every: everyText(every_months)};
    return [due, ...extraDue(contract, next_on, what)];
  });
  return dues
    .filter(({next_on}) => next_on.getTime() <= end && next_on.getTime() > end - days * dayMs)
    .sort((a, b) => a.next_on.getTime() - b.next_on.getTime());
}

/** What came beside the same month's income in the years before. */
function extraDue(contract: ContractRow, next_on: Date, what: string): Due[] {
  const {due, since, extras, party, amount_eur} = contract;
  const next = nearestDue(due, next_on.getTime() / dayMs);
  const first = nearestDue(due, since.getTime() / dayMs).month;
  const extra = expectedExtra(extras, first, next.month);
  if (!extra) return [];
  const on = new Date(next_on.getTime() + extra.lag * dayMs);
  const amount = rounded(extra.share * amount_eur, 2);
  return [
    {next_on: on, party, what: `${what}, extra as a year ago`, amount_eur: amount, every: "year"},
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
