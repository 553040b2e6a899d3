/** What the first page of a company says: its cash, what customers owe it and what is due. */
import {type CategoryName, categories} from "../bank/categories.js";
import {dayText, money, monthText, type Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {monthRows} from "../month.js";
import {list} from "../words.js";
import type {CashPath} from "./companyMonths.js";

/** A row of `company-accounts`. */
export interface CompanyAccount {
  readonly iban: string;
  readonly kind: string;
  readonly opened_on: Time;
  readonly overdraft_limit_eur: number;
  readonly balance_eur: number;
}

/** A row of `company-due`. */
export interface RegularPayment {
  readonly category: CategoryName;
  readonly last_on: Time;
  readonly last_eur: number;
  readonly next_on: Time;
}

export interface CashMonth {
  readonly month: Date;
  readonly closing_eur: number;
}

/** A company's cash at the end of each month; none for no company. */
export function cashMonths(cash: CashPath | undefined): CashMonth[] {
  return cash ? monthRows(cash, ["closing_eur"]) : [];
}

/** What a company can still pay, from all accounts as far as each may go below zero. */
export function accountsFinding(name: string, accounts: readonly CompanyAccount[]): string {
  if (accounts.length === 0) return `${name} has no open account`;
  const sum = (of: (account: CompanyAccount) => number) =>
    accounts.reduce((cents, account) => cents + of(account), 0);
  const limit = sum((account) => centsFromEur(account.overdraft_limit_eur));
  const room = sum((account) =>
    Math.max(0, centsFromEur(account.balance_eur) + centsFromEur(account.overdraft_limit_eur)),
  );
  if (room === 0)
    return `${name} can pay nothing more${limit > 0 ? ": its overdraft is used up" : ""}`;
  return `${name} can still pay ${money(room / 100)}${limit > 0 ? ", its overdraft included" : ""}`;
}

/** The opening of the page: what is on the accounts, and against the month before. */
export function companyText(
  name: string,
  rows: readonly CashMonth[],
  accounts: readonly CompanyAccount[],
): string {
  const [before, last] = [rows.at(-2), rows.at(-1)];
  if (!last) return `${name} has no complete month here yet.`;
  const change = before ? againstText(last, before) : "";
  const end = `At the end of ${monthText(last.month)} ${name}`;
  if (last.closing_eur < 0)
    return `${end} was ${money(-last.closing_eur)} overdrawn${partsText(accounts, last)}.`;
  return `${end} held ${money(last.closing_eur)}${partsText(accounts, last)}${change}.`;
}

/**
 * What makes up the total: each account of several, an overdraft as one. Nothing where they are of another day than the
 * total, and so do not add up to it.
 */
function partsText(accounts: readonly CompanyAccount[], {closing_eur}: CashMonth): string {
  const cents = accounts.reduce((sum, row) => sum + centsFromEur(row.balance_eur), 0);
  if (accounts.length < 2 || cents !== centsFromEur(closing_eur)) return "";
  const parts = accounts.map(({kind, balance_eur}) =>
    balance_eur < 0
      ? `an overdraft of ${money(-balance_eur)} in ${kind}`
      : `${money(balance_eur)} in ${kind}`,
  );
  return `: ${list(parts)}`;
}

/** By how much it moved, as an amount: a share of little cash, or of none, would say little. */
function againstText(last: CashMonth, before: CashMonth): string {
  const period = monthText(before.month);
  const moved = (centsFromEur(last.closing_eur) - centsFromEur(before.closing_eur)) / 100;
  if (moved === 0) return `, unchanged from ${period}`;
  return `, ${money(Math.abs(moved))} ${moved > 0 ? "more" : "less"} than in ${period}`;
}

export interface DueLine {
  readonly next_on: Time;
  readonly payment: string;
  readonly last_eur: number;
  readonly last_on: Time;
}

/** The payments to come, in order of days, with the words of their categories. */
export function dueLines(rows: readonly RegularPayment[]): DueLine[] {
  return rows.map(({category, next_on, last_eur, last_on}) => ({
    next_on,
    payment: categories[category].label,
    last_eur,
    last_on,
  }));
}

/** How much the next payments come to against the cash there is. */
export function dueFinding(
  name: string,
  rows: readonly RegularPayment[],
  cash: readonly CashMonth[],
): string {
  const last = rows.at(-1);
  if (!last) return `${name} has no regular payments to expect`;
  const sum = rows.reduce((cents, row) => cents + centsFromEur(row.last_eur), 0) / 100;
  const held = cash.at(-1)?.closing_eur;
  const due = `${money(sum)} is due by ${dayText(last.next_on)}`;
  if (held === undefined) return due;
  if (sum <= held) return `${due}, and the cash covers it`;
  return held > 0
    ? `${due}, more than the cash of ${money(held)}`
    : `${due}, and only the overdraft can pay it`;
}
