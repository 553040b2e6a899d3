/** What asks the queries of cells: the engine, what runs them in it, and what is known of their answers. */
import type {Column} from "../../lib/notebook/columns.js";
import type {Cell, CellProblem} from "../../lib/notebook/notebook.js";
import type {CellRun} from "./cellRun.js";
import {type Completions, completions} from "./completions.js";
import type {Database} from "./database.js";
import {Engine} from "./engine.js";
import {engineLine} from "./engineLine.js";
import {functionNames} from "./functionNames.js";
import {Runner} from "./runner.js";

export interface CellRunsOptions {
  readonly cells: () => readonly Cell[];
  readonly problems: (cells: readonly Cell[]) => readonly CellProblem[];
  readonly bankUrl: () => Promise<string>;
  /** Makes what has to be there before the first query. */
  readonly onOpen: (database: Database) => Promise<void>;
  readonly onRun: (name: string, run: CellRun) => void;
  readonly document: Document;
}

export interface CellRuns {
  /** One line on the engine. */
  readonly line: HTMLElement;
  readonly engine: Engine;
  readonly runner: Runner;
  readonly offered: Completions;
  /** Runs all queries whole; gives the columns of their answers, by the names of the cells. */
  all(): Promise<ReadonlyMap<string, readonly Column[]>>;
  /** Forgets a cell that is gone. */
  drop(cell: Cell): void;
  /** Goes on with a cell by another name than this one. */
  rename(before: Cell, name: string): void;
}

export function cellRuns({
  cells,
  problems,
  bankUrl,
  onOpen,
  onRun,
  document,
}: CellRunsOptions): CellRuns {
  const {element, onLoad, onReady, onEnd} = engineLine(document);
  const offered = completions();
  const columns = new Map<string, readonly Column[]>();
  const engine = new Engine({
    bankUrl,
    onLoad,
    onOpen,
    onReady(ms) {
      onReady(ms);
      void functionNames(engine).then(offered.setFunctions);
    },
    onEnd() {
      runner.forget();
      onEnd();
    },
  });
  const runner = new Runner({
    engine,
    cells,
    problems,
    names: () => offered.names,
    onRun(name, run) {
      onRun(name, run);
      if (run.state === "failed" && run.isWhole) columns.delete(name);
      if (run.state !== "done" || !run.isWhole) return;
      columns.set(name, run.answer.columns);
      offered.setCells(columns);
    },
  });
  const forget = ({name}: Cell) => {
    columns.delete(name);
    offered.setCells(columns);
  };
  return {
    line: element,
    engine,
    runner,
    offered,
    async all() {
      const queries = cells().filter(({kind}) => kind === "sql");
      await runner.run(...queries.map(({name}) => name));
      return columns;
    },
    drop(cell) {
      forget(cell);
      void runner.drop(cell);
    },
    rename(before, name) {
      forget(before);
      void runner.rename(before, name);
    },
  };
}
