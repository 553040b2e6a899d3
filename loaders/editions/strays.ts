/**
 * A second look at what rules have cut, by what the columns are called and not by the rules: a condition that is wrong in one of
 * them is found before anything is made of it.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows} from "../rows.js";
import {type Edition, EditionError} from "./edition.js";

/** What no edition tells of anybody. */
const neverTold = ["email", "description"];

/** Of whom a table tells only what is told of those that somebody deals with. */
const ofOthers = ["user_id", "kind", "name"];

const ownAccounts =
  "select account_id from bank.accounts where user_id in (select user_id from subjects)";
const owners: Readonly<Record<string, string>> = {
  user_id: "select user_id from subjects",
  company_id: "select user_id from subjects",
  account_id: ownAccounts,
  counter_account_id: ownAccounts,
};

/**
 * Throws `EditionError`, with table, column and a value, where the database `edition` has a row of somebody else: an account, a
 * person or a company that is not among the `subjects`. Those whom they deal with may be named in `users`; people whom a company
 * pays are told by numbers of their own, `employee-00001`.
 */
export async function refuseStrays(
  connection: DuckDBConnection,
  {name: edition}: Pick<Edition, "name">,
): Promise<void> {
  const fail = (what: string) => new EditionError(`the rules of the edition ${edition}: ${what}`);
  const columns = await readRows(
    await connection.run(
      `select table_name as "table", column_name as "column" from duckdb_columns()
      where database_name = 'edition' order by all`,
    ),
  );
  for (const {table, column} of columns) {
    if (neverTold.includes(String(column)))
      throw fail(`${table}.${column} is told in no edition (name the columns, and not this one)`);
    const isOfUsers = table === "users";
    const owned = isOfUsers ? owners.user_id : owners[String(column)];
    if (owned === undefined || (isOfUsers && ofOthers.includes(String(column)))) continue;
    const key = isOfUsers ? "user_id" : column;
    const [stray] = await readRows(
      await connection.run(
        `select ${key} as stray from edition.${table}
        where ${column} is not null and ${key} not in (${owned}) and ${key} not like 'employee-%' limit 1`,
      ),
    );
    if (stray) throw fail(`${table}.${column} has a row of ${stray.stray}, who is somebody else`);
  }
  const [iban] = await readRows(await connection.run(fullIbans(columns)));
  if (iban)
    throw fail(`accounts.iban is told in full, as ${String(iban.iban).slice(0, 4)}… (mask it)`);
}

/** The numbers of accounts that are not masked, as a query. */
function fullIbans(columns: readonly Readonly<Record<string, unknown>>[]): string {
  const tables = columns.filter(({column}) => column === "iban").map(({table}) => table);
  const parts = tables.map(
    (table) => `select iban from edition.${table} where iban not like '%**%'`,
  );
  return `${[...parts, "select null as iban where false"].join(" union all ")} limit 1`;
}
