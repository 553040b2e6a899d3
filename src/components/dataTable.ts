/**
 * The table of the house: sorted by its headers, with missing values always last, figures aligned, a row of totals,
 * and any number of rows (it adds them as one scrolls). It scrolls inside itself sideways, where its edge fades as long
 * as there is more, and downwards only if it is long. Paper says how many of its rows it has.
 */
import {count} from "../lib/format.js";
import {plural} from "../lib/words.js";
import {assertColumn} from "./channel.js";
import {type Column, columnsOf, type FullColumn, fullColumn, isNumeric} from "./columns.js";
import {type Builder, builder} from "./dom.js";
import {assertOptions, type OptionNames} from "./options.js";
import {inOrder} from "./rowOrder.js";
import {saveMenu, tableFiles} from "./saveMenu.js";
import {classOf, rowOf, totalsOf} from "./tableRow.js";

export interface TableOptions<Row extends object> {
  columns?: readonly Column<Row>[];
  /** What the table holds, for screen readers. */
  caption?: string;
  sort?: {key: keyof Row & string; descending?: boolean};
  /** The height in pixels beyond which a table of more than 25 rows scrolls. */
  maxHeight?: number;
  empty?: string;
  /** The name of the files that it is saved as where it stands alone: below a figure's picture the figure has them. */
  file?: string;
  /** What a figure hands to its picture; a table takes the room that there is. */
  width?: number;
  document?: Document;
}

const optionNames: OptionNames<TableOptions<object>> = {
  columns: true,
  caption: true,
  sort: true,
  maxHeight: true,
  empty: true,
  file: true,
  width: true,
  document: true,
};

/** So many rows are added at a time; paper has those that were added. */
const batch = 200;
/** So many rows are shown without a scroll inside the scroll of the page. */
const mostInSight = 25;

export function dataTable<Row extends object>(
  rows: readonly Row[],
  options: TableOptions<Row> = {},
): HTMLElement {
  assertOptions(options, optionNames);
  const {caption = "Table", maxHeight = 440, sort, empty, file} = options;
  const {document = globalThis.document} = options;
  const make = builder(document);
  const {html} = make;
  if (sort) assertColumn(sort.key, rows);
  const columns = (options.columns ?? columnsOf(rows)).map((column) => fullColumn(column, rows));
  const isLong = rows.length > mostInSight;
  let sorted = rows;
  const body = html("tbody");
  const printed = html("span", {class: "on-paper"});
  const scroller = html("div", {
    class: "table-scroll",
    tabindex: 0,
    role: "region",
    "aria-label": caption,
    style: isLong ? `--max-height:${maxHeight}px` : undefined,
  });
  const root = html(
    "div",
    {class: "data-table"},
    html("div", {class: "table-edge"}, scroller),
    (isLong || file !== undefined) &&
      html(
        "div",
        {class: "table-foot"},
        isLong && html("p", {class: "row-count"}, printed, plural(rows.length, "row")),
        file !== undefined && rows.length > 0 && saved(make, file, () => sorted, options),
      ),
  );
  fadeEdge(root, scroller);
  if (rows.length === 0) {
    scroller.append(html("p", {class: "message"}, empty ?? "Nothing to show: no rows."));
    return root;
  }

  let shown = 0;
  const more = () => {
    const next = sorted.slice(shown, shown + batch);
    body.append(...next.map((row) => rowOf(make, row, columns)));
    shown += next.length;
    printed.textContent = shown < rows.length ? `The first ${count(shown)} of ` : "";
  };
  const heads = columns.map((column) => {
    const button = html(
      "button",
      {type: "button"},
      column.label,
      html("span", {class: "arrow", "aria-hidden": "true"}),
    );
    button.addEventListener("click", () => {
      const was = heads[columns.indexOf(column)]?.getAttribute("aria-sort");
      const isFirstDown = isNumeric(column.kind) && was === null;
      sortBy(column, was === "ascending" || isFirstDown);
    });
    return html("th", {scope: "col", class: classOf(column)}, button);
  });
  const sortBy = (column: FullColumn<Row>, isDescending: boolean) => {
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[columns.indexOf(column)]?.setAttribute(
      "aria-sort",
      isDescending ? "descending" : "ascending",
    );
    sorted = inOrder(rows, column, isDescending);
    shown = 0;
    body.replaceChildren();
    scroller.scrollTop = 0;
    more();
  };

  scroller.append(
    html(
      "table",
      {},
      html("caption", {class: "visually-hidden"}, caption),
      html("thead", {}, html("tr", {}, ...heads)),
      body,
      totalsOf(make, rows, columns),
    ),
  );
  scroller.addEventListener("scroll", () => {
    const isNearEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 400;
    if (isNearEnd && shown < sorted.length) more();
  });
  const first = sort && columns.find(({key}) => key === sort.key);
  if (first) sortBy(first, sort.descending ?? false);
  else more();
  return root;
}

/** The button that saves the rows, in the order in which they are seen. */
function saved<Row extends object>(
  make: Builder,
  name: string,
  rows: () => readonly Row[],
  {columns, document = globalThis.document}: TableOptions<Row>,
): HTMLElement {
  const files = tableFiles(rows, {name, columns, document});
  return make.html(
    "div",
    {class: "actions"},
    saveMenu(make, name, () => files),
  );
}

/** Marks the table as long as there is more of it to the right. */
function fadeEdge(root: HTMLElement, scroller: HTMLElement): void {
  const look = () => {
    const rest = scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft;
    root.classList.toggle("has-more", rest > 1);
  };
  scroller.addEventListener("scroll", look, {passive: true});
  const {ResizeObserver} = root.ownerDocument.defaultView ?? globalThis;
  if (ResizeObserver) new ResizeObserver(look).observe(scroller);
}
