/** The rows of the first page by month, and what its figures draw of them. */
import type {Time} from "../lib/format.js";

/** A row of `bank-balances`. */
export interface BalanceRow {
  readonly month: Time;
  readonly account_kind: string;
  readonly owner_kind: string;
  readonly balance_eur: number;
  readonly is_complete: boolean;
}

/** A row of `bank-flows`. */
export interface FlowRow {
  readonly month: Time;
  readonly customer_count: number;
  readonly in_eur: number;
  readonly out_eur: number;
  readonly inside_eur: number;
  readonly motion_eur: number;
  readonly is_complete: boolean;
}

/** The rows of whole months: a month that has just begun compares with nothing. */
export function completeMonths<Row extends {is_complete: boolean}>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.is_complete);
}

export interface KindBalance {
  readonly month: Time;
  readonly account_kind: string;
  readonly balance_eur: number;
}

/** Balances by kind of account, people and companies together, in the order of the rows. */
export function kindBalances(rows: readonly BalanceRow[]): KindBalance[] {
  const sums = new Map<string, KindBalance>();
  for (const {month, account_kind, balance_eur} of rows) {
    const key = `${Number(month)} ${account_kind}`;
    const sum = (sums.get(key)?.balance_eur ?? 0) + balance_eur;
    sums.set(key, {month, account_kind, balance_eur: sum});
  }
  return [...sums.values()];
}

/** All balances at the end of each month, in order. */
export function totalBalances(rows: readonly BalanceRow[]): number[] {
  const sums = new Map<number, number>();
  for (const {month, balance_eur} of rows) {
    sums.set(Number(month), (sums.get(Number(month)) ?? 0) + balance_eur);
  }
  return [...sums.values()];
}

export interface DirectedFlow {
  readonly month: Time;
  readonly direction: "in" | "out";
  /** Positive in, negative out. */
  readonly amount_eur: number;
}

/** Two rows a month: what came in and, below zero, what went out. */
export function directedFlows(rows: readonly FlowRow[]): DirectedFlow[] {
  return rows.flatMap(({month, in_eur, out_eur}) => [
    {month, direction: "in", amount_eur: in_eur} as const,
    {month, direction: "out", amount_eur: out_eur === 0 ? 0 : -out_eur} as const,
  ]);
}

/** A row of an indicators dataset. */
export interface IndicatorMonth {
  readonly month: Time;
  readonly indicator: string;
  readonly value: number;
  readonly customer_count: number;
}
