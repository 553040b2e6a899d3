/** The rows of a table that may be bookings, with their numbers read; and what was left out, or could not be read, and why. */
import type {Decimal} from "../investing/decimal.js";
import {negative} from "./amount.js";
import {type AmountText, maybeAmount} from "./amountText.js";
import type {Columns} from "./columns.js";
import type {Role} from "./columnWords.js";
import {dateOrders} from "./dateOrder.js";
import {type DateOrder, dayIn, maybeDate, readings} from "./dateText.js";
import {type LeftOutReason, statusOf, summaryNamed} from "./flagWords.js";
import {decimalMarks, magnitude} from "./numberStyle.js";
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

/** A number with what its cell says beside it. */
export interface CellAmount {
  readonly value: Decimal;
  readonly isSigned: boolean;
  readonly currency: string;
}

export interface LedgerRow extends SourceRow {
  /** `2025-05-01` */
  readonly date: string;
  readonly valueDate: string;
  readonly amounts: ReadonlyMap<number, CellAmount>;
}

export interface LedgerRows {
  readonly rows: readonly LedgerRow[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
  readonly dateOrder: DateOrder | undefined;
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

/** Sorts the rows of a table. Throws `DateOrderError` where the order of its dates is open. */
export function ledgerRows(
  rows: readonly SourceRow[],
  columns: Columns,
  options: {readonly asked: DateOrder | undefined; readonly words: string},
): LedgerRows {
  const days = dayRoles.flatMap((role) => columns.of(role));
  const cash = cashRoles.flatMap((role) => columns.of(role));
  const numbers = [...cash, ...otherRoles.flatMap((role) => columns.of(role))];
  const marks = decimalMarks(rows, numbers);
  const orders = dateOrders(rows, days, options);
  const found: LedgerRow[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  const texts = (["description", "counterparty", "type", "note", "status"] as const).flatMap(
    (role) => columns.of(role),
  );
  const statuses = columns.of("status");
  const quantity = columns.first("quantity");
  const valued = columns.first("valuedOn");

  const dayOf = (row: SourceRow, column: number): string => {
    const date = column < 0 ? undefined : maybeDate(row.cells[column] ?? "");
    if (!date) return "";
    const [only, ...others] = readings(date);
    return (
      dayIn(date, orders.get(column)!) ?? (only && others.length === 0 ? dayIn(date, only)! : "")
    );
  };
  const bookedColumn =
    days.find((column) => columns.profiles[column]!.filled > 0.3) ?? days[0] ?? -1;

  for (const row of rows) {
    const {line, cells} = row;
    const amounts = new Map<number, CellAmount>();
    for (const column of numbers) {
      const amount = maybeAmount(cells[column] ?? "");
      if (amount) amounts.set(column, cellAmount(amount, marks.get(column)));
    }
    const hasCash = cash.some((column) => amounts.has(column)) || amounts.has(quantity);
    const date = dayOf(row, bookedColumn);
    const summary =
      cells.length < columns.count / 3 || date === "" || !hasCash || texts.length > 0
        ? summaryOf(cells, texts, date)
        : undefined;
    if (summary) {
      leftOut.push({line, reason: summary});
      continue;
    }
    const status = statusIn(cells, statuses, bookedColumn);
    if (status) {
      leftOut.push({line, reason: status});
      continue;
    }
    const bookedCell = cells[bookedColumn] ?? "";
    if (!hasCash) {
      const wrong = cash.find(
        (column) => (cells[column] ?? "") !== "" && /\d/.test(cells[column]!),
      );
      const isRow = date !== "" && (wrong !== undefined || cells.length < columns.count * 0.6);
      if (!isRow) leftOut.push({line, reason: "note"});
      else
        problems.push({
          line,
          column: columns.name(wrong ?? cash[0] ?? quantity),
          value: shortened(cells[wrong ?? -1] ?? ""),
          reason:
            wrong === undefined
              ? `no amount: the row has ${cells.length} of ${columns.count} cells`
              : "no amount",
        });
      continue;
    }
    if (date === "" && bookedCell === "") {
      const other = days.map((column) => dayOf(row, column)).find((day) => day !== "");
      if (other === undefined)
        problems.push({line, column: columns.name(bookedColumn), value: "", reason: "no date"});
      else leftOut.push({line, reason: "pending"});
      continue;
    }
    if (date === "") {
      problems.push({
        line,
        column: columns.name(bookedColumn),
        value: shortened(bookedCell),
        reason: maybeDate(bookedCell) ? "no such day" : "no date",
      });
      continue;
    }
    found.push({...row, date, valueDate: dayOf(row, valued), amounts});
  }
  return {rows: found, leftOut, problems, dateOrder: orders.get(bookedColumn)};
}

function cellAmount(text: AmountText, mark: "." | "," | undefined): CellAmount {
  const value = magnitude(text, mark);
  return {
    value: text.isNegative ? negative(value) : value,
    isSigned: text.isSigned,
    currency: text.currency,
  };
}

/** Sums and balances among the rows: in a text of the row, or, where it has no day, in any cell. */
function summaryOf(
  cells: readonly string[],
  texts: readonly number[],
  date: string,
): LeftOutReason | undefined {
  const looked =
    date === ""
      ? cells.filter((cell) => cell !== "").slice(0, 6)
      : texts.flatMap((column) => cells[column] || []);
  for (const cell of looked) {
    const reason = summaryNamed(cell);
    if (reason) return reason;
  }
  return undefined;
}

function statusIn(
  cells: readonly string[],
  statuses: readonly number[],
  bookedColumn: number,
): LeftOutReason | undefined {
  for (const column of [...statuses, bookedColumn]) {
    const cell = cells[column] ?? "";
    const reason = cell === "" ? undefined : statusOf(cell);
    if (reason) return reason;
  }
  return undefined;
}

/** What is shown of a cell that could not be read. */
export const shortened = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 59)}…` : text;
