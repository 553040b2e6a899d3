/** What a company's home says: its cash, what it waits for and what is due. */
import {type CategoryName, categories} from "../bank/categories.js";
import {money, monthText, type Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {monthRows} from "../month.js";
import {agree, comparedLast, inWords, list, plural} from "../words.js";
import type {CashPath} from "./companyMonths.js";

/** A row of `company-accounts`. */
export interface CompanyAccount {
  readonly user_id: string;
  readonly account_id: string;
  readonly kind: string;
  readonly opened_on: Time;
  readonly overdraft_limit_eur: number;
  readonly balance_eur: number;
}

/** A row of `company-due`. */
export interface DuePayment {
  readonly user_id: string;
  readonly category: CategoryName;
  readonly last_on: Time;
  readonly last_eur: number;
  readonly next_on: Time;
}

/** A row of `company-invoices`. */
export interface OpenInvoice {
  readonly user_id: string;
  readonly invoice_id: number;
  readonly issued_on: Time;
  readonly due_on: Time;
  readonly amount_eur: number;
  readonly late_days: number;
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
  const change = before ? againstText(rows, before) : "";
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

/** Against a month without cash there is no percentage to speak of. */
function againstText(rows: readonly CashMonth[], before: CashMonth): string {
  const period = monthText(before.month);
  if (before.closing_eur <= 0) return `, after ${money(before.closing_eur)} in ${period}`;
  const values = rows.map(({closing_eur}) => closing_eur);
  return `, ${comparedLast(values, period)}`;
}

/** When a company's cash was lowest, and whether it was ever below zero. */
export function cashFinding(name: string, rows: readonly CashMonth[]): string {
  const [first] = rows;
  if (!first) return `${name} has no balance to show`;
  const low = rows.reduce((least, row) => (row.closing_eur < least.closing_eur ? row : least));
  const below = rows.filter(({closing_eur}) => closing_eur < 0).length;
  if (rows.length === 1) return `${name} ended the month with ${money(first.closing_eur)}`;
  if (below > 0)
    return `${name} ended ${below} of ${plural(rows.length, "month")} below zero, lowest in ${monthText(low.month)}`;
  return `${name}'s cash was lowest in ${monthText(low.month)}, at ${money(low.closing_eur)}`;
}

/** What customers still owe a company, and how much of it is late. */
export function invoicesFinding(name: string, rows: readonly OpenInvoice[]): string {
  if (rows.length === 0) return `${name} waits for no invoice`;
  const sum = (rows: readonly OpenInvoice[]) =>
    rows.reduce((cents, row) => cents + centsFromEur(row.amount_eur), 0) / 100;
  const late = rows.filter(({late_days}) => late_days > 0);
  const lateText =
    late.length === 0
      ? "none of it late"
      : late.length === rows.length
        ? "all of it late"
        : `${money(sum(late))} of it late`;
  return `Customers owe ${name} ${money(sum(rows))}, ${lateText}`;
}

export interface DueLine {
  readonly next_on: Time;
  readonly payment: string;
  readonly last_eur: number;
  readonly last_on: Time;
}

/** The payments to come, in order of days, with the words of their categories. */
export function dueLines(rows: readonly DuePayment[]): DueLine[] {
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
  rows: readonly DuePayment[],
  cash: readonly CashMonth[],
): string {
  if (rows.length === 0) return `${name} has kept up no regular payment that would come next`;
  const sum = rows.reduce((cents, row) => cents + centsFromEur(row.last_eur), 0) / 100;
  const held = cash.at(-1)?.closing_eur;
  const due =
    rows.length === 1
      ? `If it repeats, the next payment takes ${money(sum)}`
      : `If they repeat, the next ${inWords(rows.length)} regular payments take ${money(sum)}`;
  if (held === undefined) return due;
  if (sum <= held) return `${due}, and the cash covers ${agree(rows.length, "it", "them")}`;
  return held > 0
    ? `${due}, more than the cash of ${money(held)}`
    : `${due}, and there is no cash but the overdraft`;
}
