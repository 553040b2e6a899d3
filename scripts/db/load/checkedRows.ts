/**
 * A CSV file as rows that have passed every check, in blocks. Bad rows go to the rejects, and the reading
 * goes on: all of them are found in one run.
 */
import {createHash} from "node:crypto";
import {type CsvRecord, csvBlocks} from "../../../loaders/csv/csvRecords.js";
import {faultWords} from "../../../loaders/csv/recordFault.js";
import type {Table} from "../../../src/lib/bank/schema.js";
import type {RowCheck} from "../../csv/rowCheck.js";
import type {Rejects} from "./rejects.js";

export interface Tally {
  /** Data rows in the file. */
  rows: number;
  /** Of these, the bad ones. */
  bad: number;
}

export interface CheckedRowsOptions {
  readonly file: string;
  /** Of the file, as it was when the load began. */
  readonly sha256: string;
  readonly table: Table;
  readonly check: RowCheck;
  readonly rejects: Rejects;
  /** Counted up as the file is read. */
  readonly tally: Tally;
  /** Called with the bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * The good rows as text fields, in the order of the columns. Throws on a file with another header, and on
 * one that was written to while it was being read.
 */
export async function* checkedRows({
  file,
  sha256,
  table,
  check,
  rejects,
  tally,
  onProgress,
}: CheckedRowsOptions): AsyncGenerator<(readonly string[])[]> {
  let isHeaderRead = false;
  const hash = createHash("sha256");
  const blocks = csvBlocks(file, {onBytes: (bytes) => void hash.update(bytes)});
  for await (const {records, bytes} of blocks) {
    const good: (readonly string[])[] = [];
    for (const record of records) {
      if (!isHeaderRead) {
        assertHeader(record, table);
        isHeaderRead = true;
        continue;
      }
      tally.rows += 1;
      const fault = record.fault ? faultWords(record.fault, table.columns) : check(record.fields);
      if (fault === undefined) good.push(record.fields);
      else {
        tally.bad += 1;
        rejects.add(record, fault);
      }
    }
    onProgress?.(bytes);
    if (good.length > 0) yield good;
  }
  if (hash.digest("hex") !== sha256) {
    throw new Error(`${table.name}.csv changed while it was being loaded (load again)`);
  }
  if (!isHeaderRead) throw new Error(`empty file: ${table.name}.csv (it must have a header)`);
}

/** What stands there is not told: of a file without a header it is a row of somebody's, and what is told is kept in logs. */
function assertHeader({fields, fault}: CsvRecord, {name, columns}: Table): void {
  const expected = columns.map((column) => column.name);
  const wrong = expected.findIndex((column, i) => fields[i] !== column);
  if (fault === undefined && wrong === -1 && fields.length === expected.length) return;
  const which =
    wrong === -1
      ? `${fields.length} columns instead of ${expected.length}`
      : `missing column: ${expected[wrong]}`;
  throw new Error(`row 1 of ${name}.csv: ${which} (the header must be ${expected.join(",")})`);
}
