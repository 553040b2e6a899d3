/** The months of one company or of several together, from datasets whose months stand in lists. */
import type {Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {monthAfter} from "../month.js";
import type {CategoryAmount} from "./statement.js";

/** A row of `pnl-companies`: one value per complete month. */
export interface CategoryPath {
  readonly user_id: string;
  readonly category: string;
  readonly amount_eur: readonly number[];
}

/** A row of `company-cash`. */
export interface CashPath {
  readonly user_id: string;
  readonly first_month: Time;
  readonly opening_eur: number;
  readonly closing_eur: readonly number[];
}

export interface MonthAmount extends CategoryAmount {
  readonly month: Date;
}

/** One row per month and category, of all the given paths together, in order of months. */
export function monthAmounts(paths: readonly CategoryPath[], first: Time): MonthAmount[] {
  const sums = new Map<string, number[]>();
  for (const {category, amount_eur} of paths) {
    const sum = sums.get(category) ?? amount_eur.map(() => 0);
    amount_eur.forEach((amount, at) => {
      sum[at] = (sum[at] ?? 0) + centsFromEur(amount);
    });
    sums.set(category, sum);
  }
  const length = Math.max(0, ...[...sums.values()].map((sum) => sum.length));
  return Array.from({length}, (_, at) => monthAfter(first, at)).flatMap((month, at) =>
    [...sums].map(([category, cents]) => ({month, category, amount_eur: (cents[at] ?? 0) / 100})),
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
