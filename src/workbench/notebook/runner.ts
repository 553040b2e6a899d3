import {type CellSql, cellSql, cellTable} from "../../lib/notebook/cellSql.js";
import type {EngineError} from "../../lib/notebook/engineError.js";
import {inputSql, parseInput} from "../../lib/notebook/inputSpec.js";
import {
  type Cell,
  type CellProblem,
  contentKey,
  neededFor,
  problemsOf,
  toRun,
} from "../../lib/notebook/notebook.js";
import {
  type Answer,
  type Asking,
  type Engines,
  errorOf,
  firstRows,
  wholeAnswer,
} from "./answers.js";
import {Stopped} from "./engine.js";

/** How a cell is doing. What a run does not say stays as it was. */
export type CellRun =
  | {readonly state: "running"; readonly isWhole: boolean}
  | {readonly state: "done"; readonly isWhole: boolean; readonly answer: Answer}
  | {readonly state: "failed"; readonly isWhole: boolean; readonly error: EngineError}
  | {readonly state: "stopped"};

export interface RunnerOptions {
  readonly engine: Engines;
  readonly cells: () => readonly Cell[];
  readonly onRun: (name: string, run: CellRun) => void;
  /** What keeps a cell from running. */
  readonly problems?: (cells: readonly Cell[]) => readonly CellProblem[];
  /** Names that a misspelt one could be. */
  readonly names?: () => readonly string[];
}

/**
 * Runs cells: whole, so that others can select from them, or their first rows only. A cell that has run with the same
 * source, inputs and cells before it does not run again.
 */
export class Runner {
  readonly #engine: Engines;
  readonly #cells: () => readonly Cell[];
  readonly #onRun: (name: string, run: CellRun) => void;
  readonly #problemsOf: (cells: readonly Cell[]) => readonly CellProblem[];
  readonly #names: () => readonly string[];
  /** What each table in the engine was made of. */
  readonly #made = new Map<string, string>();
  /** The latest run of each cell. */
  readonly #attempts = new Map<string, symbol>();
  /** The cells that somebody has run: these follow a change. */
  readonly #shown = new Set<string>();
  #going: AbortController | undefined;

  constructor({engine, cells, onRun, problems = problemsOf, names = () => []}: RunnerOptions) {
    this.#engine = engine;
    this.#cells = cells;
    this.#onRun = onRun;
    this.#problemsOf = problems;
    this.#names = names;
  }

  /** The engine was ended, and its tables with it; or what cells read is another. */
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
    if (!cell || this.#problemsOf(cells).some((problem) => problem.cell === name)) return;
    const {last, isHarmless} = this.#partsOf(cell);
    if (!last || !isHarmless) return;
    const {signal} = this.#begin();
    const before = neededFor(cells, name).filter((each) => each !== name);
    if (!(await this.#runAll(before, new Set(), signal))) return;
    await this.#attempt(cell, false, () => firstRows(last, this.#asking(signal)));
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
    const problems = this.#problemsOf(cells);
    for (const name of names) {
      const cell = cells.find((cell) => cell.name === name);
      if (!cell) continue;
      const problem = problems.find((problem) => problem.cell === name);
      if (problem) {
        this.#onRun(name, {state: "failed", isWhole: true, error: problem});
        return false;
      }
      const key = contentKey(cell, cells);
      if (this.#made.get(name) === key && !forced.has(name)) continue;
      this.#made.delete(name);
      const isDone = await this.#attempt(cell, true, () =>
        wholeAnswer(name, this.#partsOf(cell), this.#asking(signal)),
      );
      if (!isDone) return false;
      this.#made.set(name, key);
    }
    return true;
  }

  async #attempt({name}: Cell, isWhole: boolean, work: () => Promise<Answer>): Promise<boolean> {
    const attempt = Symbol(name);
    this.#attempts.set(name, attempt);
    this.#onRun(name, {state: "running", isWhole});
    try {
      await this.#engine.ready();
      const answer = await work();
      this.#onRun(name, {state: "done", isWhole, answer});
      return true;
    } catch (error) {
      // what another run of the cell has overtaken says nothing any more
      if (this.#attempts.get(name) !== attempt) return false;
      if (error instanceof Stopped) this.#onRun(name, {state: "stopped"});
      else this.#onRun(name, {state: "failed", isWhole, error: errorOf(error)});
      return false;
    }
  }

  #asking(signal: AbortSignal): Asking {
    return {engine: this.#engine, names: this.#names(), signal};
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
}
