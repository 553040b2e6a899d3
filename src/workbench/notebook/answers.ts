import {type CellSql, cellTable, type SentSql} from "../../lib/notebook/cellSql.js";
import {type EngineError, engineError} from "../../lib/notebook/engineError.js";
import {type EngineColumn, exactSql} from "../../lib/notebook/exactSql.js";
import {heldColumn} from "../../lib/notebook/heldColumn.js";
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
  const from = `(\n${last.sql}\n)`;
  const types = await typesOf(from, asking).catch((error) => {
    if (error instanceof Stopped) throw error;
    return undefined; // the statement itself is asked then, which says what is wrong, or gives no rows
  });
  const result = await ask(types ? within(last, exactSql(types)) : last, asking, mostPreviewRows);
  const ms = performance.now() - start;
  return {...withTypes(result, types), ms, total: result.isCut ? undefined : result.rowCount};
}

/** The statement as the table that another selects from; a mistake is still told at its place. */
function within({sql, placeOf}: SentSql, select: string): SentSql {
  const open = `${select} (\n`;
  return {sql: `${open}${sql}\n)`, placeOf: (at) => placeOf(Math.max(0, at - open.length))};
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
  const types = await typesOf(from, asking);
  const result = await engine.query(`${exactSql(types)} ${from}`, {signal, most: mostRows});
  const ms = performance.now() - start;
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

/** The columns of what can stand after `from`. */
async function typesOf(from: string, {engine, signal}: Asking): Promise<readonly EngineColumn[]> {
  const {columns} = await engine.query(`describe from ${from}`, {signal, most: 10_000});
  const [names = [], types = []] = ["column_name", "column_type"].map((wanted) =>
    columns.find(({name}) => name === wanted)?.values.map(String),
  );
  return names.map((name, at) => ({name, type: types[at]!}));
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

function withTypes<R extends Result>(result: R, types: readonly EngineColumn[] | undefined): R {
  if (types?.length !== result.columns.length) return result;
  const columns = result.columns.map((column, at) => {
    const {type} = types[at]!;
    const kind = writtenKinds.find(([written]) => written.test(type))?.[1];
    return kind ? heldColumn({...column, type, kind}) : {...column, type};
  });
  return {...result, columns};
}

/** What columns are that the engine wrote as text, where that is not all that they are. */
const writtenKinds = [
  [/^UHUGEINT$/, "number"],
  [/^(DATE|TIMESTAMP[^[]*)$/, "time"],
] as const;
