/** The rows of a file, each with the line on which it begins. */
import {CsvError, type Options, parse} from "csv-parse/browser/esm/sync";
import type {Dialect} from "./dialect.js";
import {StatementError} from "./statementError.js";

export interface SourceRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SourceRows {
  readonly rows: readonly SourceRow[];
  /** The line on which the file breaks off within quotes. */
  readonly cutLine: number | undefined;
}

/** A quote that is left open so near the end is the file's, not the row's. */
const cutLines = 3;

/**
 * The rows of a text, blank ones left out. Rows may be of any length. Throws `StatementError`, naming the line,
 * where a quote is opened and swallows what follows.
 */
export function sourceRows(text: string, {delimiter, quote}: Dialect): SourceRows {
  // one kind of line end, which is quicker, and in a text a blank in the end
  const even = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  // bytes, because the parser turns a text into bytes at the double cost
  const bytes = new TextEncoder().encode(even);
  const options: Options = {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: "\n",
    trim: true,
  };
  try {
    return {rows: located(parse(bytes, options)).rows, cutLine: undefined};
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const {rows, nextLine} = located(recordsBeforeFault(bytes, options));
    if (linesFrom(even, nextLine) > cutLines || nextLine === 1)
      throw new StatementError(
        `line ${nextLine}: a quote is opened and never closed (is the file whole?)`,
      );
    return {rows, cutLine: nextLine};
  }
}

/** Only asked for where there is a fault, because to be handed each record costs the parser a third more. */
function recordsBeforeFault(bytes: Uint8Array, options: Options): string[][] {
  const records: string[][] = [];
  const onRecord = (cells: string[]) => {
    records.push(cells);
    return null;
  };
  try {
    parse(bytes, {...options, on_record: onRecord});
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return records;
}

/** The records that hold anything, each with its line; and the line behind the last one. */
function located(records: readonly string[][]): {rows: SourceRow[]; nextLine: number} {
  const rows: SourceRow[] = [];
  let line = 1;
  for (const cells of records) {
    let [lineCount, hasText] = [1, false];
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      // those within quotes: the row is longer than a line
      if (cell.includes("\n")) lineCount += cell.split("\n").length - 1;
      const plain = plainCell(cell);
      if (plain !== cell) cells[at] = plain;
      if (plain !== "") hasText = true;
    }
    if (hasText) rows.push({line, cells});
    line += lineCount;
  }
  return {rows, nextLine: line};
}

/** Without the guards `="…"` and `'1…` that keep spreadsheets from computing, and without blanks around. */
function plainCell(cell: string): string {
  const trimmed = cell.trim();
  const [first, last] = [trimmed[0], trimmed.at(-1)];
  // what is quoted twice, or has bare quotes within
  if (trimmed.length > 1 && first === last && (first === '"' || first === "'"))
    return trimmed.slice(1, -1).trim();
  // the other guard, of numbers that are none to compute with
  if (/^'\d/.test(trimmed)) return trimmed.slice(1);
  if (!trimmed.startsWith('="') && !trimmed.startsWith("='")) return trimmed;
  return trimmed.slice(2, last === '"' || last === "'" ? -1 : undefined).trim();
}

const linesFrom = (text: string, line: number): number =>
  text.trimEnd().split("\n").length - line + 1;
