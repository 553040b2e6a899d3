/**
 * A CSV file as rows that have passed every check, in blocks. Bad rows go to the rejects, and the reading
 * goes on: all of them are found in one run.
 */
import type {Table} from "../../../src/lib/schema.js";
import {type CsvRecord, csvBlocks} from "./csvRecords.js";
import type {Rejects} from "./rejects.js";
import type {RowCheck} from "./rowCheck.js";

export interface Tally {
  /** Data rows in the file. */
  rows: number;
  /** Of these, the bad ones. */
  bad: number;
}

export interface CheckedRowsOptions {
  readonly file: string;
  readonly table: Table;
  readonly check: RowCheck;
  readonly rejects: Rejects;
  /** Counted up as the file is read. */
  readonly tally: Tally;
  /** Called with the bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** The good rows as text fields, in the order of the columns. Throws on a file with another header. */
export async function* checkedRows({
  file,
  table,
  check,
  rejects,
  tally,
  onProgress,
}: CheckedRowsOptions): AsyncGenerator<(readonly string[])[]> {
  let isHeaderRead = false;
  for await (const {records, bytes} of csvBlocks(file)) {
    const good: (readonly string[])[] = [];
    for (const record of records) {
      if (!isHeaderRead) {
        assertHeader(record, table);
        isHeaderRead = true;
        continue;
      }
      tally.rows += 1;
      const fault = record.fault ?? check(record.fields);
      if (fault === undefined) good.push(record.fields);
      else {
        tally.bad += 1;
        rejects.add(record, fault);
      }
    }
    onProgress?.(bytes);
    if (good.length > 0) yield good;
  }
  if (!isHeaderRead) throw new Error(`empty file: ${table.name}.csv (it must have a header)`);
}

function assertHeader({fields, fault}: CsvRecord, {name, columns}: Table): void {
  const expected = columns.map((column) => column.name).join(",");
  if (fault === undefined && fields.join(",") === expected) return;
  throw new Error(
    `row 1 of ${name}.csv: the header must be ${expected}, found ${fields.join(",").slice(0, 200)}`,
  );
}
