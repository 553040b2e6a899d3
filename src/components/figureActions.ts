import {type Cell, csvText} from "../lib/csvText.js";
import type {Builder} from "./dom.js";
import {highlighted} from "./sqlText.js";

/** A text that is read when somebody looks: what `FileAttachment("../data/x.csv.sql")` gives. */
export interface Query {
  text(): Promise<string>;
}

/** What a figure can hand over: its rows as a file and as a table, and the SQL that made them. */
export interface Handover {
  id: string;
  rows: readonly object[];
  keys: readonly string[];
  table: () => HTMLElement;
  sql: string | Query | undefined;
  code?: Query | undefined;
}

/**
 * The one quiet row of actions below a figure: its data as a table, the same as a file, the SQL (or code) in a fold, and a
 * link to the figure. `picture` and the table take each other's place.
 */
export function figureActions(
  make: Builder,
  document: Document,
  picture: HTMLElement,
  {id, rows, keys, table, sql, code}: Handover,
): {row: HTMLElement; folds: HTMLElement} {
  const {html} = make;
  const folds = html("div", {class: "folds"});
  const dataFold = html("div", {class: "fold", id: `${id}-data`, hidden: true});
  const sqlFold = html("div", {class: "fold", id: `${id}-sql`, hidden: true});
  folds.append(dataFold, sqlFold);

  const data = toggle(make, "Table", dataFold, (isOpen) => {
    picture.hidden = isOpen;
    if (isOpen && dataFold.childElementCount === 0) dataFold.append(table());
  });
  const file = html(
    "button",
    {
      type: "button",
      on: {click: () => save(document, `${id}.csv`, csvText(rows as Record<string, Cell>[], keys))},
    },
    "CSV",
  );
  const source = code ?? sql;
  const query =
    source !== undefined &&
    toggle(make, code ? "Code" : "SQL", sqlFold, async (isOpen) => {
      if (!isOpen || sqlFold.childElementCount > 0) return;
      const asked = typeof source === "string" ? source : source.text();
      const text = await Promise.resolve(asked).catch((error) => `-- ${String(error)}`);
      sqlFold.append(highlighted(make, text));
    });
  const link = html("a", {href: `#${id}`, "aria-label": "Link to this figure"}, "Link");
  return {row: html("div", {class: "actions"}, data, file, query, link), folds};
}

function toggle(
  {html}: Builder,
  text: string,
  fold: HTMLElement,
  onToggle: (isOpen: boolean) => void,
): HTMLButtonElement {
  const button = html(
    "button",
    {type: "button", "aria-expanded": "false", "aria-controls": fold.id},
    text,
  );
  button.addEventListener("click", () => {
    fold.hidden = !fold.hidden;
    button.setAttribute("aria-expanded", String(!fold.hidden));
    onToggle(!fold.hidden);
  });
  return button;
}

/** Hands a text to the browser as a file to save. */
function save(document: Document, name: string, text: string): void {
  const {URL, Blob} = document.defaultView ?? globalThis;
  const url = URL.createObjectURL(new Blob([text], {type: "text/csv;charset=utf-8"}));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
