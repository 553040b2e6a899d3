import {type CellSql, cellTable, type SentSql} from "../../lib/notebook/cellSql.js";
import {type EngineError, engineError} from "../../lib/notebook/engineError.js";
import {type Engine, type Result, Stopped} from "./engine.js";

export interface Answer extends Result {
  /** Rows of the whole answer; undefined where only its first rows were asked for. */
  readonly total: number | undefined;
  readonly ms: number;
}

/** What is asked of the engine. */
export type Engines = Pick<Engine, "query" | "ready">;

/** So many rows of a whole answer are read; the table in the engine has all. */
export const mostRows = 100_000;
/** So many while somebody types. */
export const mostPreviewRows = 200;

export interface Asking {
  readonly engine: Engines;
  /** Names that a misspelt one could be. */
  readonly names: readonly string[];
  readonly signal: AbortSignal;
}

/** The first rows of a statement, while somebody types. Throws what `errorOf` reads, or `Stopped`. */
export async function firstRows(last: SentSql, asking: Asking): Promise<Answer> {
  const start = performance.now();
  const result = await ask(last, asking, mostPreviewRows);
  const ms = performance.now() - start;
  const types = await typesOf(`describe ${last.sql}`, asking).catch(() => undefined);
  return {...withTypes(result, types), ms, total: result.isCut ? undefined : result.rowCount};
}

/** The answer of a whole cell, of whose last statement a table of its name is made. Throws as `firstRows` does. */
export async function wholeAnswer(
  name: string,
  {before, table, last}: CellSql,
  asking: Asking,
): Promise<Answer> {
  const {engine, signal} = asking;
  const start = performance.now();
  for (const statement of before) await ask(statement, asking, 0);
  if (!last) return {columns: [], rowCount: 0, isCut: false, total: 0, ms: 0};
  if (!table) {
    const result = await ask(last, asking, mostRows);
    const total = result.isCut ? undefined : result.rowCount;
    return {...result, total, ms: performance.now() - start};
  }
  await ask(table, asking, 0);
  const from = cellTable(name);
  const result = await engine.query(`from ${from}`, {signal, most: mostRows});
  const ms = performance.now() - start;
  const types = await typesOf(`describe ${from}`, asking);
  const total = result.isCut ? await countOf(from, asking) : result.rowCount;
  return {...withTypes(result, types), total, ms};
}

async function ask(sent: SentSql, {engine, names, signal}: Asking, most: number): Promise<Result> {
  try {
    return await engine.query(sent.sql, {signal, most});
  } catch (error) {
    if (error instanceof Stopped) throw error;
    const {place, ...words} = engineError(messageOf(error), {sql: sent.sql, names});
    const here = place && {from: sent.placeOf(place.from), to: sent.placeOf(place.to)};
    throw new Told(here ? {...words, place: here} : words);
  }
}

async function typesOf(sql: string, {engine, signal}: Asking): Promise<readonly string[]> {
  const {columns} = await engine.query(sql, {signal, most: 10_000});
  return columns.find(({name}) => name === "column_type")?.values.map(String) ?? [];
}

async function countOf(table: string, {engine, signal}: Asking): Promise<number> {
  const {columns} = await engine.query(`select count(*) from ${table}`, {signal, most: 1});
  return Number(columns[0]?.values[0]);
}

class Told extends Error {
  constructor(readonly told: EngineError) {
    super(told.message);
  }
}

/** What a failed answer has to say. */
export const errorOf = (error: unknown): EngineError =>
  error instanceof Told ? error.told : {message: messageOf(error)};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function withTypes<R extends Result>(result: R, types: readonly string[] | undefined): R {
  if (types?.length !== result.columns.length) return result;
  const columns = result.columns.map((column, at) => ({...column, type: types[at]!}));
  return {...result, columns};
}
