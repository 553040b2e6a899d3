/**
 * The book of loads, `load_batches`. A row is written before the work, on a connection of its own, and says
 * `running`; the transaction that brings the rows in also writes how it ended. So a row that still says
 * `running` when nobody loads was killed.
 */
import type {ResultSetHeader, RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {Table} from "../../../src/lib/bank/schema.js";

export type BatchOutcome = "loaded" | "unchanged" | "rejected" | "failed";

/** What the last good load of a table brought. */
export interface LastLoad {
  readonly sha256: string;
  readonly rows: number;
}

/** The counts of a finished batch; rows = inserted + updated + unchanged + rejected. */
export interface BatchCounts {
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly vanished: number;
  readonly pruned: number;
}

/** Marks what killed runs left behind. Returns the tables they were loading. */
export async function markKilled(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select table_name as name from load_batches where outcome = 'running' order by batch_id",
  );
  if (rows.length > 0) {
    await connection.query(
      `update load_batches set outcome = 'killed', finished_at = utc_timestamp(3),
        note = 'the loader did not come to an end; nothing of it was kept'
      where outcome = 'running'`,
    );
  }
  return [...new Set(rows.map(({name}) => name as string))];
}

/** What the tables hold since their last load, by table; none for a table into which only a part went. */
export async function lastLoads(connection: Connection): Promise<Map<string, LastLoad>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select table_name as name, sha256, row_count
    from load_batches
    where rejected_count = 0 and batch_id in (
      select max(batch_id) from load_batches
      where outcome in ('loaded', 'unchanged') group by table_name
    )`,
  );
  return new Map(rows.map(({name, sha256, row_count}) => [name, {sha256, rows: row_count}]));
}

/** Opens a batch; returns its number. */
export async function openBatch(
  connection: Connection,
  table: Table,
  sha256: string,
): Promise<number> {
  const [result] = await connection.query<ResultSetHeader>(
    `insert into load_batches (table_name, file, sha256, started_at, outcome)
    values (?, ?, ?, utc_timestamp(3), 'running')`,
    [table.name, `${table.name}.csv`, sha256],
  );
  return result.insertId;
}

export async function closeBatch(
  connection: Connection,
  batch: number,
  outcome: BatchOutcome,
  counts: BatchCounts,
  note: string | null = null,
): Promise<void> {
  await connection.query(
    `update load_batches set finished_at = utc_timestamp(3), outcome = ?, row_count = ?,
      inserted_count = ?, updated_count = ?, unchanged_count = ?, rejected_count = ?,
      vanished_count = ?, pruned_count = ?, note = ?
    where batch_id = ?`,
    [
      outcome,
      counts.rows,
      counts.inserted,
      counts.updated,
      counts.unchanged,
      counts.rejected,
      counts.vanished,
      counts.pruned,
      note?.slice(0, 255) ?? null,
      batch,
    ],
  );
}
