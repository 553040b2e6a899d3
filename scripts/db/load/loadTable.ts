/**
 * One table of a load: the rows of its file, checked and merged, and the account of what became of them.
 */
import {stat} from "node:fs/promises";
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {Table} from "../../../src/lib/bank/schema.js";
import {createRowCheck} from "../../csv/rowCheck.js";
import {startProgress} from "../../terminal/progress.js";
import {isFromFile} from "../postedRows.js";
import type {BatchCounts, BatchOutcome, LastLoad} from "./batches.js";
import type {BulkWay} from "./bulkInsert.js";
import {checkedRows} from "./checkedRows.js";
import {knownIdsOf} from "./knownIds.js";
import {forgetIncoming, mergeTable} from "./mergeTable.js";
import {openRejects} from "./rejects.js";
import type {SeedFile} from "./seedFile.js";

export interface LoadOptions {
  /** The folder of the CSV files. */
  readonly folder: string;
  /** Where bad rows are listed. */
  readonly rejectsFolder: string;
  /** Only these tables. */
  readonly only?: readonly Table[];
  /** Load the good rows of a file that has bad ones. */
  readonly skipBad?: boolean;
  /** Remove rows that the files no longer have. */
  readonly prune?: boolean;
  /** Compare the rows even of files that have not changed since they were loaded. */
  readonly verify?: boolean;
  /** Do everything, and take it back. */
  readonly dryRun?: boolean;
}

export interface TableResult extends BatchCounts {
  readonly table: string;
  readonly outcome: BatchOutcome;
  /** Bad rows of the file; `rejected` also counts the good ones that were held back. */
  readonly bad: number;
  readonly rejectsFile: string;
}

/** Files of at least this many bytes show their progress. */
const longFile = 1 << 22;

/** Brings the rows of a file into its table. Throws on a file without the table's header. */
export async function loadTable(
  connection: Connection,
  way: BulkWay,
  {table, file, sha256}: SeedFile,
  {rejectsFolder, prune}: LoadOptions,
): Promise<TableResult> {
  const rejects = openRejects(rejectsFolder, table.name);
  const tally = {rows: 0, bad: 0};
  const {size} = await stat(file);
  const progress = size > longFile ? startProgress(table.name, size, {unit: "bytes"}) : undefined;
  try {
    const check = createRowCheck(table, await knownIdsOf(table, connection));
    const onProgress = (bytes: number) => progress?.at(bytes);
    const rows = checkedRows({file, sha256, table, check, rejects, tally, onProgress});
    const merged = await mergeTable(connection, way, table, rows);
    if (!prune) await forgetIncoming(connection, table);
    const changed = merged.inserted + merged.updated;
    return {
      table: table.name,
      outcome: changed === 0 && tally.bad === 0 ? "unchanged" : "loaded",
      rows: tally.rows,
      bad: tally.bad,
      ...merged,
      rejected: tally.bad,
      pruned: 0,
      rejectsFile: rejects.file,
    };
  } finally {
    progress?.end();
    rejects.close();
  }
}

/** The result for a file that was loaded before, byte for byte, into a table that still has its rows. */
export async function unchangedResult(
  connection: Connection,
  {table, sha256}: SeedFile,
  last: LastLoad | undefined,
  {rejectsFolder, prune}: LoadOptions,
): Promise<TableResult | undefined> {
  if (last?.sha256 !== sha256) return undefined;
  const [rows] = await connection.query<RowDataPacket[]>(
    `select count(*) as n from ${table.name} where ${isFromFile(table)}`,
  );
  const held = Number(rows[0]!.n);
  if (held < last.rows || (prune && held > last.rows)) return undefined;
  return {
    table: table.name,
    outcome: "unchanged",
    rows: last.rows,
    bad: 0,
    inserted: 0,
    updated: 0,
    unchanged: last.rows,
    rejected: 0,
    vanished: held - last.rows,
    pruned: 0,
    rejectsFile: openRejects(rejectsFolder, table.name).file,
  };
}

/** A result as it stands after everything was taken back. */
export function heldBack(result: TableResult): TableResult {
  const changed = result.inserted + result.updated;
  if (changed === 0 && result.bad === 0)
    return {...result, vanished: result.vanished + result.pruned, pruned: 0, outcome: "unchanged"};
  return {
    ...result,
    outcome: "rejected",
    inserted: 0,
    updated: 0,
    rejected: result.rejected + changed,
    vanished: result.vanished + result.pruned,
    pruned: 0,
  };
}
