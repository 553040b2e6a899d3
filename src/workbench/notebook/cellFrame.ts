import {builder, type Child} from "../../components/dom.js";
import type {Cell} from "../../lib/notebook/notebook.js";
import type {Edit} from "../../lib/notebook/renamedReads.js";

/** A cell on the page. Its `cell` is what is kept of it. */
export interface CellView {
  readonly element: HTMLElement;
  readonly cell: Cell;
  /** What is wrong with it among the others; undefined if nothing. */
  complain(message: string | undefined): void;
  /** Writes anew what a query says of another cell: nothing that its reader does, and no change of its answer. */
  readonly edit?: (edits: readonly Edit[]) => void;
  focus(): void;
  destroy(): void;
}

/** What a cell tells the notebook around it. */
export interface CellEvents {
  onChange(view: CellView): void;
  /** Why it cannot be called so; undefined if it can. */
  nameProblem(view: CellView, wanted: string): string | undefined;
  onRename(view: CellView, before: string): void;
  onMove(view: CellView, by: -1 | 1): void;
  onRemove(view: CellView): void;
}

const widthOf = (name: string) => `width:${Math.max(4, name.length) + 2}ch`;

/** What kinds of cells are called. */
export const kindNames = {sql: "Query", text: "Text", input: "Input"} as const;

/** The frame of a cell: its name, which can be changed, what it can do, and where it is. */
export function cellFrame(
  {kind, name}: Cell,
  {
    view,
    events,
    actions = [],
    document,
  }: {
    view: () => CellView;
    events: CellEvents;
    actions?: readonly Child[];
    document: Document;
  },
  ...content: Child[]
): {element: HTMLElement; name: () => string; complain: CellView["complain"]} {
  const {html} = builder(document);
  let kept = name;
  const field = html("input", {
    class: "cell-name",
    value: name,
    style: widthOf(name),
    spellcheck: "false",
    autocapitalize: "off",
    "aria-label": `Name of the ${kindNames[kind].toLowerCase()}`,
  });
  const complaint = html("p", {class: "cell-complaint", role: "alert", hidden: true});
  const complain = (message: string | undefined) => {
    complaint.hidden = message === undefined;
    complaint.textContent = message ?? "";
  };
  field.addEventListener("input", () => {
    field.style.cssText = widthOf(field.value);
  });
  field.addEventListener("change", () => {
    const wanted = field.value.trim().toLowerCase();
    const problem = events.nameProblem(view(), wanted);
    const before = kept;
    if (!problem) kept = wanted;
    field.value = kept;
    field.style.cssText = widthOf(kept);
    label();
    if (before !== kept) events.onRename(view(), before);
    if (problem) complain(problem);
  });
  const button = (text: string, title: string, click: () => void) =>
    html("button", {type: "button", title, on: {click}}, text);
  const places = [
    button("↑", "Move up", () => events.onMove(view(), -1)),
    button("↓", "Move down", () => events.onMove(view(), 1)),
    button("×", "Remove", () => events.onRemove(view())),
  ];
  const head = html(
    "header",
    {class: "cell-head"},
    html("span", {class: "cell-kind"}, kindNames[kind]),
    kind !== "text" && field,
    ...actions,
    html("span", {class: "cell-place"}, ...places),
  );
  const element = html("section", {class: `cell is-${kind}`}, head, ...content, complaint);
  const label = () => {
    element.setAttribute("aria-label", `${kindNames[kind]} ${kept}`);
    for (const place of places) place.setAttribute("aria-label", `${place.title}: ${kept}`);
  };
  label();
  return {element, name: () => kept, complain};
}
