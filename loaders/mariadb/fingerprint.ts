/**
 * Whether anything in the bank's tables has changed, for one query: the checksums that MariaDB makes of all
 * rows, in 0.2 s for 700k of them. (The time of a table's last change would cost nothing, but InnoDB keeps it
 * to the second and forgets it when the server restarts.)
 */
import type {RowDataPacket} from "mysql2/promise";
import {tableNames} from "../../src/lib/bank/schema.js";
import type {Connection} from "./connect.js";

/** Tables beside the bank's own that the site reads. */
const books = ["load_batches", "bank_parameters"];

/** Text that changes when a row does, as the connection's transaction sees them. */
export async function fingerprintOf(connection: Connection): Promise<string> {
  const names = [...tableNames, ...books];
  const [rows] = await connection.query<RowDataPacket[]>(`checksum table ${names.join(", ")}`);
  return rows.map(({Checksum}, i) => `${names[i]} ${Checksum}`).join("\n");
}
