/**
 * The CSV files that somebody puts beside the datasets, `src/data/my-list.csv`: to loaders each is a table, `own.my_list`.
 * Nothing is declared, so everything is looked at before it is used: what cannot be a table is said with file, row,
 * column and the next step.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {CsvError, parse} from "csv-parse/sync";
import {decimalMarkOf} from "../../src/lib/csv/decimalMark.js";
import {delimiterOf} from "../../src/lib/csv/delimiter.js";
import {repeatedColumn} from "../../src/lib/csv/repeatedColumn.js";
import {suggestion} from "../../src/lib/nearest.js";
import {isHeader} from "../../src/lib/notebook/csvHeader.js";
import {brokenUtf8Line, maybeUtf8} from "../../src/lib/utf8.js";
import {projectRoot} from "../environment.js";
import {fileKind} from "./fileKind.js";

/** A CSV file with a header and rows, each as long as the header. */
export interface OwnFile {
  readonly delimiter: string;
  /** Between a number's whole part and its cents. */
  readonly decimalMark: "." | ",";
  readonly columns: readonly string[];
  readonly rows: readonly OwnRow[];
}

export interface OwnRow {
  /** The line it starts in; the header is line 1. */
  readonly line: number;
  readonly values: readonly string[];
}

const folder = join(projectRoot, "src/data");

/** The CSV files of `src/data/` by the name of their table. */
export function ownFiles(): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.csv$/.test(name)) : [];
  return new Map(
    names.map((name) => [basename(name, ".csv").replaceAll("-", "_"), join(folder, name)]),
  );
}

/** The file of a table. Throws where there is none, with the nearest name. */
export function ownFileOf(table: string): string {
  const files = ownFiles();
  const file = files.get(table);
  if (file !== undefined) return file;
  const near = suggestion(table, [...files.keys()]);
  const step = `a file src/data/${table.replaceAll("_", "-")}.csv becomes that table`;
  throw new Error(`no table own.${table}${near}; ${step}`);
}

/** Reads a CSV file (RFC 4180, also with semicolons or tabs). Throws its first fault as one line with file, row and column. */
export function readOwnFile(file: string): OwnFile {
  const name = relative(projectRoot, file);
  const kind = fileKind(file);
  if (kind !== "file") throw new Error(`${name}: ${kind ? `it is a ${kind}` : "no such file"}`);
  const text = utf8Text(readFileSync(file), name);
  const delimiter = delimiterOf(text);
  const [header, ...rows] = recordsOf(text, delimiter, name);
  if (!header) throw new Error(`${name}: empty (the first line names the columns)`);
  assertHeader(header, name);
  if (rows.length === 0) throw new Error(`${name}: no rows below the header (add one)`);
  for (const row of rows) assertLength(row, header.values, name);
  assertNames(header, rows, name);
  const decimalMark = decimalMarkOf(
    delimiter,
    rows.flatMap(({values}) => values),
  );
  return {delimiter, decimalMark, columns: header.values, rows};
}

function utf8Text(bytes: Uint8Array, name: string): string {
  const text = maybeUtf8(bytes);
  if (text !== undefined) return text;
  throw new Error(`row ${brokenUtf8Line(bytes)} of ${name}: broken UTF-8 (save the file as UTF-8)`);
}

function recordsOf(text: string, delimiter: string, name: string): OwnRow[] {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {info: {lines: number}; record: string[]}[];
    return records.map(({info, record}) => {
      const breaks = record.reduce((sum, value) => sum + value.split("\n").length - 1, 0);
      return {line: info.lines - breaks, values: record};
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const {lines, column} = error as {lines?: number; column?: number | string};
    const place = `column ${typeof column === "number" ? column + 1 : column}`;
    throw new Error(
      `row ${lines} of ${name}: bad quoting in ${place} (double the quotes in a quoted value)`,
    );
  }
}

function assertHeader({line, values}: OwnRow, name: string): void {
  const empty = values.findIndex((value) => value.trim() === "");
  if (empty >= 0) throw new Error(`row ${line} of ${name}: column ${empty + 1} has no name`);
  const repeated = repeatedColumn(values);
  if (repeated !== undefined) throw new Error(`row ${line} of ${name}: ${repeated}`);
}

/** What stands there is not told: it is a row of somebody's, and what is told is kept in logs. */
function assertNames({line, values}: OwnRow, rows: readonly OwnRow[], name: string): void {
  const columns = values.map((_, at) => rows.map((row) => row.values[at]!));
  if (isHeader(values, columns)) return;
  throw new Error(
    `row ${line} of ${name}: no names of columns, but values as below (add a line of names, with a letter in each)`,
  );
}

function assertLength({line, values}: OwnRow, columns: readonly string[], name: string): void {
  if (values.length === columns.length) return;
  const found = `${values.length} values, the header has ${columns.length}`;
  const missing = columns[values.length];
  const which =
    missing === undefined
      ? `${JSON.stringify(values[columns.length])} is too many; quote a value that holds the mark between values`
      : `${missing} is missing`;
  throw new Error(`row ${line} of ${name}: invalid length: ${found} (${which})`);
}
