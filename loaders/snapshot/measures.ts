import type {DuckDBConnection} from "@duckdb/node-api";
import {measureNames, measures} from "../../src/lib/measures/measures.js";
import type {SqlText} from "../sqlText.js";

/**
 * The statements that give a database the measures as macros: `bank.savings_rate(saved_eur, income_eur)`. They are stored in
 * its file, and DuckDB 1.4 in the browser runs those that 1.5 has written.
 */
export function measureMacros(database: string): string[] {
  return measureNames.map((name) => {
    const {columns, sql} = measures[name];
    return `create macro ${database}.${name}(${columns.join(", ")}) as ${sql}`;
  });
}

/** Gives a database the measures. */
export async function createMeasures(
  connection: DuckDBConnection,
  database: string,
): Promise<void> {
  for (const macro of measureMacros(database)) await connection.run(macro);
}

/** What a SELECT means by the measures that it calls: their columns and SQL, by name. */
export function measuresCalled({sql}: SqlText): [name: string, columns: string, sql: string][] {
  return measureNames
    .filter((name) => sql.includes(`bank.${name}(`))
    .map((name) => [name, measures[name].columns.join(), measures[name].sql]);
}
