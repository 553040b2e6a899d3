import {dataTable} from "./dataTable.js";
import {queryRows} from "./queryRows.js";

/** The rows of a ```sql cell (an Arrow table, or an array) as the table of the house. */
export function queryResult(
  rows: Iterable<object>,
  {document = globalThis.document} = {},
): HTMLElement {
  return dataTable(queryRows(rows), {caption: "Query result", file: "query-result", document});
}
