/** What the notebook does: cells in their order, what runs them, and what keeps them. */
import {nameRows} from "../../components/nameRows.js";
import {count} from "../../lib/format.js";
import {
  type Cell,
  type CellKind,
  freeName,
  type Notebook,
  neededFor,
  problemsOf,
} from "../../lib/notebook/notebook.js";
import {mostLinkLetters} from "../../lib/notebook/notebookLink.js";
import type {CellEvents, CellView} from "./cellFrame.js";
import {type CellList, cellList} from "./cellList.js";
import {cellRuns} from "./cellRuns.js";
import {delayed} from "./delayed.js";
import {inputCell} from "./inputCell.js";
import {keptNotebooks} from "./keptNotebooks.js";
import {notebookAddress} from "./notebookAddress.js";
import {type NotebookBar, notebookBar} from "./notebookBar.js";
import {notebookFiles} from "./notebookFiles.js";
import type {NotebookSources} from "./notebookSources.js";
import {questions} from "./questions.js";
import {schemaColumns} from "./schema.js";
import {type SqlCellView, sqlCell} from "./sqlCell.js";
import {textCell} from "./textCell.js";

export interface NotebookWork {
  readonly bar: NotebookBar;
  readonly list: CellList;
  readonly files: Omit<ReturnType<typeof notebookFiles>, "files">;
  /** Adds a cell of a kind at the end. */
  add(kind: CellKind, source?: string): CellView;
  /** Writes a name where somebody writes, or into a new query. */
  write(name: string): void;
  /** Asks for the first rows of a table in a new query. */
  sample(table: string): void;
  /** Goes on over other files: answers stay as they are until their queries run again. */
  take(sources: NotebookSources): void;
}

const firstSources = {
  sql: {name: "answer", source: ""},
  text: {name: "text", source: ""},
  input: {name: "value", source: "kind: number\nvalue: 10"},
} as const satisfies Record<CellKind, {name: string; source: string}>;

/** Opens the notebook that the address names, else the one of last time, within `element`. */
export function notebookWork(
  element: HTMLElement,
  first: NotebookSources,
  document: Document,
): NotebookWork {
  const window = document.defaultView!;
  let sources = first;
  const [kept, address] = [keptNotebooks(window), notebookAddress(window)];
  let written: SqlCellView | undefined;

  const problems = (cells: readonly Cell[]) => [...problemsOf(cells), ...files.problems(cells)];
  const runs = cellRuns({
    cells: () => list.cells,
    problems,
    bankUrl: () => sources.bank.url(),
    onOpen: (database) => files.restore(database),
    onRun: (name, run) => (list.viewOf(name) as SqlCellView | undefined)?.show(run),
    document,
  });
  const {engine, runner, offered} = runs;

  const notebook = (): Notebook => {
    const {cells} = list;
    const read = files.readBy(cells);
    return {title: bar.title, cells, ...(read.length > 0 ? {files: read} : {})};
  };
  const later = delayed(window);
  const onEdit = () =>
    later("keep", async () => {
      kept.keepLast(notebook());
      const isShort = await address.write(notebook());
      bar.say(
        isShort
          ? ""
          : `Too long for a link (${count(mostLinkLetters)} letters at most): save it as a file.`,
      );
    });
  const sourceOf = (name: string) => {
    const needed = neededFor(list.cells, name);
    return files.sourceOf(list.cells.filter((cell) => needed.includes(cell.name)));
  };
  const viewOf = (cell: Cell, events: CellEvents): CellView => {
    if (cell.kind === "text") return textCell(cell, {...events, document});
    if (cell.kind === "input")
      return inputCell(cell, {...events, nameRows: nameRows(sources.names), document});
    return sqlCell(cell, {
      ...events,
      completions: offered,
      sourceOf,
      onFocus: (view) => {
        written = view;
      },
      onChart: onEdit,
      onRun: (view) => {
        later("preview", undefined);
        void runner.run(view.cell.name);
      },
      onStop: () => runner.stop(),
      document,
    });
  };
  const list = cellList({
    viewOf,
    problemsOf: problems,
    fileNames: () => files.files.map(({name}) => name),
    onEdit,
    onChange({name, kind}) {
      if (kind === "sql") later("preview", () => runner.preview(name));
      if (kind === "input") later("preview", () => runner.follow(name));
    },
    onGone: runs.drop,
    onBack({name, kind}) {
      later("preview", async () => {
        if (!(await runner.follow(name)) && kind === "sql") await runner.preview(name);
      });
    },
    onRename(before, name) {
      later("preview", undefined); // which would ask by the old name
      runs.rename(before, name);
    },
    document,
  });
  const runAll = () => {
    later("preview", undefined); // else it would take the place of the whole run
    return runs.all();
  };
  const bar = notebookBar({
    kept,
    notebook,
    onOpen: (opened) => {
      show(opened);
      onEdit();
    },
    onTitle: onEdit,
    onRunAll: () => void runAll(),
    answers: runAll,
    dropped: () => files.textsReadBy(list.cells),
    engine: runs.line,
    document,
  });
  const show = ({title, cells, files: named = []}: Notebook) => {
    runner.stop();
    files.known = named;
    written = undefined;
    bar.title = title;
    list.show(cells);
  };
  const add = (kind: CellKind, source?: string) => {
    const first = firstSources[kind];
    const name = freeName(list.cells, first.name);
    return list.add({name, kind, source: source ?? first.source});
  };
  const open = async () => {
    try {
      show((await address.read()) ?? kept.last() ?? questions[0]!);
    } catch (error) {
      show(kept.last() ?? questions[0]!);
      bar.say(error instanceof Error ? error.message : String(error));
    }
  };
  address.onChange(() => void open());

  const write = (name: string) => (written ?? (add("sql") as SqlCellView)).insert(name);
  const sample = (table: string) => {
    const view = add("sql", `select *\nfrom ${table}\nlimit 20`);
    view.element.scrollIntoView({block: "nearest"});
    void runner.run(view.cell.name);
  };
  const {files, ...fileParts} = notebookFiles(element, {
    use: (work) => engine.use(work),
    taken: () => [...list.cells.map(({name}) => name), ...sources.schema.map(({table}) => table)],
    onChange(tables) {
      offered.setFiles(tables);
      runner.forget();
      list.complain();
      onEdit();
    },
    onName: write,
    onSample: sample,
    document,
  });
  const take = (next: NotebookSources) => {
    sources = next;
    offered.setSchema(schemaColumns(next.schema));
  };
  take(first);
  void open();

  return {
    bar,
    list,
    files: fileParts,
    add,
    write,
    sample,
    take(next) {
      const {bank} = sources;
      take(next);
      void Promise.all([bank.url(), next.bank.url()]).then(([earlier, now]) => {
        if (earlier !== now) void engine.restart();
      });
    },
  };
}
