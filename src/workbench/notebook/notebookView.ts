/** The notebook on its page: cells in their order, what runs them, what there is to ask, and what keeps it all. */
import {builder} from "../../components/dom.js";
import type {KeyedFile} from "../../components/keyed.js";
import {nameRows} from "../../components/nameRows.js";
import {count} from "../../lib/format.js";
import {
  type Cell,
  type CellKind,
  freeName,
  type Notebook,
  problemsOf,
} from "../../lib/notebook/notebook.js";
import {mostLinkLetters} from "../../lib/notebook/notebookLink.js";
import type {CellEvents, CellView} from "./cellFrame.js";
import {cellList} from "./cellList.js";
import {completions} from "./completions.js";
import {delayed} from "./delayed.js";
import {Engine} from "./engine.js";
import {engineLine} from "./engineLine.js";
import {inputCell} from "./inputCell.js";
import {keptNotebooks} from "./keptNotebooks.js";
import {notebookAddress} from "./notebookAddress.js";
import {notebookBar} from "./notebookBar.js";
import {notebookFiles} from "./notebookFiles.js";
import {questions} from "./questions.js";
import {type CellRun, Runner} from "./runner.js";
import {type PublishedColumn, schemaColumns} from "./schema.js";
import {schemaBrowser} from "./schemaBrowser.js";
import {type SqlCellView, sqlCell} from "./sqlCell.js";
import {textCell} from "./textCell.js";

export interface NotebookOptions {
  /** The published bank; its columns, a row each; and the names of customers. */
  readonly bank: {url(): Promise<string>};
  readonly schema: readonly PublishedColumn[];
  readonly names: KeyedFile;
  readonly document?: Document;
}

const firstSources = {
  sql: {name: "answer", source: ""},
  text: {name: "text", source: ""},
  input: {name: "value", source: "kind: number\nvalue: 10"},
} as const satisfies Record<CellKind, {name: string; source: string}>;

export function notebookView({
  bank,
  schema,
  names,
  document = globalThis.document,
}: NotebookOptions): HTMLElement {
  const {html} = builder(document);
  const window = document.defaultView!;
  const described = schemaColumns(schema);
  const offered = completions(described);
  const [kept, address, line] = [
    keptNotebooks(window),
    notebookAddress(window),
    engineLine(document),
  ];
  const columns = new Map<string, readonly {name: string; type: string}[]>();
  let written: SqlCellView | undefined;

  const engine = new Engine({
    bankUrl: () => bank.url(),
    onLoad: line.onLoad,
    onOpen: (database) => files.restore(database),
    onReady(ms) {
      line.onReady(ms);
      void runner.functionNames().then((all) => {
        offered.setFunctions(all);
        runner.names = offered.names;
      });
    },
    onEnd() {
      runner.forget();
      line.onEnd();
    },
  });
  const onRun = (name: string, run: CellRun) => {
    (list.viewOf(name) as SqlCellView | undefined)?.show(run);
    if (run.state !== "done" || !run.isWhole) return;
    columns.set(name, run.answer.columns);
    offered.setCells(columns);
    runner.names = offered.names;
  };
  const problems = (cells: readonly Cell[]) => [...problemsOf(cells), ...files.problems(cells)];
  const runner = new Runner(engine, () => list.cells, onRun, problems);
  runner.names = offered.names;

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
  const viewOf = (cell: Cell, events: CellEvents): CellView => {
    if (cell.kind === "text") return textCell(cell, {...events, document});
    if (cell.kind === "input")
      return inputCell(cell, {...events, nameRows: nameRows(names), document});
    return sqlCell(cell, {
      ...events,
      completions: offered,
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
    onEdit,
    onChange({name, kind}) {
      if (kind === "sql") later("preview", () => runner.preview(name));
      if (kind === "input") later("preview", () => runner.follow(name));
    },
    onGone(name) {
      columns.delete(name);
      offered.setCells(columns);
      void runner.drop(name);
    },
    document,
  });
  const bar = notebookBar({
    kept,
    notebook,
    onOpen: (opened) => {
      show(opened);
      onEdit();
    },
    onTitle: onEdit,
    onRunAll: () => void runner.run(...queriesOf(list.cells)),
    engine: line.element,
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

  const onName = (name: string) => (written ?? (add("sql") as SqlCellView)).insert(name);
  const onSample = (table: string) => {
    const view = add("sql", `select *\nfrom ${table}\nlimit 20`);
    view.element.scrollIntoView({block: "nearest"});
    void runner.run(view.cell.name);
  };
  const element = html("div", {class: "notebook"});
  const {files, ...fileParts} = notebookFiles(element, {
    use: (work) => engine.use(work),
    taken: () => [...list.cells.map(({name}) => name), ...described.map(({table}) => table)],
    onChange(tables) {
      offered.setFiles(tables);
      runner.names = offered.names;
      runner.forget();
      list.complain();
      onEdit();
    },
    onName,
    onSample,
    document,
  });
  void open();

  const button = (text: string, kind: CellKind) =>
    html("button", {type: "button", on: {click: () => add(kind).focus()}}, text);
  element.append(
    bar.element,
    html(
      "div",
      {class: "notebook-body"},
      html(
        "div",
        {class: "notebook-cells"},
        html("h2", {class: "visually-hidden"}, "Cells"),
        list.element,
        html(
          "div",
          {class: "notebook-add"},
          button("Add a query", "sql"),
          button("Add a text", "text"),
          button("Add an input", "input"),
          fileParts.button,
        ),
        fileParts.words,
      ),
      schemaBrowser(described, {onName, onSample, files: fileParts.list, document}),
    ),
    fileParts.target,
  );
  return element;
}

const queriesOf = (cells: readonly Cell[]) =>
  cells.filter(({kind}) => kind === "sql").map(({name}) => name);
