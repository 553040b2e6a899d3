/** The bank of one edition: the tables that its rules give, made of those of the whole bank. */
import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows} from "../rows.js";
import {explainSqlError} from "../sqlText.js";
import type {Edition} from "./edition.js";
import type {Rules} from "./rules.js";

/**
 * Fills the empty database attached as `edition` from the one attached as `bank`. Comes back with the names of its tables.
 * Throws where nobody has the subject's id, and with file, line and excerpt where a rule fails.
 */
export async function cutBank(
  connection: DuckDBConnection,
  {subject, name}: Edition,
  {whole, tables}: Rules,
): Promise<string[]> {
  const found = await readRows(
    await connection.run("select 1 from bank.users where user_id = $subject", {subject}),
  );
  if (found.length === 0)
    throw new Error(`no customer ${subject} in the bank, for the edition ${name}`);
  for (const table of whole)
    await connection.run(`create table edition.${table} as from bank.${table}`);
  for (const text of tables) {
    try {
      await connection.run(
        `create table edition.${text.name} as ${text.sql}`,
        text.sql.includes("$subject") ? {subject} : undefined,
      );
    } catch (error) {
      throw explainSqlError(error, text);
    }
  }
  return [...whole, ...tables.map((table) => table.name)].sort();
}
