import {cellParts} from "../../lib/notebook/cellParts.js";
import {cellTable} from "../../lib/notebook/cellSql.js";
import type {EngineError} from "../../lib/notebook/engineError.js";
import {
  type Cell,
  type CellProblem,
  contentKey,
  inOrder,
  neededFor,
  problemsOf,
  reads,
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
import type {CellRun} from "./cellRun.js";
import {Stopped} from "./engine.js";

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
  /** The cells that have been run, by somebody or for one that reads them: these follow a change. */
  readonly #shown = new Set<string>();
  /** What the first rows were made of that somebody has seen. */
  readonly #previewed = new Map<string, string>();
  /** Those whose answer is of before what they read was changed. */
  readonly #old = new Set<string>();
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

  /** Takes away what a cell made, which is no more; what reads it says so, as far as it has an answer. */
  async drop(cell: Cell): Promise<void> {
    await this.#forgetCell(cell.name);
    await this.#again(toRun([...this.#cells(), cell], cell.name));
  }

  /** A cell has another name than this one: what has an answer of it, and of those that read either, runs again. */
  async rename(before: Cell, name: string): Promise<void> {
    const key = this.#previewed.get(before.name);
    if (key !== undefined) this.#previewed.set(name, key);
    if (this.#shown.has(before.name)) this.#shown.add(name);
    await this.#forgetCell(before.name);
    const cells = this.#cells();
    await this.#again([...toRun([...cells, before], before.name), ...toRun(cells, name)]);
  }

  async #forgetCell(name: string): Promise<void> {
    this.#shown.delete(name);
    this.#previewed.delete(name);
    if (!this.#made.delete(name)) return;
    const {signal} = new AbortController();
    await this.#engine.query(`drop table if exists ${cellTable(name)}`, {signal, most: 0});
  }

  /** Stops what is running. */
  stop(): void {
    this.#going?.abort();
    this.#going = undefined;
  }

  /** Runs these cells whole: what they read before them, and then what has been run and reads them. */
  async run(...names: readonly string[]): Promise<void> {
    await this.#runWhole(names, [], this.#begin().signal);
  }

  /** What follows from another input or query: the cells that read it, as far as they have an answer; whether any has. */
  follow(changed: string): Promise<boolean> {
    return this.#again(toRun(this.#cells(), changed));
  }

  /** The first rows of a cell, where its statement can be asked by the way; what reads it is of before. */
  async preview(name: string): Promise<void> {
    const cells = this.#cells();
    for (const reader of toRun(cells, name)) {
      const cell = cells.find((cell) => cell.name === reader)!;
      const key = this.#made.get(reader) ?? this.#previewed.get(reader);
      if (reader === name || key === undefined) continue;
      const isOld = key !== contentKey(cell, cells);
      if (isOld === this.#old.has(reader)) continue;
      this.#old[isOld ? "add" : "delete"](reader);
      this.#onRun(reader, {state: "answered", before: isOld ? name : undefined});
    }
    await this.#firstRows(name);
  }

  /** Runs again what has an answer of these: whole what has been run, else its first rows. */
  async #again(names: readonly string[]): Promise<boolean> {
    const whole = names.filter((name) => this.#shown.has(name));
    const first = names.filter((name) => !this.#shown.has(name) && this.#previewed.has(name));
    if (whole.length + first.length === 0) return false;
    await this.#runWhole(whole, first, this.#begin().signal);
    return true;
  }

  /** Runs cells whole, and asks for first rows again: of these, and of what else reads what has run. */
  async #runWhole(
    names: readonly string[],
    first: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const cells = this.#cells();
    const reading = names.flatMap((name) => toRun(cells, name));
    const wanted = new Set([...names, ...reading.filter((name) => this.#shown.has(name))]);
    for (const name of [...wanted]) for (const each of neededFor(cells, name)) wanted.add(each);
    const ordered = new Set([...inOrder(cells).order.filter((name) => wanted.has(name)), ...names]);
    await this.#runAll([...ordered], new Set(names), signal);
    for (const name of new Set([...first, ...reading]))
      if (!signal.aborted && !this.#shown.has(name) && this.#previewed.has(name))
        await this.#firstRows(name, signal);
  }

  async #firstRows(name: string, signal?: AbortSignal): Promise<void> {
    const cells = this.#cells();
    const cell = cells.find((cell) => cell.name === name);
    if (!cell) return;
    const error = this.#problemsOf(cells).find((problem) => problem.cell === name);
    if (error) {
      this.#onRun(name, {state: "failed", isWhole: false, error});
      return;
    }
    const {last, isHarmless} = cellParts(cell, this.#cells());
    if (!last || !isHarmless) return;
    this.#previewed.set(name, contentKey(cell, cells));
    const asked = signal ?? this.#begin().signal;
    const before = neededFor(cells, name).filter((each) => each !== name);
    const lost = await this.#runAll(before, new Set(), asked);
    if (asked.aborted) return;
    const unanswered = unansweredRead(cell, cells, lost);
    if (unanswered) this.#onRun(name, {state: "failed", isWhole: false, error: unanswered});
    else await this.#attempt(cell, false, () => firstRows(last, this.#asking(asked)));
  }

  #begin(): AbortController {
    this.stop();
    this.#going = new AbortController();
    return this.#going;
  }

  /** Runs these in their order; gives those without an answer: what is wrong among the others, and what failed. */
  async #runAll(
    names: readonly string[],
    forced: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>> {
    const cells = this.#cells();
    const problems = this.#problemsOf(cells);
    const lost = new Set(problems.map(({cell}) => cell));
    for (const name of names) {
      const cell = cells.find((cell) => cell.name === name);
      if (!cell) continue;
      if (signal.aborted) break;
      const error =
        problems.find((problem) => problem.cell === name) ?? unansweredRead(cell, cells, lost);
      if (error) {
        this.#made.delete(name);
        this.#shown.add(name);
        this.#onRun(name, {state: "failed", isWhole: true, error});
        lost.add(name);
        continue;
      }
      const key = contentKey(cell, cells);
      if (this.#made.get(name) === key && !forced.has(name)) continue;
      this.#made.delete(name);
      this.#shown.add(name);
      const isDone = await this.#attempt(cell, true, () =>
        wholeAnswer(name, cellParts(cell, this.#cells()), this.#asking(signal)),
      );
      if (isDone) this.#made.set(name, key);
      else lost.add(name);
    }
    return lost;
  }

  async #attempt({name}: Cell, isWhole: boolean, work: () => Promise<Answer>): Promise<boolean> {
    const attempt = Symbol(name);
    this.#attempts.set(name, attempt);
    this.#old.delete(name);
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
}

/** What a cell says that reads another without an answer. */
function unansweredRead(
  cell: Cell,
  cells: readonly Cell[],
  lost: ReadonlySet<string>,
): EngineError | undefined {
  const name = reads(cell, cells).find((each) => lost.has(each));
  return name === undefined
    ? undefined
    : {message: `no answer of ${name}, which this reads (mend it, or run it)`};
}
