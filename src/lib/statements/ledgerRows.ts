/** The rows of a table that are bookings; and what was left out, or could not be read, and why. */
import type {CellReader, RowAmounts} from "./cellReader.js";
import type {Columns} from "./columns.js";
import {maybeDate} from "./dateText.js";
import {type EvenRow, evenRow} from "./evenRow.js";
import {type LeftOutReason, statusOf, summaryNamed} from "./leftOutWords.js";
import type {SourceRow} from "./sourceRows.js";

export interface LeftOut {
  readonly line: number;
  readonly reason: LeftOutReason;
}

export interface Problem {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface LedgerRow extends SourceRow {
  /** `2025-05-01` */
  readonly date: string;
  readonly valueDate: string;
  /** Whether the day is that of the row above, as where a day is written once. */
  readonly isCarried: boolean;
  readonly amounts: RowAmounts;
}

export interface LedgerRows {
  readonly rows: readonly LedgerRow[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
  /** Those of `leftOut` that state a balance. */
  readonly balanceRows: readonly SourceRow[];
}

/** Sorts the rows of a table. */
export function ledgerRows(
  rows: readonly SourceRow[],
  columns: Columns,
  reader: CellReader,
): LedgerRows {
  const found: LedgerRow[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  const balanceRows: SourceRow[] = [];
  const fateOf = fates(columns, reader);
  for (const written of rows) {
    const even = evenRow(written, columns, reader);
    const fate = fateOf(even, found.at(-1)?.date);
    const {line} = written;
    if (fate === "balance") balanceRows.push(even.row);
    if (typeof fate === "string") leftOut.push({line, reason: fate});
    else if ("reason" in fate) problems.push({line, ...fate});
    else found.push(fate);
  }
  return {rows: found, leftOut, problems, balanceRows};
}

/** A booking, why a row is none, or what is wrong with it. */
type Fate = LedgerRow | LeftOutReason | Omit<Problem, "line">;

/** Tells the fate of each row of a table, in their order. */
function fates(
  columns: Columns,
  reader: CellReader,
): (even: EvenRow, dayAbove: string | undefined) => Fate {
  const [booked = -1] = reader.days;
  const valued = columns.first("valuedOn");
  const counted = [...reader.cash, ...columns.of("quantity").slice(0, 1)];
  const statusIn = statusFinder(columns);
  return ({row, surplus}, dayAbove) => {
    const {line, cells} = row;
    const amounts = reader.amounts(row);
    const date = reader.day(row, booked);
    const left = summaryOf(row, columns, date) ?? statusIn(row, date === "" ? booked : undefined);
    if (left) return left;
    if (surplus > 0 && date !== "")
      return problemIn(columns, columns.count, "", `${surplus} more cells than the head has`);
    if (!counted.some((column) => amounts[column]))
      return withoutAmount(row, columns, reader, date);
    const valueDate = reader.day(row, valued);
    if (date !== "") return {line, cells, date, valueDate, isCarried: false, amounts};
    const cell = cells[booked] ?? "";
    if (cell !== "")
      return problemIn(columns, booked, cell, maybeDate(cell) ? "no such day" : "no date");
    if (reader.days.some((column) => reader.day(row, column) !== "")) return "pending";
    const isTold = columns.texts.some((column) => (cells[column] ?? "") !== "");
    if (dayAbove !== undefined && isTold)
      return {line, cells, date: dayAbove, valueDate, isCarried: true, amounts};
    return problemIn(columns, booked, "", "no date");
  };
}

function withoutAmount(
  {cells}: SourceRow,
  columns: Columns,
  {cash}: CellReader,
  date: string,
): "note" | Omit<Problem, "line"> {
  const first = cells.find((cell) => cell !== "") ?? "";
  if (date === "" && cells.length < columns.count && /^\d{1,4}[-./]\d/.test(first))
    return problemIn(columns, 0, first, `the row has ${cells.length} of ${columns.count} cells`);
  if (date === "") return "note";
  const wrong = cash.find((column) => /[\d\p{L}]/u.test(cells[column] ?? ""));
  if (wrong !== undefined) return problemIn(columns, wrong, cells[wrong]!, "no amount");
  const isCut =
    cells.length < columns.count * 0.6 && cash.every((column) => column >= cells.length);
  if (!isCut) return "note";
  const reason = `no amount: the row has ${cells.length} of ${columns.count} cells`;
  return problemIn(columns, cash[0] ?? columns.first("quantity"), "", reason);
}

/** Sums and balances among the rows: in a text of the row, or, where it has no day, in any cell. */
function summaryOf({cells}: SourceRow, columns: Columns, date: string): LeftOutReason | undefined {
  if (date === "") {
    const told = cells.filter((cell) => cell !== "").slice(0, 6);
    return told.map(summaryNamed).find(Boolean);
  }
  for (const column of columns.texts) {
    const reason = summaryNamed(cells[column] ?? "");
    if (reason) return reason;
  }
  return undefined;
}

/** What the columns of states say; where there is no day, its column; where there is no balance, the texts. */
function statusFinder(
  columns: Columns,
): (row: SourceRow, dayless: number | undefined) => LeftOutReason | undefined {
  const states = columns.of("status");
  const balance = columns.first("balance");
  const isBalanced = balance >= 0 && columns.profiles[balance]!.filled > 0.5;
  const firstOf = (cells: readonly string[], list: readonly number[]) => {
    for (const column of list) {
      const cell = cells[column] ?? "";
      const reason = cell === "" ? undefined : statusOf(cell);
      if (reason) return reason;
    }
    return undefined;
  };
  return ({cells}, dayless) =>
    firstOf(cells, states) ??
    (dayless === undefined ? undefined : firstOf(cells, [dayless])) ??
    (isBalanced && (cells[balance] ?? "") === "" ? firstOf(cells, columns.texts) : undefined);
}

const problemIn = (columns: Columns, column: number, value: string, reason: string) => ({
  column: column < 0 ? "date" : columns.name(column),
  value: value.length > 60 ? `${value.slice(0, 59)}…` : value,
  reason,
});
