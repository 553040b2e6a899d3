/** The notebook on its page: cells in their order, what runs them, and what keeps them. */
import {builder} from "../../components/dom.js";
import type {KeyedFile} from "../../components/keyed.js";
import {nameRows} from "../../components/nameRows.js";
import {
  type Cell,
  type CellKind,
  freeName,
  type Notebook,
  problemsOf,
} from "../../lib/notebook/notebook.js";
import type {CellEvents, CellView} from "./cellFrame.js";
import {completions} from "./completions.js";
import {Engine} from "./engine.js";
import {inputCell} from "./inputCell.js";
import {type CellRun, Runner} from "./runner.js";
import {type PublishedColumn, schemaColumns} from "./schema.js";
import {type SqlCellView, sqlCell} from "./sqlCell.js";
import {textCell} from "./textCell.js";

export interface NotebookOptions {
  /** The published bank; its columns, a row each; and the names of customers. */
  readonly bank: {url(): Promise<string>};
  readonly schema: readonly PublishedColumn[];
  readonly names: KeyedFile;
  readonly document?: Document;
}

const typingMs = 450;

export function notebookView({
  bank,
  schema,
  names,
  document = globalThis.document,
}: NotebookOptions): HTMLElement {
  const {html} = builder(document);
  const offered = completions(schemaColumns(schema));
  const views: CellView[] = [];
  const cells = () => views.map(({cell}) => cell);
  const columns = new Map<string, readonly {name: string; type: string}[]>();
  const list = html("div", {class: "cells"});
  const engineStatus = html(
    "span",
    {class: "engine-status", role: "status"},
    "The engine starts with the first query.",
  );

  const engine = new Engine({
    bankUrl: () => bank.url(),
    onLoad: (bytes) => {
      engineStatus.textContent = `Loading the engine: ${(bytes / 1e6).toFixed(0)} MB unpacked …`;
    },
    onReady: (ms) => {
      engineStatus.textContent = `The engine is ready (${(ms / 1000).toFixed(1)} s).`;
    },
    onEnd: () => {
      runner.forget();
      engineStatus.textContent = "The engine was stopped. It starts again with the next query.";
    },
  });
  const onRun = (name: string, run: CellRun) => {
    const view = views.find((view) => view.cell.name === name);
    if (view && "show" in view) (view as SqlCellView).show(run);
    if (run.state !== "done" || !run.isWhole) return;
    columns.set(name, run.answer.columns);
    offered.setCells(columns);
    runner.names = offered.names;
  };
  const runner = new Runner(engine, cells, onRun);
  runner.names = offered.names;

  let typing: ReturnType<typeof setTimeout> | undefined;
  const later = (work: () => Promise<unknown>) => {
    clearTimeout(typing);
    typing = setTimeout(work, typingMs);
  };
  const complain = () => {
    const problems = problemsOf(cells());
    for (const view of views)
      view.complain(problems.find(({cell}) => cell === view.cell.name)?.message);
  };
  const events: CellEvents = {
    onChange(view) {
      complain();
      const {name, kind} = view.cell;
      if (kind === "sql") later(() => runner.preview(name));
      if (kind === "input") later(() => runner.follow(name));
    },
    onRename(_, before) {
      complain();
      void runner.drop(before);
    },
    onMove(view, by) {
      const at = views.indexOf(view);
      const to = at + by;
      if (to < 0 || to >= views.length) return;
      views.splice(at, 1);
      views.splice(to, 0, view);
      const {activeElement} = document;
      list.insertBefore(view.element, views[to + 1]?.element ?? null);
      (activeElement as HTMLElement | null)?.focus();
    },
    onRemove(view) {
      views.splice(views.indexOf(view), 1);
      view.element.remove();
      view.destroy();
      complain();
      if (view.cell.kind === "sql") void runner.drop(view.cell.name);
    },
  };
  const viewOf = (cell: Cell): CellView => {
    if (cell.kind === "text") return textCell(cell, {...events, document});
    if (cell.kind === "input")
      return inputCell(cell, {...events, nameRows: nameRows(names), document});
    return sqlCell(cell, {
      ...events,
      completions: offered,
      onRun: (view) => {
        clearTimeout(typing);
        void runner.run(view.cell.name);
      },
      onStop: () => runner.stop(),
      document,
    });
  };
  const show = (notebook: Notebook) => {
    for (const view of views.splice(0)) view.destroy();
    views.push(...notebook.cells.map(viewOf));
    list.replaceChildren(...views.map(({element}) => element));
    complain();
  };
  const add = (kind: CellKind) => {
    const name = freeName(cells(), {sql: "answer", text: "text", input: "value"}[kind]);
    const view = viewOf({name, kind, source: kind === "input" ? "kind: number\nvalue: 10" : ""});
    views.push(view);
    list.append(view.element);
    view.focus();
  };
  show({
    title: "A notebook",
    cells: [
      {
        name: "answer",
        kind: "sql",
        source:
          "select city, count(*) as people\nfrom bank.users\ngroup by city\norder by people desc",
      },
    ],
  });
  const button = (text: string, click: () => void) =>
    html("button", {type: "button", on: {click}}, text);
  return html(
    "div",
    {class: "notebook"},
    html(
      "div",
      {class: "notebook-bar"},
      button(
        "Run all",
        () =>
          void runner.run(
            ...cells()
              .filter(({kind}) => kind === "sql")
              .map(({name}) => name),
          ),
      ),
      engineStatus,
    ),
    list,
    html(
      "div",
      {class: "notebook-add"},
      button("Add a query", () => add("sql")),
      button("Add a text", () => add("text")),
      button("Add an input", () => add("input")),
    ),
  );
}
