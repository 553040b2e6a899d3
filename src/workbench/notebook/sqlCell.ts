import {builder} from "../../components/dom.js";
import {highlighted} from "../../components/sqlText.js";
import {count} from "../../lib/format.js";
import {chartText, parseChart} from "../../lib/notebook/chartChoice.js";
import type {EngineError} from "../../lib/notebook/engineError.js";
import type {Cell} from "../../lib/notebook/notebook.js";
import {withEdits} from "../../lib/notebook/renamedReads.js";
import {plural} from "../../lib/words.js";
import type {Answer} from "./answers.js";
import {answerView} from "./answerView.js";
import {type CellEvents, type CellView, cellFrame} from "./cellFrame.js";
import type {CellRun} from "./cellRun.js";
import type {Completions} from "./completions.js";
import type {SqlEditor} from "./sqlEditor.js";

export interface SqlCellView extends CellView {
  show(run: CellRun): void;
  insert(text: string): void;
}

export interface SqlCellOptions extends CellEvents {
  readonly completions: Completions;
  readonly onRun: (view: SqlCellView) => void;
  /** Whose rows its answer has. */
  readonly sourceOf: (name: string) => string;
  /** Somebody writes in it. */
  readonly onFocus: (view: SqlCellView) => void;
  /** Another chart was chosen. */
  readonly onChart: () => void;
  readonly onStop: () => void;
  readonly document: Document;
}

/** A query: an editor, what it does, and what came of it. */
export function sqlCell(cell: Cell, options: SqlCellOptions): SqlCellView {
  const {completions, document} = options;
  const {html} = builder(document);
  let source = cell.source;
  let editor: SqlEditor | undefined;
  let isGone = false;
  let complaint: string | undefined;
  let answered = "";
  let chart = parseChart(cell.chart ?? "");

  const run = html(
    "button",
    {type: "button", class: "runs", title: "Ctrl+Enter or ⌘+Enter"},
    "Run",
  );
  const stop = html("button", {type: "button", hidden: true}, "Stop");
  const format = html("button", {type: "button"}, "Format");
  const status = html("span", {class: "cell-status", role: "status"});
  const host = html("div", {class: "cell-editor"}, highlighted({html}, source));
  const error = html("div", {class: "cell-error", role: "alert", hidden: true});
  const answer = html("div", {class: "cell-answer"});
  const frame = cellFrame(
    cell,
    {view: () => view, events: options, actions: [run, stop, format, status], document},
    host,
    error,
    answer,
  );

  const isReady = import("./sqlEditor.js").then(({sqlEditor}) => {
    if (isGone) return;
    editor = sqlEditor({
      source,
      label: () => `SQL of ${frame.name()}`,
      completions,
      onChange: (text) => {
        if (text === source) return;
        source = text;
        options.onChange(view);
      },
      onRun: () => options.onRun(view),
      document,
    });
    host.replaceChildren(editor.element);
  });
  host.addEventListener("focusin", () => options.onFocus(view));
  run.addEventListener("click", () => options.onRun(view));
  stop.addEventListener("click", () => options.onStop());
  format.addEventListener("click", async () => {
    const {formattedSql} = await import("./formattedSql.js");
    try {
      if (editor) editor.source = formattedSql(source);
    } catch (reason) {
      status.textContent = `This cannot be formatted: ${messageOf(reason)}`;
    }
  });

  const fail = (told: EngineError | undefined) => {
    error.hidden = told === undefined || told.message === complaint;
    error.replaceChildren(
      ...(told ? [html("pre", {}, told.message)] : []),
      ...(told?.hint ? [html("p", {}, told.hint)] : []),
    );
    editor?.mark(told);
  };
  const view: SqlCellView = {
    element: frame.element,
    get cell() {
      const kept = {name: frame.name(), kind: "sql" as const, source};
      return chart ? {...kept, chart: chartText(chart)} : kept;
    },
    complain(message) {
      complaint = message;
      frame.complain(message);
    },
    edit(edits) {
      source = withEdits(source, edits);
      editor?.edit(edits);
    },
    show(state) {
      if (state.state === "answered") {
        answer.classList.toggle("is-old", state.before !== undefined);
        status.textContent = state.before
          ? `Of before ${state.before} was changed: run it`
          : answered;
        return;
      }
      const isRunning = state.state === "running";
      stop.hidden = !isRunning;
      frame.element.classList.toggle("is-running", isRunning);
      frame.element.setAttribute("aria-busy", String(isRunning));
      if (state.state === "running") status.textContent = "Asking …";
      if (state.state === "stopped") {
        status.textContent = "Stopped";
        answer.classList.add("is-old");
      }
      if (state.state === "failed") {
        status.textContent = "";
        fail(state.error);
        if (state.isWhole) answer.replaceChildren();
        else answer.classList.add("is-old");
      }
      if (state.state === "done") {
        fail(undefined);
        answer.classList.remove("is-old");
        answered = status.textContent = statusText(state.answer, state.isWhole);
        answer.replaceChildren(
          answerView(state.answer, {
            name: frame.name(),
            sql: source,
            source: options.sourceOf(frame.name()),
            chart,
            onChart: (choice) => {
              chart = choice;
              options.onChart();
            },
            document,
          }),
        );
      }
    },
    insert: (text) => void isReady.then(() => editor?.insert(text)),
    focus: () => void isReady.then(() => editor?.focus()),
    destroy() {
      isGone = true;
      editor?.destroy();
    },
  };
  return view;
}

function statusText({total, rowCount, isCut, ms}: Answer, isWhole: boolean): string {
  const time = `${ms < 10 ? ms.toFixed(1) : count(ms)} ms`;
  if (total === undefined) return `The first ${plural(rowCount, "row")} in ${time}; Run gives all`;
  const rows = `${plural(total, "row")} in ${time}`;
  if (isCut) return `${rows}, the first ${count(rowCount)} shown`;
  return isWhole ? rows : `${rows}, as you type`;
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
