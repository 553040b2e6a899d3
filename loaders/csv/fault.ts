/**
 * Where a CSV file is wrong. The slow way, taken only after the fast one has failed: one row at a time,
 * with the line it starts in, counted as an editor counts (the header is row 1).
 */
import {createReadStream} from "node:fs";
import {join} from "node:path";
import {CsvError, parse} from "csv-parse";
import {type Column, type Table, tableNamed} from "../../src/lib/bank/schema.js";
import {fieldFault} from "./fieldRules.js";

interface CsvRow {
  /** The line the row starts in; the header is line 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

class BadQuoting extends Error {
  constructor(
    readonly line: number,
    column: Column | undefined,
  ) {
    super(
      `bad quoting in ${column?.name ?? "the last field"} (double the quotes in a quoted field)`,
    );
  }
}

/**
 * The first fault of a table's file, as one line with file, row, column and value; undefined where there is
 * none. References are looked up in the files of the other tables.
 */
export async function findCsvFault(table: Table, folder: string): Promise<string | undefined> {
  const fault = (line: number, what: string) => `row ${line} of ${table.name}.csv: ${what}`;
  const broken = await brokenTextLine(join(folder, `${table.name}.csv`));
  const known = await referencedKeys(table, folder);
  const seen = new Map<string, number>();
  try {
    for await (const {line, fields} of csvRows(table, folder)) {
      if (broken !== undefined && line >= broken) break;
      const what = rowFault(table, fields, known);
      if (what) return fault(line, what);
      const key = table.key.map((name) => fields[columnIndex(table, name)]).join(",");
      const first = seen.get(key);
      if (first !== undefined) {
        return fault(
          line,
          `duplicate ${table.key.join(",")}: ${quote(key)} (first in row ${first})`,
        );
      }
      seen.set(key, line);
    }
  } catch (error) {
    if (!(error instanceof BadQuoting)) throw error;
    if (broken === undefined || error.line < broken) return fault(error.line, error.message);
  }
  if (broken === undefined) return undefined;
  return fault(broken, "broken UTF-8 (save the file as UTF-8)");
}

function rowFault(
  table: Table,
  fields: readonly string[],
  known: ReadonlyMap<Column, ReadonlySet<string>>,
): string | undefined {
  const {columns} = table;
  if (fields.length > columns.length) {
    const extra = quote(fields[columns.length]!);
    return `${fields.length} fields instead of ${columns.length}, ${extra} is too many (quote a field that holds a comma)`;
  }
  for (const [i, column] of columns.entries()) {
    const value = fields[i];
    if (value === undefined) {
      return `${fields.length} fields instead of ${columns.length}, ${column.name} is missing after ${quote(fields.at(-1)!)}`;
    }
    const wrong = fieldFault(column, value);
    if (wrong) return `invalid ${column.name}: ${quote(value)} (${wrong})`;
    const {references} = column;
    if (references && value !== "" && known.get(column)?.has(value) === false) {
      return `unknown ${column.name}: ${quote(value)} (not in ${references.table}.csv)`;
    }
  }
  return undefined;
}

async function referencedKeys(
  table: Table,
  folder: string,
): Promise<Map<Column, ReadonlySet<string>>> {
  const known = new Map<Column, ReadonlySet<string>>();
  for (const column of table.columns) {
    if (!column.references) continue;
    const other = tableNamed(column.references.table);
    const index = columnIndex(other, column.references.column);
    const values = new Set<string>();
    for await (const {fields} of csvRows(other, folder)) values.add(fields[index] ?? "");
    known.set(column, values);
  }
  return known;
}

/** The rows below the header. */
async function* csvRows(table: Table, folder: string): AsyncGenerator<CsvRow> {
  let end = 0; // the last line of the last row parsed, which may be ahead of the rows that have come out
  const records = createReadStream(join(folder, `${table.name}.csv`)).pipe(
    parse({
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(fields: string[], {lines, records: count}) {
        end = lines;
        const breaks = fields.reduce((sum, field) => sum + field.split("\n").length - 1, 0);
        return count > 1 ? [String(lines - breaks), ...fields] : null;
      },
    }),
  ) as AsyncIterable<[line: string, ...fields: string[]]>;
  try {
    for await (const [line, ...fields] of records) yield {line: Number(line), fields};
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadQuoting(end + 1, table.columns[Number(error.column)]);
  }
}

/** The first line that is not UTF-8, if there is one. */
async function brokenTextLine(file: string): Promise<number | undefined> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      if (!isUtf8(decoder, rest.subarray(0, end))) return line;
      rest = rest.subarray(end + 1);
      line += 1;
    }
  }
  return isUtf8(decoder, rest) ? undefined : line;
}

function isUtf8(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function columnIndex(table: Table, name: string): number {
  return table.columns.findIndex((column) => column.name === name);
}

/** The value as it stands, shortened where it is long. */
function quote(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
