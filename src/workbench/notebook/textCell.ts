import {builder} from "../../components/dom.js";
import type {Cell} from "../../lib/notebook/notebook.js";
import {type CellEvents, type CellView, cellFrame} from "./cellFrame.js";

/** A text in markdown: shown as it reads, and written where somebody asks to. HTML in it stays text. */
export function textCell(
  cell: Cell,
  {document, ...events}: CellEvents & {document: Document},
): CellView {
  const {html} = builder(document);
  let source = cell.source;
  const edit = html("button", {type: "button", "aria-expanded": "false"}, "Edit");
  const field = html("textarea", {
    class: "text-source",
    hidden: true,
    "aria-label": "Text in markdown",
  });
  field.value = source;
  const shown = html("div", {class: "text-shown"}, source);
  const draw = async () => {
    const {textMarkdown} = await import("../../lib/notebook/textMarkdown.js");
    shown.innerHTML = textMarkdown().render(source);
  };
  const toggle = (isEdited: boolean) => {
    field.hidden = !isEdited;
    shown.hidden = isEdited;
    edit.textContent = isEdited ? "Done" : "Edit";
    edit.setAttribute("aria-expanded", String(isEdited));
    if (isEdited) field.focus();
    else void draw();
  };
  edit.addEventListener("click", () => toggle(field.hidden === true));
  field.addEventListener("input", () => {
    source = field.value;
    field.rows = Math.max(3, source.split("\n").length + 1);
    events.onChange(view);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey)))
      toggle(false);
  });
  shown.addEventListener("dblclick", () => toggle(true));
  const frame = cellFrame(
    cell,
    {view: () => view, events, actions: [edit], document},
    shown,
    field,
  );
  const view: CellView = {
    element: frame.element,
    get cell() {
      return {name: frame.name(), kind: "text" as const, source};
    },
    complain: frame.complain,
    focus: () => toggle(true),
    destroy() {},
  };
  void draw();
  return view;
}
