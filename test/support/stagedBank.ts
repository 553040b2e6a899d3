import {DuckDBInstance} from "@duckdb/node-api";
import {stageCsvTables} from "../../loaders/csv/tables.js";
import {type Row, readRows} from "../../loaders/rows.js";

/** A folder's CSV files as DuckDB tables, every row checked. */
export async function stagedBank(
  folder: string,
): Promise<{query: (sql: string) => Promise<Row[]>}> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await stageCsvTables(connection, folder, ":memory:");
  return {query: async (sql) => readRows(await connection.run(sql))};
}
