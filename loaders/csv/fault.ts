/**
 * Where a CSV file is wrong. The slow way, taken only after the fast one has failed: one row at a time,
 * with the line it starts in, counted as an editor counts (the header is row 1).
 */
import {join} from "node:path";
import {type Column, type Table, tableNamed} from "../../src/lib/bank/schema.js";
import {type CsvRecord, csvBlocks} from "./csvRecords.js";
import {fieldFault} from "./fieldRules.js";
import {lengthFault} from "./lengthFault.js";
import {faultWords} from "./recordFault.js";
import {shownValue} from "./shownValue.js";

/**
 * The first fault of a table's file, as one line with file, row, column and value; undefined where there is
 * none. References are looked up in the files of the other tables.
 */
export async function findCsvFault(table: Table, folder: string): Promise<string | undefined> {
  const known = await referencedKeys(table, folder);
  const seen = new Map<string, number>();
  for await (const {line, fields, fault} of csvRows(table, folder)) {
    const said = (what: string) => `row ${line} of ${table.name}.csv: ${what}`;
    if (fault) return said(faultWords(fault, table.columns));
    const what = rowFault(table, fields, known);
    if (what) return said(what);
    const key = table.key.map((name) => fields[columnIndex(table, name)]).join(",");
    const first = seen.get(key);
    if (first !== undefined)
      return said(`duplicate ${table.key.join(",")}: ${shownValue(key)} (first in row ${first})`);
    seen.set(key, line);
  }
  return undefined;
}

function rowFault(
  table: Table,
  fields: readonly string[],
  known: ReadonlyMap<Column, ReadonlySet<string>>,
): string | undefined {
  const {columns} = table;
  const length = lengthFault(fields, columns);
  if (length) return length;
  for (const [i, column] of columns.entries()) {
    const value = fields[i]!;
    const wrong = fieldFault(column, value);
    if (wrong) return `invalid ${column.name}: ${shownValue(value)} (${wrong})`;
    const {references} = column;
    if (references && value !== "" && known.get(column)?.has(value) === false) {
      return `unknown ${column.name}: ${shownValue(value)} (not in ${references.table}.csv)`;
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
async function* csvRows(table: Table, folder: string): AsyncGenerator<CsvRecord> {
  let isHeader = true;
  for await (const {records} of csvBlocks(join(folder, `${table.name}.csv`)))
    for (const record of records) {
      if (!isHeader) yield record;
      isHeader = false;
    }
}

function columnIndex(table: Table, name: string): number {
  return table.columns.findIndex((column) => column.name === name);
}
