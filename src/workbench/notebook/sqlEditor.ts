/** The editor of a cell: CodeMirror with SQL, loaded only when a notebook is on the page. */
import {
  acceptCompletion,
  autocompletion,
  CompletionContext,
  closeBrackets,
  closeCompletion,
  completionKeymap,
  completionStatus,
  insertCompletionText,
  moveCompletionSelection,
  pickedCompletion,
  selectedCompletionIndex,
} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab} from "@codemirror/commands";
import {PostgreSQL, SQLDialect} from "@codemirror/lang-sql";
import {bracketMatching, HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import {type Diagnostic, setDiagnostics} from "@codemirror/lint";
import {EditorState, Transaction} from "@codemirror/state";
import {drawSelection, EditorView, keymap, placeholder} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import type {EngineError} from "../../lib/notebook/engineError.js";
import type {Edit} from "../../lib/notebook/renamedReads.js";
import type {Completions} from "./completions.js";

export interface SqlEditorOptions {
  readonly source: string;
  /** What it is called; asked again whenever something changes. */
  readonly label: () => string;
  readonly completions: Completions;
  readonly onChange: (source: string) => void;
  readonly onRun: () => void;
  readonly document: Document;
}

export interface SqlEditor {
  readonly element: HTMLElement;
  source: string;
  /** Writes parts anew, which the reader's own "undo" leaves as they are then. */
  edit(edits: readonly Edit[]): void;
  /** Marks where the engine found a mistake; undefined takes the mark away. */
  mark(error: EngineError | undefined): void;
  /** Writes a text where the cursor is. */
  insert(text: string): void;
  focus(): void;
  destroy(): void;
}

const duckdbWords = [
  ...["describe", "summarize", "pivot", "unpivot", "qualify", "exclude", "replace"],
  ...["asof", "positional", "sample"],
];

/** DuckDB's words on top of those of PostgreSQL, from whose grammar they come. */
const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: [PostgreSQL.spec.keywords, ...duckdbWords].join(" "),
});

const look = HighlightStyle.define([
  {tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--accent)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--gain)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--loss)"},
  {tag: [tags.lineComment, tags.blockComment], color: "var(--ink-muted)"},
  {tag: [tags.typeName, tags.standard(tags.name)], color: "var(--ink)"},
]);

export function sqlEditor({
  source,
  label,
  completions,
  onChange,
  onRun,
  document,
}: SqlEditorOptions): SqlEditor {
  const run = () => {
    closeCompletion(view);
    onRun();
    return true;
  };
  const view = new EditorView({
    root: document,
    state: EditorState.create({
      doc: source,
      extensions: [
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        // nothing is chosen before an arrow chooses it: Enter begins a line. Without a delay: a Tab that comes soon after
        // the list would indent the line
        autocompletion({
          icons: false,
          maxRenderedOptions: 60,
          interactionDelay: 0,
          selectOnOpen: false,
        }),
        keymap.of([
          {key: "Mod-Enter", run},
          {key: "Tab", run: (view) => takeCompletion(view, completions)},
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        placeholder("select … from bank.transactions"),
        syntaxHighlighting(look),
        [duckdb.extension, duckdb.language.data.of({autocomplete: completions.offer})],
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of(() => ({
          "aria-label": label(),
          "aria-description": "Tab indents; Escape, then Tab, leaves the query.",
          autocapitalize: "off",
        })),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    element: view.dom,
    get source() {
      return view.state.doc.toString();
    },
    set source(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
    },
    edit(edits) {
      const changes = edits.map(({from, to, text}) => ({from, to, insert: text}));
      view.dispatch({changes, annotations: Transaction.addToHistory.of(false)});
    },
    mark(error) {
      view.dispatch(setDiagnostics(view.state, error?.place ? [diagnostic(error, view)] : []));
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function diagnostic({message, hint, place}: EngineError, {state}: EditorView): Diagnostic {
  const end = state.doc.length;
  const from = Math.min(place!.from, Math.max(0, end - 1));
  const to = Math.min(end, Math.max(from + 1, place!.to));
  return {from, to, severity: "error", message: [message, hint].filter(Boolean).join("\n")};
}

/** Takes what is chosen of the list, else its first; while a list is still to come, the first that it will have. */
function takeCompletion(view: EditorView, {offer}: Completions): boolean {
  const status = completionStatus(view.state);
  if (status === null) return false;
  if (status === "pending") return takeFirst(view, offer);
  if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
}

/** A list comes a tenth of a second after the last letter: who types faster would have indented the line. */
function takeFirst(view: EditorView, offer: Completions["offer"]): boolean {
  const {state} = view;
  const to = state.selection.main.head;
  const offered = offer(new CompletionContext(state, to, false, view));
  const first = offered?.options[0];
  if (!offered || !first) return false;
  const {apply, label} = first;
  const text = typeof apply === "string" ? apply : label;
  view.dispatch({
    ...insertCompletionText(state, text, offered.from, to),
    annotations: pickedCompletion.of(first),
  });
  return true;
}
