import type {Connection} from "../../../loaders/mariadb/connect.js";
import {type TableName, tableNamed} from "../../../src/lib/bank/schema.js";
import {bulkInsert} from "../load/bulkInsert.js";

/** Inserts rows that have been checked, their fields as texts in the order of the columns; an empty one is null. */
export function insertRows(
  connection: Connection,
  name: TableName,
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (rows.length === 0) return Promise.resolve();
  return bulkInsert(connection, "inserts", tableNamed(name), name, oneBlock(rows));
}

async function* oneBlock(rows: readonly (readonly string[])[]) {
  yield rows;
}
