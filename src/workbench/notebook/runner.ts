import {type CellSql, cellSql, cellTable, type SentSql} from "../../lib/notebook/cellSql.js";
import {type EngineError, engineError} from "../../lib/notebook/engineError.js";
import {inputSql, parseInput} from "../../lib/notebook/inputSpec.js";
import {type Cell, neededFor, problemsOf, reads, toRun} from "../../lib/notebook/notebook.js";
import {type Engine, type Result, Stopped} from "./engine.js";

/** How a cell is doing. What a run does not say stays as it was. */
export type CellRun =
  | {readonly state: "running"; readonly isWhole: boolean}
  | {readonly state: "done"; readonly isWhole: boolean; readonly answer: Answer}
  | {readonly state: "failed"; readonly isWhole: boolean; readonly error: EngineError}
  | {readonly state: "stopped"};

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

/**
 * Runs cells: whole, so that others can select from them, or their first rows only. A cell that has run with the same
 * source, inputs and cells before it does not run again.
 */
export class Runner {
  readonly #engine: Engines;
  readonly #cells: () => readonly Cell[];
  readonly #onRun: (name: string, run: CellRun) => void;
  /** What each table in the engine was made of. */
  readonly #made = new Map<string, string>();
  /** The cells that somebody has run: these follow a change. */
  readonly #shown = new Set<string>();
  #names: readonly string[] = [];
  #going: AbortController | undefined;

  constructor(
    engine: Engines,
    cells: () => readonly Cell[],
    onRun: (name: string, run: CellRun) => void,
  ) {
    this.#engine = engine;
    this.#cells = cells;
    this.#onRun = onRun;
  }

  /** Names that a misspelt one could be. */
  set names(names: readonly string[]) {
    this.#names = names;
  }

  /** The engine was ended, and its tables with it. */
  forget(): void {
    this.#made.clear();
  }

  /** What the engine can call. */
  async functionNames(): Promise<readonly string[]> {
    const sql =
      "select distinct function_name from duckdb_functions() " +
      "where database_name = 'system' and regexp_matches(function_name, '^[a-z][a-z0-9_]*$') order by all";
    const {signal} = new AbortController();
    const {columns} = await this.#engine.query(sql, {signal, most: 5_000});
    return columns[0]?.values.map(String) ?? [];
  }

  /** Takes away what a cell made, which is no more. */
  async drop(name: string): Promise<void> {
    this.#shown.delete(name);
    if (!this.#made.delete(name)) return;
    const {signal} = new AbortController();
    await this.#engine.query(`drop table if exists ${cellTable(name)}`, {signal, most: 0});
  }

  /** Stops what is running. */
  stop(): void {
    this.#going?.abort();
    this.#going = undefined;
  }

  /** Runs these cells whole: what they read before them, and then what somebody has run and reads them. */
  async run(...names: readonly string[]): Promise<void> {
    const {signal} = this.#begin();
    const cells = this.#cells();
    for (const name of names) this.#shown.add(name);
    const wanted = new Set<string>();
    for (const name of names) {
      for (const each of neededFor(cells, name)) wanted.add(each);
      wanted.add(name);
      for (const each of toRun(cells, name)) if (this.#shown.has(each)) wanted.add(each);
    }
    await this.#runAll([...wanted], new Set(names), signal);
  }

  /** What follows from another value of an input: the cells that take it, as far as somebody has run them. */
  async follow(input: string): Promise<void> {
    const stale = toRun(this.#cells(), input).filter((name) => this.#shown.has(name));
    if (stale.length > 0) await this.run(...stale);
  }

  /** The first rows of a cell, where its statement can be asked by the way. */
  async preview(name: string): Promise<void> {
    const cells = this.#cells();
    const cell = cells.find((cell) => cell.name === name);
    if (!cell || problemsOf(cells).some((problem) => problem.cell === name)) return;
    const {last, isHarmless} = this.#partsOf(cell);
    if (!last || !isHarmless) return;
    const {signal} = this.#begin();
    const before = neededFor(cells, name).filter((each) => each !== name);
    if (!(await this.#runAll(before, new Set(), signal))) return;
    await this.#attempt(cell, false, async () => {
      const start = performance.now();
      const result = await this.#ask(last, signal, mostPreviewRows);
      const isAll = !result.isCut;
      const ms = performance.now() - start;
      const types = await this.#types(`describe ${last.sql}`, signal).catch(() => undefined);
      return {...withTypes(result, types), ms, total: isAll ? result.rowCount : undefined};
    });
  }

  #begin(): AbortController {
    this.stop();
    this.#going = new AbortController();
    return this.#going;
  }

  /** Whether all ran. The first that fails ends the rest. */
  async #runAll(
    names: readonly string[],
    forced: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const cells = this.#cells();
    const problems = problemsOf(cells);
    for (const name of names) {
      const cell = cells.find((cell) => cell.name === name);
      if (!cell) continue;
      const problem = problems.find((problem) => problem.cell === name);
      if (problem) {
        this.#onRun(name, {state: "failed", isWhole: true, error: {message: problem.message}});
        return false;
      }
      const key = this.#keyOf(cell, cells);
      if (this.#made.get(name) === key && !forced.has(name)) continue;
      this.#made.delete(name);
      const isDone = await this.#attempt(cell, true, () => this.#whole(cell, signal));
      if (!isDone) return false;
      this.#made.set(name, key);
    }
    return true;
  }

  async #whole(cell: Cell, signal: AbortSignal): Promise<Answer> {
    const start = performance.now();
    const {before, table, last} = this.#partsOf(cell);
    for (const statement of before) await this.#ask(statement, signal, 0);
    if (!last) return {columns: [], rowCount: 0, isCut: false, total: 0, ms: 0};
    if (!table) {
      const result = await this.#ask(last, signal, mostRows);
      const total = result.isCut ? undefined : result.rowCount;
      return {...result, total, ms: performance.now() - start};
    }
    await this.#ask(table, signal, 0);
    const from = cellTable(cell.name);
    const result = await this.#engine.query(`from ${from}`, {signal, most: mostRows});
    const ms = performance.now() - start;
    const types = await this.#types(`describe ${from}`, signal);
    const total = result.isCut ? await this.#count(from, signal) : result.rowCount;
    return {...withTypes(result, types), total, ms};
  }

  async #attempt({name}: Cell, isWhole: boolean, work: () => Promise<Answer>): Promise<boolean> {
    this.#onRun(name, {state: "running", isWhole});
    try {
      await this.#engine.ready();
      this.#onRun(name, {state: "done", isWhole, answer: await work()});
      return true;
    } catch (error) {
      if (error instanceof Stopped) this.#onRun(name, {state: "stopped"});
      else this.#onRun(name, {state: "failed", isWhole, error: errorOf(error)});
      return false;
    }
  }

  async #ask(sent: SentSql, signal: AbortSignal, most: number): Promise<Result> {
    try {
      return await this.#engine.query(sent.sql, {signal, most});
    } catch (error) {
      if (error instanceof Stopped) throw error;
      const told = engineError(messageOf(error), {sql: sent.sql, names: this.#names});
      const {place, ...words} = told;
      const here = place && {from: sent.placeOf(place.from), to: sent.placeOf(place.to)};
      throw new Told(here ? {...words, place: here} : words);
    }
  }

  async #types(sql: string, signal: AbortSignal): Promise<readonly string[]> {
    const {columns} = await this.#engine.query(sql, {signal, most: 10_000});
    return columns.find(({name}) => name === "column_type")?.values.map(String) ?? [];
  }

  async #count(table: string, signal: AbortSignal): Promise<number> {
    const {columns} = await this.#engine.query(`select count(*) from ${table}`, {signal, most: 1});
    return Number(columns[0]?.values[0]);
  }

  #partsOf({name, source}: Cell): CellSql {
    const inputs = new Map<string, string>();
    for (const cell of this.#cells()) {
      if (cell.kind !== "input") continue;
      try {
        inputs.set(cell.name, inputSql(parseInput(cell.source)));
      } catch {
        // the input says what is wrong with it; a query that takes it fails by its name
      }
    }
    return cellSql(name, source, inputs);
  }

  /** The same as long as a cell and all that it reads are the same. */
  #keyOf(cell: Cell, cells: readonly Cell[]): string {
    const before = reads(cell, cells).map((name) => {
      const read = cells.find((cell) => cell.name === name)!;
      return `${name}=${read.kind === "sql" ? this.#keyOf(read, cells) : read.source}`;
    });
    return JSON.stringify([cell.source, ...before]);
  }
}

class Told extends Error {
  constructor(readonly told: EngineError) {
    super(told.message);
  }
}

const errorOf = (error: unknown): EngineError =>
  error instanceof Told ? error.told : {message: messageOf(error)};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function withTypes<R extends Result>(result: R, types: readonly string[] | undefined): R {
  if (types?.length !== result.columns.length) return result;
  const columns = result.columns.map((column, at) => ({...column, type: types[at]!}));
  return {...result, columns};
}
