/**
 * Which rows a load takes: those of closed days, so that tables which are read one after another belong together, also
 * where somebody posts meanwhile; and, where a load goes on from an earlier one, only those of the months since.
 */

import type {Table} from "../../src/lib/bank/schema.js";
import {formatDay, parseDay} from "../../src/lib/day.js";

export interface Fence {
  /** The last closed day, `2026-10-31`. */
  readonly until: string;
  /** The first day of the first month to load again of the tables that are kept by month; all of them where undefined. */
  readonly since: string | undefined;
}

/** The day by which a row of a table counts as of a day, and whether the table is kept by its month. */
const dayColumns: Readonly<Record<string, {column: string; byMonth: boolean}>> = {
  calendar: {column: "day", byMonth: false},
  prices: {column: "day", byMonth: false},
  fx_rates: {column: "day", byMonth: false},
  transactions: {column: "booked_on", byMonth: true},
  trades: {column: "executed_at", byMonth: true},
  invoices: {column: "issued_on", byMonth: true},
};

/** The first day of a day's month. Throws on what is no day. */
export function firstOfMonth(day: string): string {
  return `${formatDay(parseDay(day)).slice(0, 7)}-01`;
}

/** The condition of a table's rows, in the SQL that DuckDB and ClickHouse run; `true` where all are taken. */
export function rowsWithin({name}: Table, {until, since}: Fence): string {
  const day = dayColumns[name];
  if (!day) return "true";
  const end = `${day.column} < '${formatDay(parseDay(until) + 1)}'`;
  return day.byMonth && since !== undefined ? `${end} and ${day.column} >= '${since}'` : end;
}

/** Whether a partition of a table, by its name in ClickHouse, is among what a load takes. */
export function isWithin(partition: string, {since}: Fence): boolean {
  if (since === undefined || partition === "all") return true;
  return partition >= since.slice(0, 7).replace("-", "");
}

/**
 * A column's value as of the last closed day: an invoice whose receipt comes later is unpaid. `relation` is a table of
 * the source as it stands in a FROM.
 */
export function valueWithin(
  table: Table,
  column: string,
  {until}: Fence,
  relation: (table: string) => string,
): string {
  if (table.name !== "invoices" || column !== "transaction_id") return column;
  const later = `select transaction_id from ${relation("transactions")} where booked_on > '${until}'`;
  return `case when transaction_id in (${later}) then null else transaction_id end`;
}
