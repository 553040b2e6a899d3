/**
 * ClickHouse's answers as DuckDB reads them: a file of Parquet, which lies about for as long as it is read. No row goes
 * through JavaScript on its way into a snapshot.
 */
import {createWriteStream} from "node:fs";
import {rm} from "node:fs/promises";
import {pipeline} from "node:stream/promises";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {quotedText} from "../../src/lib/quotedSql.js";
import {temporaryPath} from "../abandoned.js";
import {duckdbTypes, type Extract, type ExtractColumn} from "../extracts.js";
import {type Row, readRows} from "../rows.js";
import type {ExtractTarget} from "../source.js";
import type {Ask} from "./ask.js";

/**
 * Puts the rows of the extract into the target, in order, and comes back with their number. Throws on other columns than
 * declared and on a value that does not fit its column: nothing is rounded.
 */
export async function extractParquet(
  ask: Ask,
  extract: Extract,
  {connection, table}: ExtractTarget,
): Promise<number> {
  try {
    return await withAnswer(ask, extract.sql, async (answer) => {
      const found = await columnsOf(connection, answer);
      assertNames(found, extract);
      const values = extract.columns.map((column, i) => fitted(column, found[i]!.type));
      const insert = `insert into ${table} select ${values.join(",\n  ")} from ${answer}`;
      return (await connection.run(insert)).rowsChanged;
    });
  } catch (error) {
    throw new Error(`extract ${extract.name}: ${reasonOf(error)}`, {cause: error});
  }
}

/** The rows of a SELECT, as datasets hold them. */
export async function queryParquet(ask: Ask, sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await withAnswer(ask, sql, async (answer) =>
      readRows(await connection.run(`from ${answer}`)),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Asks for Parquet, and calls `read` with the answer as it stands in a FROM. */
async function withAnswer<T>(
  ask: Ask,
  sql: string,
  read: (answer: string) => Promise<T>,
): Promise<T> {
  const file = temporaryPath();
  try {
    await pipeline(await ask(sql, {format: "Parquet"}), createWriteStream(file));
    return await read(`read_parquet(${quotedText(file)})`);
  } finally {
    await rm(file, {force: true});
  }
}

interface AnswerColumn {
  readonly name: string;
  readonly type: string;
}

async function columnsOf(connection: DuckDBConnection, answer: string): Promise<AnswerColumn[]> {
  const rows = await readRows(
    await connection.run(`select column_name, column_type from (describe from ${answer})`),
  );
  return rows.map((row) => ({name: String(row.column_name), type: String(row.column_type)}));
}

function assertNames(found: readonly AnswerColumn[], {columns}: Extract): void {
  const [is, should] = [found, columns].map((list) => list.map(({name}) => name).join(", "));
  if (is !== should) throw new Error(`columns are ${is}, declared are ${should}`);
}

/** A column's value in its type; an error where it is null and may not be, or would be changed by the cast. */
function fitted({name, type, nullable}: ExtractColumn, found: string): string {
  // an instant comes with a time zone, and is shown in that of the machine unless told
  const value = found === "TIMESTAMP WITH TIME ZONE" ? `timezone('UTC', "${name}")` : `"${name}"`;
  const kept = type === "day" ? "DATE" : duckdbTypes[type];
  const missing = nullable ? "null" : `error('null in column ${name}')`;
  const misfit = `error('value does not fit column ${name}: ' || cast(${value} as varchar) || ' (${type})')`;
  return `case when "${name}" is null then ${missing}
    when try_cast(${value} as ${kept}) = ${value} then cast(${value} as ${duckdbTypes[type]})
    else ${misfit} end`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
