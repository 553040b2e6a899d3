/** Reads the days and numbers of a table's cells, each as its column is written. */
import type {Decimal} from "../investing/decimal.js";
import {maybeAmount} from "./amountText.js";
import type {Columns} from "./columns.js";
import type {Role} from "./columnWords.js";
import {dateOrders} from "./dateOrder.js";
import type {DateQuestion} from "./dateQuestion.js";
import {type DateOrder, dayIn, maybeDate, readings} from "./dateText.js";
import {type DecimalMark, decimalMarks, signedNumber} from "./numberStyle.js";
import type {SourceRow} from "./sourceRows.js";

/** A number with what its cell says beside it. */
export interface CellAmount extends Decimal {
  readonly isSigned: boolean;
  readonly currency: string;
}

/** The numbers of a row, each in the place of its column. */
export type RowAmounts = readonly (CellAmount | undefined)[];

export interface CellReader {
  /** The columns of days, the booking day's first. */
  readonly days: readonly number[];
  /** The columns that may hold what a row moved. */
  readonly cash: readonly number[];
  readonly dateOrder: DateOrder | undefined;
  /** `2025-05-01`; empty where the column has none. */
  day(row: SourceRow, column: number): string;
  amounts(row: SourceRow): RowAmounts;
  /** What parts the cents in a column of numbers, where that is known. */
  mark(column: number): DecimalMark | undefined;
}

const dayRoles: readonly Role[] = ["bookedOn", "date", "madeOn", "valuedOn"];
const cashRoles: readonly Role[] = ["netAmount", "amount", "debit", "credit"];
const otherRoles: readonly Role[] = [
  "fee",
  "tax",
  "balance",
  "originalAmount",
  "quantity",
  "price",
  "commission",
];

/** The reader of a table. Throws `DateOrderError` where the order of its dates is open. */
export function cellReader(
  rows: readonly SourceRow[],
  columns: Columns,
  question: DateQuestion,
): CellReader {
  const inColumns = (roles: readonly Role[]) => roles.flatMap((role) => columns.of(role));
  const all = inColumns(dayRoles);
  // where states are told, many rows may wait for their day
  const least = columns.first("status") >= 0 ? 0.3 : 0.6;
  const booked = all.find((column) => columns.profiles[column]!.filled > least) ?? all[0] ?? -1;
  const days = [booked, ...all.filter((column) => column !== booked)];
  const cash = inColumns(cashRoles);
  const orders = dateOrders(rows, all, question);
  const marks = decimalMarks(rows, [...cash, ...inColumns(otherRoles)]);
  const numbers = [...marks].map(([column, mark]) => ({column, mark}));
  // a day comes again in most rows
  const known = new Map<number, Map<string, string>>(all.map((column) => [column, new Map()]));
  return {
    days,
    cash,
    dateOrder: orders.get(booked),
    day: ({cells}, column) => {
      const cell = cells[column] ?? "";
      const read = known.get(column)?.get(cell);
      if (read !== undefined || cell === "") return read ?? "";
      const day = dayOf(cell, orders.get(column)!);
      known.get(column)!.set(cell.slice(0, 60), day);
      return day;
    },
    mark: (column) => marks.get(column),
    amounts: ({cells}) => {
      const amounts = new Array<CellAmount | undefined>(columns.count).fill(undefined);
      for (const {column, mark} of numbers) {
        const text = maybeAmount(cells[column] ?? "");
        if (!text) continue;
        const {digits, decimals} = signedNumber(text, mark);
        amounts[column] = {digits, decimals, isSigned: text.isSigned, currency: text.currency};
      }
      return amounts;
    },
  };
}

/** A date that is written otherwise than its column is read as it must be, where that is certain. */
function dayOf(cell: string, order: DateOrder): string {
  const date = maybeDate(cell);
  if (!date) return "";
  const [only, ...others] = readings(date);
  return dayIn(date, order) ?? (only && others.length === 0 ? dayIn(date, only)! : "");
}
