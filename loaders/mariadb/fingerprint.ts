/**
 * Whether anything in the bank's tables may have changed, for one query. InnoDB keeps the second of each
 * table's last change, but forgets it when the server restarts, and a second is long. So: a table whose
 * change is not known is hashed row by row, and one that changed just now gets a fingerprint that will not
 * come again, which costs one more snapshot at most.
 */
import type {RowDataPacket} from "mysql2/promise";
import {type Table, tables} from "../../src/lib/schema.js";
import type {Connection} from "./connect.js";

/** Tables beside the bank's own that the site reads. */
const books = ["load_batches", "bank_parameters"];

/** What is known of each table's last change, by name; null where the server does not know. */
export type ChangeTimes = ReadonlyMap<string, string | null>;

/**
 * The last change of each table. To be asked before the transaction that reads the rows begins: a change in
 * between then makes the fingerprint too old, never too new.
 */
export async function changeTimes(connection: Connection): Promise<ChangeTimes> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select table_name as name, concat(create_time, ' ', update_time) as changed,
      update_time >= now() - interval 2 second as is_hot, now(6) as asked
    from information_schema.tables
    where table_schema = database() and table_name in (?)`,
    [[...tables.map(({name}) => name), ...books]],
  );
  return new Map(
    rows.map(({name, changed, is_hot, asked}) => [
      name,
      is_hot ? `${changed} at ${asked}` : changed,
    ]),
  );
}

/** Text that is the same again only while no row changes. Reads whole tables where it must. */
export async function fingerprintOf(connection: Connection, times: ChangeTimes): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const changed = times.get(table.name) ?? (await contentHash(connection, table));
    parts.push(`${table.name} ${changed}`);
  }
  for (const name of books) {
    parts.push(`${name} ${times.get(name) ?? (await bookHash(connection, name))}`);
  }
  return parts.join("\n");
}

async function contentHash(connection: Connection, {name, columns}: Table): Promise<string> {
  const fields = columns.map((column) => `coalesce(${column.name}, char(1))`).join(", char(2), ");
  const [rows] = await connection.query<RowDataPacket[]>(
    `select count(*) as n, coalesce(sum(crc32(concat(${fields}))), 0) as total,
      coalesce(bit_xor(crc32(concat(char(3), ${fields}))), 0) as mixed from ${name}`,
  );
  const {n, total, mixed} = rows[0]!;
  return `${n} ${total} ${mixed}`;
}

/** The books are short: their checksum costs nothing. */
async function bookHash(connection: Connection, name: string): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(`checksum table ${name}`);
  return String(rows[0]!.Checksum);
}
