import {existsSync} from "node:fs";
import {basename, join, relative} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {foldedName, type SqlToken, sqlTokens} from "../src/lib/notebook/sqlTokens.js";
import {projectRoot} from "./environment.js";
import {listInputs, readInput} from "./inputFiles.js";

/** Where the SELECTs over tables stand that somebody has in MariaDB beside the bank’s (`ownExtracts.ts`). */
export const ownExtractFolder: string = join(projectRoot, "sql/extract/own");

/** A `.sql` file that holds one SELECT. */
export interface SqlText {
  /** The file's name without `.sql`, often that of the table it fills. */
  readonly name: string;
  readonly file: string;
  /** Without a closing semicolon. */
  readonly sql: string;
}

/** Reads a SELECT; a semicolon at its end is dropped. */
export function readSql(file: string): SqlText {
  return {
    name: basename(file, ".sql"),
    file,
    sql: readInput(file).replace(/[\s;]+$/, "\n"),
  };
}

/** The SELECTs of a folder, by name. */
export function readSqlFolder(folder: string): SqlText[] {
  return listInputs(folder)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => readSql(join(folder, file)));
}

/**
 * The tables of `bank` that a SELECT reads, by name and in order. A name that a CTE gives is not told from a table's, so
 * there may be more names than tables. DuckDB tells none where the SELECT has a parameter, or joins with `using`
 * what it does not know yet; then those count that stand behind `bank.`.
 */
export function tablesRead(connection: DuckDBConnection, text: SqlText): string[] {
  const found = connection.getTableNames(text.sql, false);
  return [...new Set(found.length > 0 ? found : namesIn(text, "bank"))].sort();
}

/**
 * The tables that a SELECT names of a database, `own.my_list`, in order; comments and texts do not count. What stands
 * behind neither `from` nor `join` may be the column of a table that is called like the database, and counts where it `isTable`.
 */
export function namesIn(
  {sql}: Pick<SqlText, "sql">,
  database: string,
  isTable: (name: string) => boolean = () => true,
): string[] {
  const tokens = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  const names = tokens.flatMap((token, at) => {
    const [before, [dot, name]] = [tokens[at - 1]?.text, tokens.slice(at + 1, at + 3)];
    if (!isName(token) || foldedName(token) !== database || before === ".") return [];
    if (dot?.text !== "." || !isName(name)) return [];
    const written =
      name.kind === "quoted" ? name.text.slice(1, -1).replaceAll('""', '"') : name.text;
    return /^(?:from|join)$/i.test(before ?? "") || isTable(written) ? [written] : [];
  });
  return [...new Set(names)].sort();
}

const isName = (token: SqlToken | undefined): token is SqlToken =>
  token?.kind === "word" || token?.kind === "quoted";

/**
 * An error of DuckDB as a person looks for it: the file, the line in it, the cause, and the line itself with
 * a mark below the place. The SQL must have been run from the first character of the file. `reasons` may be the deeper
 * cause, each in a line of its own.
 */
export function explainSqlError(
  error: unknown,
  {file, sql}: SqlText,
  reasons: readonly string[] = [],
): Error {
  const said = error instanceof Error ? error.message : String(error);
  const message = withStep(said.replace(/^Failed to extract statements: /, ""));
  const path = relative(projectRoot, file);
  const [cause = "", at = ""] = message.split(/\n\nLINE (?=\d+:)/);
  const line = Number.parseInt(at, 10);
  const end = reasons.map((reason) => `\n${reason}`).join("");
  if (Number.isNaN(line)) return new Error(`${path}: ${cause.trim()}${end}`, {cause: error});
  const number = String(line);
  const text = sql.split("\n")[line - 1] ?? "";
  const excerpt = `  ${number} | ${text}`;
  return new Error(`${path}:${line}: ${cause.trim()}\n${excerpt}${mark(at, text)}${end}`, {
    cause: error,
  });
}

/**
 * What DuckDB says of a table that is not there, or a file that is not to be opened, with the way that leads there; of a value
 * that is not what was asked for, all but the value: what a build says is kept in logs.
 */
export function withStep(message: string): string {
  return withoutValues(message)
    .replace(
      /file system operations are disabled by configuration/,
      "$& (a file src/data/my-list.csv is the table own.my_list)",
    )
    .replace(/Table with name (\w+) does not exist!/, (said, name: string) =>
      existsSync(join(ownExtractFolder, `${name}.sql`)) ? `${said} ${fromMariadb(name)}` : said,
    );
}

const fromMariadb = (name: string) =>
  `sql/extract/own/${name}.sql reads it from MariaDB, and the site is made from the CSV files (set DB_HOST and DATA_SOURCE=mariadb, see .env.example).`;

/** The caret below the excerpt, moved from under DuckDB's (shortened) line to under the whole one. */
function mark(at: string, text: string): string {
  const [shown = "", caret = ""] = at.split("\n");
  const prefix = /^\d+: /.exec(shown)?.[0] ?? "";
  const excerpt = shown.slice(prefix.length).replace(/^\.\.\.|\.\.\.$/g, "");
  const cut = shown.startsWith(`${prefix}...`) ? 3 : 0;
  const column = caret.indexOf("^") - "LINE ".length - prefix.length - cut;
  const start = text.indexOf(excerpt.trimEnd());
  if (column < 0 || start < 0) return "";
  const width = prefix.length - 2 + 5 + start + column;
  return `\n${" ".repeat(width)}^`;
}

/** Of what DuckDB says of a value of the bank, all but the value; the place in the SQL stays. */
function withoutValues(message: string): string {
  if (!/^(?:Conversion|Constraint|Invalid Input|Out of Range) Error:/.test(message)) return message;
  const [, cause = "", place = ""] = /^(.*)[\s\S]*?(\n\nLINE \d+:[\s\S]*)?$/.exec(message)!;
  const masked = cause
    .replaceAll("can't", "cannot")
    .replace(/(["']).*\1/g, '"…"')
    .replace(/(?<!\w)-?\d{3,}(?:\.\d+)?/g, "…");
  return masked + place;
}
