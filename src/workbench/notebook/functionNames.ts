import type {Engines} from "./answers.js";

/** What the engine can call. */
export async function functionNames(engine: Pick<Engines, "query">): Promise<readonly string[]> {
  const sql =
    "select distinct function_name from duckdb_functions() " +
    "where database_name = 'system' and regexp_matches(function_name, '^[a-z][a-z0-9_]*$') order by all";
  const {signal} = new AbortController();
  const {columns} = await engine.query(sql, {signal, most: 5_000});
  return columns[0]?.values.map(String) ?? [];
}
