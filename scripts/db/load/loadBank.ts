/**
 * Loads CSV files into MariaDB, in one transaction for all tables: a reader sees the bank of before or the
 * bank of after, never accounts of one with payments of the other, and a loader that dies, or a server,
 * leaves nothing. (A transaction a table would let a half-loaded bank be seen, and published.) The price is
 * that one bad file holds all of them back, unless `skipBad` says otherwise; what is bad in the other files
 * is still found in the same run.
 */
import {createHash} from "node:crypto";
import {createReadStream, existsSync} from "node:fs";
import {stat} from "node:fs/promises";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {type Connection, connect} from "../../../loaders/mariadb/connect.js";
import {assertLevel} from "../../../loaders/mariadb/level.js";
import {type DatabaseSettings, describeDatabase} from "../../../loaders/mariadb/settings.js";
import {type Table, tables} from "../../../src/lib/schema.js";
import {log} from "../../terminal/log.js";
import {startProgress} from "../../terminal/progress.js";
import {isFromFile} from "../postedRows.js";
import {
  type BatchCounts,
  type BatchOutcome,
  closeBatch,
  type LastLoad,
  lastLoads,
  markKilled,
  openBatch,
} from "./batches.js";
import {type BulkWay, bulkWay} from "./bulkInsert.js";
import {checkedRows} from "./checkedRows.js";
import {knownIdsOf} from "./knownIds.js";
import {forgetIncoming, mergeTable, pruneTable} from "./mergeTable.js";
import {loadParameters} from "./parameters.js";
import {openRejects} from "./rejects.js";
import {createRowCheck} from "./rowCheck.js";

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
  readonly seconds: number;
}

export interface LoadResult {
  readonly tables: readonly TableResult[];
  /** False where bad rows held everything back. */
  readonly isLoaded: boolean;
}

interface Work {
  readonly table: Table;
  readonly file: string;
  readonly sha256: string;
  readonly batch: number | undefined;
}

/**
 * Loads the files of a folder. Throws on a missing or unreadable file, on a database that is not at the
 * level of this code or is being loaded by someone else, and on any error of the server; the database is
 * then as it was.
 */
export async function loadBank(
  settings: DatabaseSettings,
  options: LoadOptions,
): Promise<LoadResult> {
  const selected = options.only ?? tables;
  const hashes = await hashFiles(options.folder, selected);
  const book = await connect(settings);
  const connection = await connect(settings);
  const batches: number[] = [];
  try {
    await assertLevel(connection);
    await takeTurn(connection, settings);
    const killed = await markKilled(book);
    if (killed.length > 0) {
      log.warn(
        `an earlier run was killed while it loaded ${killed.length} tables: none was changed`,
      );
    }
    const last = await lastLoads(book);
    const works: Work[] = [];
    for (const table of selected) {
      const {file, sha256} = hashes.get(table)!;
      const batch = options.dryRun ? undefined : await openBatch(book, table, sha256);
      if (batch !== undefined) batches.push(batch);
      works.push({table, file, sha256, batch});
    }
    return await loadAll(connection, works, last, options);
  } catch (error) {
    await markFailed(book, batches, error);
    throw error;
  } finally {
    connection.destroy();
    book.destroy();
  }
}

async function loadAll(
  connection: Connection,
  works: readonly Work[],
  last: ReadonlyMap<string, LastLoad>,
  options: LoadOptions,
): Promise<LoadResult> {
  const way = await bulkWay(connection);
  if (way === "inserts") {
    log.warn(
      "the server refuses LOCAL INFILE (local_infile=OFF): using batched INSERTs, which are slower",
    );
  }
  await connection.query("start transaction");
  const results: TableResult[] = [];
  for (const work of works) {
    const known = options.verify ? undefined : last.get(work.table.name);
    results.push(
      (await unchangedResult(connection, work, known, options)) ??
        (await loadTable(connection, way, work, options)),
    );
  }
  await pruneAll(connection, works, results, options);
  await loadParameters(connection, options.folder);
  const isHeldBack = !options.skipBad && results.some(({bad}) => bad > 0);
  const final = isHeldBack ? results.map(heldBack) : results;
  if (isHeldBack || options.dryRun) await connection.query("rollback");
  if (!options.dryRun) {
    for (const [i, {batch}] of works.entries()) {
      if (batch !== undefined) await closeBatch(connection, batch, final[i]!.outcome, final[i]!);
    }
    await connection.query("commit");
    await analyze(connection, final);
  }
  return {tables: final, isLoaded: !isHeldBack};
}

async function loadTable(
  connection: Connection,
  way: BulkWay,
  {table, file, sha256}: Work,
  {rejectsFolder, prune}: LoadOptions,
): Promise<TableResult> {
  const started = performance.now();
  const rejects = openRejects(rejectsFolder, table.name);
  const tally = {rows: 0, bad: 0};
  const {size} = await stat(file);
  const progress = size > 1 << 22 ? startProgress(table.name, size, {unit: "bytes"}) : undefined;
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
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    progress?.end();
    rejects.close();
  }
}

/** The result for a file that was loaded before, byte for byte, into a table that still has its rows. */
async function unchangedResult(
  connection: Connection,
  {table, sha256}: Work,
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
    seconds: 0,
  };
}

/** Children before parents, so that no reference hangs in between. */
async function pruneAll(
  connection: Connection,
  works: readonly Work[],
  results: TableResult[],
  {prune, skipBad}: LoadOptions,
): Promise<void> {
  if (!prune) return;
  for (let i = works.length - 1; i >= 0; i--) {
    const {table} = works[i]!;
    const result = results[i]!;
    if (result.vanished === 0) continue;
    if (result.bad > 0) {
      if (skipBad) log.warn(`${table.name}: nothing pruned, because the file has bad rows`);
      continue;
    }
    await pruneTable(connection, table);
    results[i] = {...result, outcome: "loaded", vanished: 0, pruned: result.vanished};
  }
}

/** A result as it stands after everything was taken back. */
function heldBack(result: TableResult): TableResult {
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

async function hashFiles(folder: string, selected: readonly Table[]) {
  const hashes = new Map<Table, {file: string; sha256: string}>();
  for (const table of selected) {
    const file = join(folder, `${table.name}.csv`);
    if (!existsSync(file)) throw new Error(`missing file: ${file} (run npm run seed)`);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, {highWaterMark: 1 << 20})) hash.update(chunk);
    hashes.set(table, {file, sha256: hash.digest("hex")});
  }
  return hashes;
}

/** One loader at a time. The lock goes with the connection, after its transaction was rolled back. */
async function takeTurn(connection: Connection, settings: DatabaseSettings): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select get_lock(concat(database(), '.load'), 10) as is_mine",
  );
  if (Number(rows[0]!.is_mine) === 1) return;
  throw new Error(`another load into ${describeDatabase(settings)} is running`);
}

/** Says in the book that a run failed, as far as the database still listens. */
async function markFailed(book: Connection, batches: readonly number[], error: unknown) {
  if (batches.length === 0) return;
  const note = error instanceof Error ? error.message : String(error);
  try {
    await book.query(
      `update load_batches set outcome = 'failed', finished_at = utc_timestamp(3), note = ?
      where batch_id in (?) and outcome = 'running'`,
      [note.slice(0, 255), batches],
    );
  } catch {
    log.debug("the database no longer answers; the next run will mark this one as killed");
  }
}

/** Fresh statistics for what changed, so that the checks that follow are planned on them. */
async function analyze(connection: Connection, results: readonly TableResult[]): Promise<void> {
  const changed = results.filter(({outcome}) => outcome === "loaded").map(({table}) => table);
  if (changed.length > 0) await connection.query(`analyze table ${changed.join(", ")}`);
}
