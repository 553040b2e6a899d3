/** What came in, was spent and was put aside each month, by the bank's own measures. */
import {type CategoryGroup, type CategoryName, categories} from "../../lib/bank/categories.js";
import {formatMonth} from "../../lib/day.js";
import {monthDate} from "../../lib/month.js";
import {spendingCategories} from "../../lib/people/peers.js";
import type {Span} from "./balanceChecks.js";
import {isSpendingKind, type LedgerRow} from "./ledger.js";
import type {AccountKind} from "./settings.js";
import {wholeMonths} from "./wholeMonths.js";

export interface OwnMonth {
  readonly month: Date;
  /** With what came in without a category, as spending has what went out without one. */
  readonly income_eur: number;
  readonly fixed_eur: number;
  readonly discretionary_eur: number;
  /** Out and in without a category. */
  readonly unknown_out_eur: number;
  readonly unknown_in_eur: number;
  readonly spending_eur: number;
  readonly left_eur: number;
  readonly saved_eur: number;
}

/** Signed euros of each category in each month (`2025-05`), and of what has none: out and in. */
export type MonthSums = ReadonlyMap<string, ReadonlyMap<CategoryName | "in" | "out", number>>;

/** What the rows of spending accounts were for. */
export function monthSums(
  rows: readonly LedgerRow[],
  kinds: ReadonlyMap<string, AccountKind>,
): MonthSums {
  const months = new Map<string, Map<CategoryName | "in" | "out", number>>();
  for (const {account, date, parts, category, amount_eur} of rows) {
    if (!isSpendingKind(kinds.get(account))) continue;
    const month = date.slice(0, 7);
    const sums = months.get(month) ?? new Map<CategoryName | "in" | "out", number>();
    months.set(month, sums);
    if (parts.length === 0) addTo(sums, category, amount_eur ?? 0);
    else for (const part of parts) addTo(sums, part.category, part.amount_eur);
  }
  return months;
}

function addTo(
  sums: Map<CategoryName | "in" | "out", number>,
  category: CategoryName | null,
  eur: number,
): void {
  const sum = category ?? (eur < 0 ? "out" : "in");
  sums.set(sum, (sums.get(sum) ?? 0) + eur);
}

/** The months that the files of spending accounts, whose spans these are, hold as a whole, oldest first. */
export function ownMonths(spending: readonly Span[], all: MonthSums): OwnMonth[] {
  return wholeMonths(spending).map((month) => {
    const sums = all.get(formatMonth(month)) ?? new Map<CategoryName | "in" | "out", number>();
    const of = (group: CategoryGroup) =>
      round(
        [...sums].reduce(
          (sum, [name, eur]) =>
            name !== "in" && name !== "out" && categories[name].group === group ? sum + eur : sum,
          0,
        ),
      );
    const [unknown_in_eur, unknown_out_eur] = [
      round(sums.get("in") ?? 0),
      round(0 - (sums.get("out") ?? 0)),
    ];
    const [fixed_eur, discretionary_eur] = [0 - of("fixed"), 0 - of("discretionary")];
    const income_eur = round(of("income") + unknown_in_eur);
    const spending_eur = round(fixed_eur + discretionary_eur + unknown_out_eur);
    return {
      month: monthDate(month),
      income_eur,
      fixed_eur,
      discretionary_eur,
      unknown_out_eur,
      unknown_in_eur,
      spending_eur,
      left_eur: round(income_eur - spending_eur),
      saved_eur: 0 - of("saving"),
    };
  });
}

/** Spending by category over the last twelve whole months, as people of the bank are compared: mean and its error. */
export interface OwnSpending {
  readonly month_count: number;
  readonly income_eur: number;
  /** What was spent without a category, which may have been for any. */
  readonly unknown_eur: number;
  readonly spent_eur: readonly number[];
  readonly error_eur: readonly number[];
}

/** Undefined where no month is whole. */
export function ownSpending(all: MonthSums, own: readonly OwnMonth[]): OwnSpending | undefined {
  const months = own.slice(-12);
  if (months.length === 0) return undefined;
  const spent = spendingCategories.map((wanted) =>
    months.map(({month}) => 0 - (all.get(month.toISOString().slice(0, 7))?.get(wanted) ?? 0)),
  );
  return {
    month_count: months.length,
    income_eur: mean(months.map(({income_eur}) => income_eur)),
    unknown_eur: Math.round(mean(months.map(({unknown_out_eur}) => unknown_out_eur))),
    spent_eur: spent.map((path) => Math.round(mean(path))),
    error_eur: spent.map((path) => Math.round(errorOfMean(path))),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The standard error of a mean; 0 of one value. */
function errorOfMean(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

const round = (eur: number): number => Math.round(100 * eur) / 100;
