import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {askOverHttp, askText} from "../../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../../loaders/clickhouse/settings.js";
import type {Environment} from "../../../loaders/environment.js";
import {type Row, readRows} from "../../../loaders/rows.js";
import {openDuckdb} from "./duckdb.js";
import type {Question} from "./questions.js";

/** The rows of an answer. */
export type AskRows = (sql: string) => Promise<readonly Row[]>;

/** What answering one question took. */
export interface Answered {
  readonly question: string;
  readonly rows: number;
  /** Of the first time, and the least of three more. */
  readonly seconds: {readonly first: number; readonly again: number};
}

/** Asks each question four times. */
export async function answersTo(questions: readonly Question[], ask: AskRows): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const {name, sql} of questions) {
    const [first, ...later] = [
      await timed(ask, sql),
      await timed(ask, sql),
      await timed(ask, sql),
      await timed(ask, sql),
    ];
    const again = Math.min(...later.map(({seconds}) => seconds));
    answered.push({question: name, rows: first.rows, seconds: {first: first.seconds, again}});
  }
  return answered;
}

async function timed(ask: AskRows, sql: string): Promise<{seconds: number; rows: number}> {
  const start = performance.now();
  const {length} = await ask(sql);
  return {seconds: (performance.now() - start) / 1000, rows: length};
}

/** ClickHouse as it is asked over HTTP. */
export function askClickhouse(env: Environment): AskRows {
  const ask = askOverHttp(requiredClickhouseSettings(env));
  return async (sql) =>
    (await askText(ask, sql, {format: "JSONEachRow"}))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
}

/** DuckDB over the tables of a snapshot. */
export async function askSnapshot(snapshot: string): Promise<{ask: AskRows; close(): void}> {
  const {connection, close} = await openDuckdb(snapshot);
  await connection.run("use bank");
  return {ask: rowsOf(connection), close};
}

/** DuckDB over the parts of Parquet, all tables but the legs being those of a snapshot. */
export async function askParts(
  snapshot: string,
  folder: string,
): Promise<{ask: AskRows; connection: DuckDBConnection; close(): void}> {
  const {connection, close} = await openDuckdb(snapshot);
  for (const table of ["accounts", "users", "companies"])
    await connection.run(`create view ${table} as from bank.${table}`);
  await connection.run(
    `create view transactions as from read_parquet('${join(folder, "*.parquet")}')`,
  );
  return {ask: rowsOf(connection), connection, close};
}

const rowsOf =
  (connection: DuckDBConnection): AskRows =>
  async (sql) =>
    readRows(await connection.run(sql));
