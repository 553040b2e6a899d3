import {dataTable} from "./dataTable.js";

/** The rows of a ```sql cell (an Arrow table, or an array) as the table of the house. */
export function queryResult(
  rows: Iterable<object>,
  {document = globalThis.document} = {},
): HTMLElement {
  const plain = Array.from(rows, (row) =>
    "toJSON" in row && typeof row.toJSON === "function" ? (row.toJSON() as object) : row,
  );
  return dataTable(plain, {caption: "Query result", document});
}
