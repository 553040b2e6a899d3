/**
 * Loads CSV files into MariaDB, in one transaction for all tables: a reader sees the bank of before or the
 * bank of after, never accounts of one with payments of the other, and a loader that dies, or a server,
 * leaves nothing. (A transaction a table would let a half-loaded bank be seen, and published.) The price is
 * that one bad file holds all of them back, unless `skipBad` says otherwise; what is bad in the other files
 * is still found in the same run.
 */
import type {RowDataPacket} from "mysql2/promise";
import {type BankStamp, stampBank} from "../../../loaders/csv/bankStamp.js";
import {log} from "../../../loaders/log.js";
import {type Connection, connect} from "../../../loaders/mariadb/connect.js";
import {assertLevel} from "../../../loaders/mariadb/level.js";
import {type DatabaseSettings, describeDatabase} from "../../../loaders/mariadb/settings.js";
import {BankChanged} from "../../../loaders/source.js";
import {tables} from "../../../src/lib/bank/schema.js";
import {closeBatch, type LastLoad, lastLoads, markKilled, openBatch} from "./batches.js";
import {bulkWay} from "./bulkInsert.js";
import {
  heldBack,
  type LoadOptions,
  loadTable,
  type TableResult,
  unchangedResult,
} from "./loadTable.js";
import {pruneTable} from "./mergeTable.js";
import {loadParameters} from "./parameters.js";
import {type SeedFile, seedFiles} from "./seedFile.js";

export interface LoadResult {
  readonly tables: readonly TableResult[];
  /** False where bad rows held everything back. */
  readonly isLoaded: boolean;
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
  const stamp = stampBank(options.folder);
  const files = await stamp.during(() => seedFiles(options.folder, options.only ?? tables));
  const book = await connect(settings);
  const connection = await connect(settings);
  const batches: number[] = [];
  try {
    await assertLevel(connection);
    await takeTurn(connection, settings);
    const last = await lastLoads(book);
    if (!options.dryRun) {
      await clearLeftovers(book);
      for (const {table, sha256} of files) batches.push(await openBatch(book, table, sha256));
    }
    return await stamp.during(() => loadAll(connection, {files, batches, last, stamp}, options));
  } catch (error) {
    await markFailed(book, batches, error);
    throw error;
  } finally {
    connection.destroy();
    book.destroy();
  }
}

interface Work {
  readonly files: readonly SeedFile[];
  /** The numbers of the files' batches. */
  readonly batches: readonly number[];
  readonly last: ReadonlyMap<string, LastLoad>;
  readonly stamp: BankStamp;
}

async function loadAll(
  connection: Connection,
  {files, batches, last, stamp}: Work,
  options: LoadOptions,
): Promise<LoadResult> {
  const way = await bulkWay(connection);
  if (way === "inserts") {
    log.warn(
      "the server refuses LOCAL INFILE (local_infile=OFF): using batched INSERTs, which are slower",
    );
  }
  await connection.query("start transaction");
  const endsStream = Boolean(options.prune) && (await hasLiveStream(connection));
  const results: TableResult[] = [];
  for (const file of files) {
    const known = options.verify || endsStream ? undefined : last.get(file.table.name);
    results.push(
      (await unchangedResult(connection, file, known, options)) ??
        (await loadTable(connection, way, file, options)),
    );
  }
  await pruneAll(connection, files, results, options);
  if (endsStream) await forgetLiveStream(connection);
  await loadParameters(connection, options.folder);
  stamp.assertUnchanged();
  const isHeldBack = !options.skipBad && results.some(({bad}) => bad > 0);
  const final = isHeldBack ? results.map(heldBack) : results;
  if (isHeldBack || options.dryRun) await connection.query("rollback");
  if (!options.dryRun) {
    for (const [i, batch] of batches.entries()) {
      await closeBatch(connection, batch, final[i]!.outcome, final[i]!);
    }
    await connection.query("commit");
    await analyze(connection, final);
  }
  return {tables: final, isLoaded: !isHeldBack};
}

/** Children before parents, so that no reference hangs in between. */
async function pruneAll(
  connection: Connection,
  files: readonly SeedFile[],
  results: TableResult[],
  {prune, skipBad}: LoadOptions,
): Promise<void> {
  if (!prune) return;
  for (let i = files.length - 1; i >= 0; i--) {
    const {table} = files[i]!;
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

/** Whether batches of a live stream are posted: they are in tables whose files did not change. */
async function hasLiveStream(connection: Connection): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>("select 1 from live_stream");
  return rows.length > 0;
}

/** Once the bank is as the files say, no stream is posted. */
async function forgetLiveStream(connection: Connection): Promise<void> {
  await connection.query("delete from live_batches");
  await connection.query("delete from live_stream");
}

/** Says what became of runs that were killed. Their rows went with their connections. */
async function clearLeftovers(book: Connection): Promise<void> {
  const killed = await markKilled(book);
  if (killed.length === 0) return;
  log.warn(`an earlier run was killed while it loaded ${killed.length} tables: none was changed`);
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
  try {
    await book.query(
      `update load_batches set outcome = 'failed', finished_at = utc_timestamp(3), note = ?
      where batch_id in (?) and outcome = 'running'`,
      [noteOn(error).slice(0, 255), batches],
    );
  } catch {
    log.debug("the database no longer answers; the next run will mark this one as killed");
  }
}

/**
 * An error as the book has it, which is published: those of server and system, which name hosts, accounts and
 * folders, by their code.
 */
function noteOn(error: unknown): string {
  if (error instanceof BankChanged) return "the files changed while they were read";
  const {code, message} = error as {code?: string; message?: string};
  return code === undefined ? String(message ?? error) : `error ${code}`;
}

/** Fresh statistics for what changed, so that the checks that follow are planned on them. */
async function analyze(connection: Connection, results: readonly TableResult[]): Promise<void> {
  const changed = results.filter(({outcome}) => outcome === "loaded").map(({table}) => table);
  if (changed.length > 0) await connection.query(`analyze table ${changed.join(", ")}`);
}
