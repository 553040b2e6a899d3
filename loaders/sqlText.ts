import {basename, join, relative} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {projectRoot} from "./environment.js";
import {listInputs, readInput} from "./inputFiles.js";

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
 * The tables of `bank` that a SELECT reads, by name and in order; empty where it cannot be parsed. A name
 * that a CTE gives is not told from a table's, so there may be more names than tables.
 */
export function tablesRead(connection: DuckDBConnection, {sql}: SqlText): string[] {
  return [...new Set(connection.getTableNames(sql, false))].sort();
}

/**
 * An error of DuckDB as a person looks for it: the file, the line in it, the cause, and the line itself with
 * a mark below the place. The SQL must have been run from the first character of the file.
 */
export function explainSqlError(error: unknown, {file, sql}: SqlText): Error {
  const said = error instanceof Error ? error.message : String(error);
  const message = said.replace(/^Failed to extract statements: /, "");
  const path = relative(projectRoot, file);
  const [cause = "", at = ""] = message.split(/\n\nLINE (?=\d+:)/);
  const line = Number.parseInt(at, 10);
  if (Number.isNaN(line)) return new Error(`${path}: ${cause.trim()}`, {cause: error});
  const number = String(line);
  const text = sql.split("\n")[line - 1] ?? "";
  const excerpt = `  ${number} | ${text}`;
  return new Error(`${path}:${line}: ${cause.trim()}\n${excerpt}${mark(at, text)}`, {cause: error});
}

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
