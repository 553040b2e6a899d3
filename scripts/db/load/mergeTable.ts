/**
 * Brings a table to the state of a file. An empty table takes the rows as they come, with its checks of
 * uniqueness and references off: every row has been checked already, and InnoDB then builds the indexes at
 * the end. Otherwise the rows go to a temporary table first, and only those that differ are written. All
 * counts come from comparing rows, never from what a statement says it affected: MariaDB's clients count an
 * unchanged row as affected.
 */
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {tableBody} from "../../../loaders/mariadb/types.js";
import type {Table} from "../../../src/lib/bank/schema.js";
import {isFromFile} from "../postedRows.js";
import {type BulkWay, bulkInsert, type Rows} from "./bulkInsert.js";

export interface Merged {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows of the table that the file does not have. */
  readonly vanished: number;
}

/** Inserts and updates what the rows of a file ask for; nothing is removed here. */
export async function mergeTable(
  connection: Connection,
  way: BulkWay,
  table: Table,
  rows: Rows,
): Promise<Merged> {
  if (await isEmpty(connection, table)) return fillEmpty(connection, way, table, rows);
  const incoming = incomingName(table);
  await connection.query(`create temporary table ${incoming} (${tableBody(table)})`);
  await bulkInsert(connection, way, table, incoming, rows);
  return writeDifferences(connection, table);
}

/** Removes the rows that the file of the last `mergeTable` did not have; those that name another row of the table first. */
export async function pruneTable(connection: Connection, table: Table): Promise<void> {
  const incoming = incomingName(table);
  const naming = table.columns.find(({references}) => references?.table === table.name);
  for (const which of naming ? [`${table.name}.${naming.name} is not null`, "true"] : ["true"]) {
    await connection.query(
      `delete ${table.name} from ${table.name} left join ${incoming} on ${sameKey(table, incoming)}
      where ${incoming}.${table.key[0]} is null and ${isFromFile(table)} and ${which}`,
    );
  }
}

/** Drops what `mergeTable` kept for `pruneTable`. */
export async function forgetIncoming(connection: Connection, table: Table): Promise<void> {
  await connection.query(`drop temporary table if exists ${incomingName(table)}`);
}

async function fillEmpty(
  connection: Connection,
  way: BulkWay,
  table: Table,
  rows: Rows,
): Promise<Merged> {
  // unique_checks stay: without both, InnoDB fills an empty table in bulk, which hangs for ever beside somebody who
  // reads the table (seen with MariaDB 10.11.19)
  await connection.query("set foreign_key_checks = 0");
  await bulkInsert(connection, way, table, table.name, rows);
  await connection.query("set foreign_key_checks = 1");
  const inserted = await countOf(connection, table.name);
  return {inserted, updated: 0, unchanged: 0, vanished: 0};
}

async function writeDifferences(connection: Connection, table: Table): Promise<Merged> {
  const {name, key, columns} = table;
  const incoming = incomingName(table);
  const different = `different_${name}`;
  const others = columns.filter((column) => !key.includes(column.name)).map((c) => c.name);
  const differs = others.map((column) => `not (${name}.${column} <=> ${incoming}.${column})`);
  const keys = key.map((column) => `${incoming}.${column}`).join(", ");
  await connection.query(
    `create temporary table ${different} (primary key (${key.join(", ")}))
    select ${keys}, ${name}.${key[0]} is null as is_new
    from ${incoming} left join ${name} on ${sameKey(table, incoming)}
    where ${[`${name}.${key[0]} is null`, ...differs].join(" or ")}`,
  );
  const [counts] = await connection.query<RowDataPacket[]>(
    `select count(*) as row_count, coalesce(sum(is_new), 0) as new_count from ${different}`,
  );
  const staged = await countOf(connection, incoming);
  const held = await countOf(connection, name, isFromFile(table));
  const inserted = Number(counts[0]!.new_count);
  const updated = Number(counts[0]!.row_count) - inserted;
  const from = `${incoming} join ${different} on ${keysEqual(table, incoming, different)}`;
  if (inserted > 0) {
    const list = columns.map((column) => `${incoming}.${column.name}`).join(", ");
    // In the order of keys, so that a row comes after the one of its own table that it refers to.
    await connection.query(
      `insert into ${name} select ${list} from ${from} where is_new order by ${keys}`,
    );
  }
  if (updated > 0) {
    const sets = others.map((column) => `${name}.${column} = ${incoming}.${column}`).join(", ");
    await connection.query(
      `update ${name} join ${incoming} on ${sameKey(table, incoming)}
      join ${different} on ${keysEqual(table, incoming, different)}
      set ${sets} where not is_new`,
    );
  }
  await connection.query(`drop temporary table ${different}`);
  const unchanged = staged - inserted - updated;
  return {inserted, updated, unchanged, vanished: held - unchanged - updated};
}

function incomingName({name}: Table): string {
  return `incoming_${name}`;
}

function sameKey(table: Table, incoming: string): string {
  return keysEqual(table, incoming, table.name);
}

function keysEqual({key}: Table, left: string, right: string): string {
  return key.map((column) => `${left}.${column} = ${right}.${column}`).join(" and ");
}

async function isEmpty(connection: Connection, {name}: Table): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>(`select 1 from ${name} limit 1`);
  return rows.length === 0;
}

/**
 * Along the primary key: for rows of a transaction that is still open, InnoDB has to look up the primary key
 * of every entry of another index, to tell whether it is visible.
 */
async function countOf(connection: Connection, table: string, condition = "true"): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select count(*) as n from ${table} force index (primary) where ${condition}`,
  );
  return Number(rows[0]!.n);
}
