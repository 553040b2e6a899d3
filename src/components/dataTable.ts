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

export interface TableOptions<Row extends object> {
  columns?: readonly Column<Row>[];
  /** What the table holds, for screen readers. */
  caption?: string;
  sort?: {key: keyof Row & string; descending?: boolean};
  /** The height in pixels beyond which a table of more than 25 rows scrolls. */
  maxHeight?: number;
  empty?: string;
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
  const {caption = "Table", maxHeight = 440, sort, empty, document = globalThis.document} = options;
  const make = builder(document);
  const {html} = make;
  if (sort) assertColumn(sort.key, rows);
  const columns = (options.columns ?? columnsOf(rows)).map((column) => fullColumn(column, rows));
  const isLong = rows.length > mostInSight;
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
    isLong && html("p", {class: "row-count"}, printed, plural(rows.length, "row")),
  );
  fadeEdge(root, scroller);
  if (rows.length === 0) {
    scroller.append(html("p", {class: "message"}, empty ?? "Nothing to show: no rows."));
    return root;
  }

  let sorted = rows;
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

const classOf = <Row extends object>({kind, minor, isLong}: FullColumn<Row>) =>
  [isNumeric(kind) ? "is-number" : `is-${kind}`, minor && "is-minor", isLong && "is-long"]
    .filter(Boolean)
    .join(" ");

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

function rowOf<Row extends object>(
  {html}: Builder,
  row: Row,
  columns: readonly FullColumn<Row>[],
): HTMLElement {
  return html(
    "tr",
    {},
    ...columns.map((column) => {
      const href = column.href?.(row);
      const text = column.text(row);
      const share = column.share(row);
      const style = share === 0 ? undefined : `--bar:${Math.round(1000 * Math.abs(share)) / 10}%`;
      const isBelow = share < 0 ? " is-below" : "";
      return html(
        "td",
        {
          class: `${classOf(column)}${column.bar ? " has-bar" : ""}${isBelow}${signOf(column, row)}`,
          style,
        },
        href ? html("a", {href}, text) : text,
        column.detail !== undefined && html("span", {class: "detail"}, column.detail(row)),
      );
    }),
  );
}

function signOf<Row extends object>({isSigned, key}: FullColumn<Row>, row: Row): string {
  const value = isSigned ? Number(row[key] ?? 0) : 0;
  return value === 0 ? "" : value > 0 ? " is-gain" : " is-loss";
}

function totalsOf<Row extends object>(
  {html}: Builder,
  rows: readonly Row[],
  columns: readonly FullColumn<Row>[],
): HTMLElement | false {
  if (!columns.some(({total}) => total)) return false;
  const cells = columns.map((column, index) => {
    const sum = () => rows.reduce((sum, row) => sum + Number(row[column.key] ?? 0), 0);
    const text = column.total
      ? column.text({[column.key]: sum()} as Row)
      : index === 0
        ? "Total"
        : "";
    return html("td", {class: classOf(column)}, text);
  });
  return html("tfoot", {}, html("tr", {}, ...cells));
}
