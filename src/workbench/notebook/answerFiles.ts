import type {Column as TableColumn} from "../../components/columns.js";
import {type SavedAs, tableFiles} from "../../components/saveMenu.js";
import {unitOf} from "../../lib/notebook/chartChoice.js";
import {type Column, type Row, rowsOf} from "../../lib/notebook/columns.js";

/** The files that an answer can be saved as: the rows of these numbers, their columns by the names that the query gave. */
export function answerFiles(
  columns: readonly Column[],
  {name, rows, document}: {name: string; rows: () => readonly number[]; document: Document},
): SavedAs[] {
  return tableFiles<Row>(() => rowsOf(columns, rows()), {
    name,
    columns: columns.map((column) => ({
      key: column.name,
      label: column.name,
      kind: kindOf(column),
    })),
    document,
  });
}

/** A number that is no money keeps each digit that the query gave it, as a spreadsheet shows what has no format. */
function kindOf({name, kind, type}: Column): NonNullable<TableColumn["kind"]> {
  if (kind === "time") return type === "DATE" ? "day" : "instant";
  if (kind === "truth") return "boolean";
  return kind === "number" && unitOf(name) === "money" ? "money" : "text";
}
