import {builder, type Child} from "../../components/dom.js";
import {type Cell, isCellName} from "../../lib/notebook/notebook.js";

/** A cell on the page. Its `cell` is what is kept of it. */
export interface CellView {
  readonly element: HTMLElement;
  readonly cell: Cell;
  /** What is wrong with it among the others; undefined if nothing. */
  complain(message: string | undefined): void;
  focus(): void;
  destroy(): void;
}

/** What a cell tells the notebook around it. */
export interface CellEvents {
  onChange(view: CellView): void;
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
    if (!isCellName(wanted)) {
      field.value = kept;
      complain(
        `invalid name of a cell: ${JSON.stringify(wanted)} (write letters, digits and _, a letter first)`,
      );
      return;
    }
    const before = kept;
    field.value = kept = wanted;
    element.setAttribute("aria-label", labelOf(kept));
    if (before !== kept) events.onRename(view(), before);
  });
  const labelOf = (name: string) => `${kindNames[kind]} ${name}`;
  const button = (text: string, label: string, click: () => void) =>
    html(
      "button",
      {type: "button", title: label, "aria-label": `${label}: ${kept}`, on: {click}},
      text,
    );
  const head = html(
    "header",
    {class: "cell-head"},
    html("span", {class: "cell-kind"}, kindNames[kind]),
    kind !== "text" && field,
    ...actions,
    html(
      "span",
      {class: "cell-place"},
      button("↑", "Move up", () => events.onMove(view(), -1)),
      button("↓", "Move down", () => events.onMove(view(), 1)),
      button("×", "Remove", () => events.onRemove(view())),
    ),
  );
  const element = html(
    "section",
    {class: `cell is-${kind}`, "aria-label": labelOf(name)},
    head,
    ...content,
    complaint,
  );
  return {element, name: () => kept, complain};
}
