import {DuckDBInstance} from "@duckdb/node-api";
import {readRows} from "../../loaders/rows.js";

/**
 * What a DuckDB file holds, row by row: a hash for each of its tables. The same tables need not have the same bytes,
 * because DuckDB chooses at random which texts it looks at before it compresses them.
 */
export async function duckdbContent(file: string): Promise<Record<string, string>> {
  const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
  const connection = await instance.connect();
  const ask = async (sql: string) => readRows(await connection.run(sql));
  const tables = await ask("select table_name as name from duckdb_tables() order by name");
  const content: Record<string, string> = {};
  for (const {name} of tables) {
    const [row] = await ask(
      `select md5(string_agg(md5(rows::varchar), '' order by rows.rowid)) as hash from ${name} rows`,
    );
    content[String(name)] = String(row!.hash);
  }
  connection.closeSync();
  instance.closeSync();
  return content;
}
