import type {RowDataPacket} from "mysql2/promise";
import {maybeManifest} from "../../../loaders/csv/manifest.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";

/**
 * Puts the parameters of the folder's manifest in the place of those in the database; rows without a manifest were not
 * generated, and leave none. A batch of the live stream, whose manifest has none, continues what is there.
 */
export async function loadParameters(connection: Connection, folder: string): Promise<void> {
  const manifest = maybeManifest(folder);
  if (manifest && !manifest.parameters) return;
  const rows = Object.entries(manifest?.parameters ?? {}).map(
    ([name, value], position) => [name, JSON.stringify(value), position] as const,
  );
  const [held] = await connection.query<RowDataPacket[]>(
    "select name, value from bank_parameters order by position",
  );
  const isSame =
    held.length === rows.length &&
    rows.every(([name, value], i) => held[i]!.name === name && held[i]!.value === value);
  if (isSame) return;
  await connection.query("delete from bank_parameters");
  if (rows.length > 0) {
    await connection.query("insert into bank_parameters (name, value, position) values ?", [rows]);
  }
}
