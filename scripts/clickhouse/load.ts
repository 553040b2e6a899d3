/**
 * Fills the bank's tables in ClickHouse. Rows first go into tables beside them, which no reader sees; then what differs
 * takes its place, a month of a table at a time, and each of these steps happens whole or not at all. So a run that is
 * killed leaves no row twice, and the next one ends what it began; while tables are being exchanged, or where a run has
 * died in between, a mark keeps readers away.
 */
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {isAlive} from "../../loaders/abandoned.js";
import {type Ask, askText} from "../../loaders/clickhouse/ask.js";
import {books, clusterOf, exchangeMark} from "../../loaders/clickhouse/fingerprint.js";
import {assertTables} from "../../loaders/clickhouse/source.js";
import {projectRoot} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {type Table, tables} from "../../src/lib/bank/schema.js";
import {type Fence, isWithin} from "./fence.js";
import {type Partition, partitionsOf} from "./partitions.js";
import type {SourceOfRows} from "./sourceOfRows.js";

/** What became of a table. */
export interface TableLoad {
  readonly table: string;
  /** Rows of the source within the fence. */
  readonly rows: number;
  /** Rows of the months that were written. */
  readonly written: number;
  /** Rows of the months that the source does not have any more. */
  readonly pruned: number;
}

/** Makes the database and the tables that are missing; with `anew`, all of the bank's. Throws on tables of other columns. */
export async function prepareTables(
  ask: Ask,
  database: string,
  {anew = false}: {anew?: boolean} = {},
): Promise<void> {
  const outside = {withoutDatabase: true};
  const isThere = await askText(ask, `exists database ${database}`, outside);
  if (isThere.trim() !== "1") await askText(ask, `create database ${database}`, outside);
  const cluster = await clusterOf(ask);
  if (cluster !== "") {
    throw new Error(
      `the tables are spread over the cluster ${cluster}, and a load fills one server (docs/clickhouse.md says how a cluster is filled)`,
    );
  }
  if (anew) {
    await askText(ask, `create table if not exists ${exchangeMark} (mark Int8) engine = Log`);
    for (const name of [...tables.map((table) => table.name), ...books]) {
      await askText(ask, `drop table if exists ${name} sync`);
    }
  }
  const definitions = readFileSync(join(projectRoot, "sql/clickhouse/server.sql"), "utf8");
  for (const definition of definitions.split(/;\n/)) {
    if (definition.trim() !== "") await askText(ask, definition);
  }
  await assertTables(ask);
}

/** Loads all tables and comes back with what became of each. Throws where the source or ClickHouse fails. */
export async function loadTables(
  ask: Ask,
  source: SourceOfRows,
  fence: Fence,
): Promise<TableLoad[]> {
  const startedAt = new Date();
  await clearAbandoned(ask);
  try {
    const changes: Change[] = [];
    for (const table of tables) changes.push(await stage(ask, table, source, fence));
    await exchange(ask, changes, source);
    const loads = changes.map(({load}) => load);
    await writeBook(ask, loads, {startedAt, note: source.label});
    await dropStaged(ask);
    return loads;
  } catch (error) {
    await dropStaged(ask).catch(() =>
      log.debug("ClickHouse no longer answers; the next run removes what this one has staged"),
    );
    throw error;
  }
}

const stagedName = ({name}: Table): string => `${name}_loading_${machine()}_${process.pid}`;

async function dropStaged(ask: Ask): Promise<void> {
  for (const table of tables) await askText(ask, `drop table if exists ${stagedName(table)} sync`);
}

async function stage(ask: Ask, table: Table, source: SourceOfRows, fence: Fence): Promise<Change> {
  const staged = stagedName(table);
  await askText(ask, `drop table if exists ${staged} sync`);
  await askText(ask, `create table ${staged} as ${table.name}`);
  await source.fill(table, staged, fence);
  return changeOf(ask, table, staged, fence);
}

/** How a table comes from what it holds to what was staged. */
interface Change {
  readonly staged: string;
  readonly load: TableLoad;
  readonly replaced: readonly Partition[];
  readonly dropped: readonly Partition[];
}

async function changeOf(ask: Ask, {name}: Table, staged: string, fence: Fence): Promise<Change> {
  const [wanted, all] = [await partitionsOf(ask, staged), await partitionsOf(ask, name)];
  const held = all.filter(({partition}) => isWithin(partition, fence));
  const contents = new Map(held.map(({partition, content}) => [partition, content]));
  const replaced = wanted.filter(({partition, content}) => contents.get(partition) !== content);
  const kept = new Set(wanted.map(({partition}) => partition));
  const dropped = held.filter(({partition}) => !kept.has(partition));
  // one part a month: none is merged later, and the fingerprint stays
  if (replaced.length > 0) await askText(ask, `optimize table ${staged} final`);
  return {
    staged,
    replaced,
    dropped,
    load: {table: name, rows: sum(wanted), written: sum(replaced), pruned: sum(dropped)},
  };
}

const sum = (partitions: readonly Partition[]): number =>
  partitions.reduce((total, {rows}) => total + rows, 0);

async function exchange(
  ask: Ask,
  changes: readonly Change[],
  {parameters}: SourceOfRows,
): Promise<void> {
  await askText(ask, `create table if not exists ${exchangeMark} (mark Int8) engine = Log`);
  for (const {load, staged, replaced, dropped} of changes) {
    for (const {partition} of replaced) {
      await askText(
        ask,
        `alter table ${load.table} replace partition id '${partition}' from ${staged}`,
      );
    }
    for (const {partition} of dropped) {
      await askText(ask, `alter table ${load.table} drop partition id '${partition}'`);
    }
  }
  await askText(ask, "truncate table bank_parameters");
  const rows = parameters.map(([name, value], position) => ({name, value, position}));
  await insertRows(ask, "bank_parameters", rows);
  await askText(ask, `drop table ${exchangeMark} sync`);
}

async function writeBook(
  ask: Ask,
  loads: readonly TableLoad[],
  {startedAt, note}: {startedAt: Date; note: string},
): Promise<void> {
  const last = Number(await askText(ask, "select max(batch_id) from load_batches"));
  const instant = (time: Date) => time.toISOString().slice(0, -1).replace("T", " ");
  const rows = loads.map(({table, rows, written, pruned}, i) => ({
    batch_id: last + 1 + i,
    table_name: table,
    row_count: rows,
    inserted_count: written,
    updated_count: 0,
    unchanged_count: rows - written,
    rejected_count: 0,
    pruned_count: pruned,
    started_at: instant(startedAt),
    finished_at: instant(new Date()),
    outcome: written + pruned > 0 ? "loaded" : "unchanged",
    note,
  }));
  await insertRows(ask, "load_batches", rows);
  await askText(ask, "optimize table load_batches final");
}

async function insertRows(ask: Ask, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const data = (async function* () {
    yield Buffer.from(lines);
  })();
  await askText(ask, `insert into ${table} format JSONEachRow`, {data});
}

/** A short name of this machine, of letters and digits. */
function machine(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}

/** Removes what runs on this machine left that were killed. */
async function clearAbandoned(ask: Ask): Promise<void> {
  const names = await askText(ask, "show tables like '%\\_loading\\_%'");
  for (const name of names.split("\n")) {
    const pid = new RegExp(`_loading_${machine()}_(\\d+)$`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await askText(ask, `drop table ${name} sync`);
  }
}
