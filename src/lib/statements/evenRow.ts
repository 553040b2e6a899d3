/** Rows that are longer than the head: a delimiter stands in a text that has no quotes around it. */
import {isAmount} from "./amountText.js";
import type {CellReader} from "./cellReader.js";
import type {Columns} from "./columns.js";
import {currencyOf} from "./currency.js";
import type {SourceRow} from "./sourceRows.js";

export interface EvenRow {
  readonly row: SourceRow;
  /** Cells beyond the head that could not be put back into a text. */
  readonly surplus: number;
}

/** The row as its table has it: the only way to join neighbours in a text under which days, numbers and codes fit. */
export function evenRow(row: SourceRow, columns: Columns, reader: CellReader): EvenRow {
  const {cells} = row;
  if (cells.length <= columns.count) return {row, surplus: 0};
  const surplus = cells.length - columns.count;
  if (cells.slice(columns.count).every((cell) => cell === "")) return {row, surplus: 0};
  if (!cells.some((cell) => cell !== "" && isAmount(cell))) return {row, surplus: 0};
  const joined = columns.texts
    .map((column) => ({
      line: row.line,
      cells: [
        ...cells.slice(0, column),
        cells.slice(column, column + surplus + 1).join(" "),
        ...cells.slice(column + surplus + 1),
      ],
    }))
    .filter((candidate) => fits(candidate, columns, reader));
  const [only, ...others] = joined;
  return only && others.length === 0 ? {row: only, surplus: 0} : {row, surplus};
}

function fits(row: SourceRow, columns: Columns, reader: CellReader): boolean {
  const cell = (column: number) => row.cells[column] ?? "";
  return (
    reader.day(row, reader.days[0] ?? -1) !== "" &&
    [...reader.cash, ...columns.of("balance")].every(
      (at) => cell(at) === "" || isAmount(cell(at)),
    ) &&
    reader.cash.some((column) => cell(column) !== "") &&
    columns.of("currency").every((at) => cell(at) === "" || currencyOf(cell(at)) !== undefined)
  );
}
