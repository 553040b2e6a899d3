/** The rows of a file, each with the line on which it begins. */
import {CsvError, parse} from "csv-parse/browser/esm/sync";
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
  const rows: SourceRow[] = [];
  let lastLine = 0;
  // one kind of line end, which is quicker, and in a text a blank in the end
  const even = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  try {
    // bytes, because the parser turns a text into bytes at the double cost
    parse(new TextEncoder().encode(even), {
      delimiter,
      quote,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: "\n",
      trim: true,
      on_record: (cells: string[]) => {
        rows.push({line: lastLine + 1, cells: cells.map(plainCell)});
        lastLine += 1 + lineEndsIn(cells);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = lastLine + 1;
    if (linesAfter(even, lastLine) > cutLines || rows.length === 0)
      throw new StatementError(
        `line ${line}: a quote is opened and never closed (is the file whole?)`,
      );
    return {rows: rows.filter(hasText), cutLine: line};
  }
  return {rows: rows.filter(hasText), cutLine: undefined};
}

const hasText = ({cells}: SourceRow): boolean => cells.some((cell) => cell !== "");

/** Those within quotes: the row is longer than a line. */
function lineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/** Without the guard `="…"` that keeps spreadsheets from computing, and without blanks around. */
function plainCell(cell: string): string {
  const trimmed = cell.trim();
  // what is quoted twice, or has bare quotes within
  if (trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"'))
    return trimmed.slice(1, -1).trim();
  if (trimmed.length > 1 && trimmed.startsWith("'") && trimmed.endsWith("'"))
    return trimmed.slice(1, -1).trim();
  if (!trimmed.startsWith('="') && !trimmed.startsWith("='")) return trimmed;
  return trimmed.slice(2, trimmed.endsWith('"') || trimmed.endsWith("'") ? -1 : undefined).trim();
}

function linesAfter(text: string, line: number): number {
  return text.trimEnd().split("\n").length - line;
}
