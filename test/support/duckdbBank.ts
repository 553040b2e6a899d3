import {existsSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {duckdbTypes} from "../../loaders/extracts.js";
import {tables} from "../../src/lib/bank/schema.js";

/**
 * The bank's tables in a DuckDB of their own, typed, without keys, each from the first folder that has its
 * CSV file.
 */
export async function duckdbBank(...folders: readonly string[]): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const {name, columns} of tables) {
    const types = columns.map((column) => `${column.name} ${duckdbTypes[column.type]}`);
    await connection.run(`create table ${name} (${types.join(", ")})`);
    const file = csvIn(name, folders);
    await connection.run(`copy ${name} from '${file}' (header, quote '"', escape '"')`);
  }
  return connection;
}

/** The CSV file of a table, from the first folder that has one. */
export function csvIn(table: string, folders: readonly string[]): string {
  const file = folders
    .map((folder) => join(folder, `${table}.csv`))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`no ${table}.csv in ${folders.join(", ")}`);
  return file;
}
