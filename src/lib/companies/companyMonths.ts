/** The months of one company or of several together, from datasets whose months stand in lists. */
import type {Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {monthAfter} from "../month.js";
import type {CategoryAmount} from "./statement.js";

/** A row of `company-pnl`, of a company or an industry: one value per complete month. */
export interface CategoryPath {
  readonly first_month: Time;
  readonly category: string;
  readonly amount_eur: readonly number[];
}

/** The part of a row of `company-cash` that is about days. */
export interface CashDays {
  readonly last_day: Time;
  readonly day_eur: readonly number[];
}

/** A row of `company-cash`. */
export interface CashPath extends CashDays {
  readonly first_month: Time;
  readonly opening_eur: number;
  readonly closing_eur: readonly number[];
}

export interface MonthAmount extends CategoryAmount {
  readonly month: Date;
}

/** One row per month and category, in order of months. */
export function monthAmounts(paths: readonly CategoryPath[]): MonthAmount[] {
  const length = paths[0]?.amount_eur.length ?? 0;
  return Array.from({length}, (_, at) => at).flatMap((at) =>
    paths.map(({category, first_month, amount_eur}) => ({
      month: monthAfter(first_month, at),
      category,
      amount_eur: amount_eur[at] ?? 0,
    })),
  );
}

/** The rows of the last so many months, or of all there are. */
export function lastMonths<Row extends {month: Time}>(rows: readonly Row[], count: number): Row[] {
  const months = [...new Set(rows.map(({month}) => Number(month)))].slice(-count);
  return rows.filter(({month}) => months.includes(Number(month)));
}

export interface CashTie {
  readonly monthCount: number;
  readonly openingEur: number;
  readonly closingEur: number;
  /** Closing less opening balance less the change that the statement states; 0 if it ties. */
  readonly differenceEur: number;
}

/** Holds the change in cash of the last so many months against the balances of the accounts. */
export function cashTie(
  cash: CashPath | undefined,
  {monthCount, changeEur}: {monthCount: number; changeEur: number},
): CashTie | undefined {
  const closing = cash?.closing_eur.at(-1);
  if (!cash || closing === undefined || monthCount > cash.closing_eur.length) return undefined;
  const opening = cash.closing_eur.at(-1 - monthCount) ?? cash.opening_eur;
  const difference = centsFromEur(closing) - centsFromEur(opening) - centsFromEur(changeEur);
  return {monthCount, openingEur: opening, closingEur: closing, differenceEur: difference / 100};
}
