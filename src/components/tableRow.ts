/** The rows of a table as elements: their cells with links, details, bars and signs, and the row of totals. */
import {type FullColumn, isNumeric} from "./columns.js";
import type {Builder} from "./dom.js";

/** What the style sheet knows of a column’s cells. */
export const classOf = <Row extends object>({kind, minor, isLong}: FullColumn<Row>) =>
  [isNumeric(kind) ? "is-number" : `is-${kind}`, minor && "is-minor", isLong && "is-long"]
    .filter(Boolean)
    .join(" ");

/** A row with a cell for each column. */
export function rowOf<Row extends object>(
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

/** The row of sums; none where no column has one. */
export function totalsOf<Row extends object>(
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
