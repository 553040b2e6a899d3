import {builder} from "../../components/dom.js";
import {
  type InputKind,
  type InputSpec,
  inputKinds,
  inputSql,
  parseInput,
  printInput,
} from "../../lib/notebook/inputSpec.js";
import type {Cell} from "../../lib/notebook/notebook.js";
import type {NameRows} from "../../lib/site/searchNames.js";
import {type CellEvents, type CellView, cellFrame} from "./cellFrame.js";
import {customerField} from "./customerField.js";

export interface InputCellOptions extends CellEvents {
  readonly nameRows: NameRows;
  readonly document: Document;
}

/** An input that queries take as `$name`: its value, and what it asks for. */
export function inputCell(cell: Cell, {nameRows, document, ...events}: InputCellOptions): CellView {
  const {html} = builder(document);
  let source = cell.source;
  const field = html("div", {class: "input-field"});
  const settings = html("textarea", {
    class: "input-source",
    hidden: true,
    rows: 6,
    spellcheck: "false",
    "aria-label": "What the input asks for",
  });
  settings.value = source;
  const kind = html(
    "select",
    {"aria-label": "Kind of the input"},
    ...inputKinds.map((kind) => html("option", {value: kind}, kind)),
  );
  const edit = html("button", {type: "button", "aria-expanded": "false"}, "Set up");

  const read = (): InputSpec | undefined => {
    try {
      const spec = parseInput(source);
      inputSql(spec);
      frame.complain(undefined);
      return spec;
    } catch (error) {
      frame.complain(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const change = (text: string) => {
    source = settings.value = text;
    if (read()) events.onChange(view);
  };
  const draw = () => {
    const spec = read();
    if (!spec) return;
    kind.value = spec.kind;
    const take = (value: string) => change(printInput({...spec, value}));
    field.replaceChildren(
      html(
        "label",
        {},
        html("span", {}, spec.label || frame.name()),
        fieldOf(spec, take, {nameRows, document}),
      ),
      html("code", {title: "What a query calls it"}, `$${frame.name()}`),
    );
  };
  kind.addEventListener("change", () => {
    const wanted = kind.value as InputKind;
    change(
      printInput(
        wanted === "choice"
          ? {kind: wanted, label: "", value: "card", choices: ["card", "transfer"]}
          : {kind: wanted, label: "", value: ""},
      ),
    );
    draw();
  });
  edit.addEventListener("click", () => {
    settings.hidden = !settings.hidden;
    edit.setAttribute("aria-expanded", String(!settings.hidden));
  });
  settings.addEventListener("input", () => {
    change(settings.value);
    draw();
  });
  const frame = cellFrame(
    cell,
    {
      view: () => view,
      events: {
        ...events,
        onRename(...told) {
          draw();
          events.onRename(...told);
        },
      },
      actions: [kind, edit],
      document,
    },
    field,
    settings,
  );
  const view: CellView = {
    element: frame.element,
    get cell() {
      return {name: frame.name(), kind: "input" as const, source};
    },
    complain: (message) => message !== undefined && frame.complain(message),
    focus: () => field.querySelector<HTMLElement>("input, select")?.focus(),
    destroy() {},
  };
  draw();
  return view;
}

function fieldOf(
  {kind, value, min, max, choices = []}: InputSpec,
  take: (value: string) => void,
  {nameRows, document}: Pick<InputCellOptions, "nameRows" | "document">,
): HTMLElement {
  const {html} = builder(document);
  if (kind === "person" || kind === "company")
    return customerField(kind, {value, nameRows, onChoice: take, document});
  const field =
    kind === "choice"
      ? html("select", {}, ...choices.map((choice) => html("option", {value: choice}, choice)))
      : html("input", {type: kind, min, max, ...(kind === "number" ? {step: "any"} : {})});
  field.value = value;
  field.addEventListener("input", () => {
    if (field.value !== "") take(field.value);
  });
  return field;
}
