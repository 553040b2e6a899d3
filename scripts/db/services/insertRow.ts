import {fieldFault} from "../../../loaders/csv/fieldRules.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {tableNamed} from "../../../src/lib/bank/schema.js";
import {PostingRefused} from "./posting.js";

export type Fields = Readonly<Record<string, string | null>>;

/**
 * Inserts a row given as text, each field checked as that of a CSV file would be. Throws `PostingRefused` on
 * a field that does not fit its column and on a reference to something unknown.
 */
export async function insertRow(
  connection: Connection,
  tableName: "counterparties" | "transactions" | "trades",
  fields: Fields,
): Promise<void> {
  const {columns} = tableNamed(tableName);
  for (const column of columns) {
    const fault = fieldFault(column, fields[column.name] ?? "");
    if (fault !== undefined) {
      throw new PostingRefused(`invalid ${column.name}: ${fields[column.name]} (${fault})`);
    }
  }
  const names = columns.map(({name}) => name);
  try {
    await connection.query(`insert into ${tableName} (${names.join(", ")}) values (?)`, [
      names.map((name) => fields[name] ?? null),
    ]);
  } catch (error) {
    if ((error as {code?: string}).code !== "ER_NO_REFERENCED_ROW_2") throw error;
    const column = /FOREIGN KEY \(`(\w+)`\)/.exec((error as Error).message)?.[1] ?? "reference";
    throw new PostingRefused(`unknown ${column}: ${fields[column]}`, {cause: error});
  }
}
