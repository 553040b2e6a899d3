/**
 * A dropped file of a notebook as a table of the project: on the page "Fees", `files.sales` is `own.fees_sales`, whose
 * rows stand in `src/data/fees-sales.csv`.
 */
import type {NotebookFile} from "./notebook.js";

export interface KeptTable extends NotebookFile {
  /** What loaders call it, in `own`, and cells of SQL. */
  readonly table: string;
  /** From the project's root. */
  readonly path: string;
}

/** The table of the file that queries call `name`, on the page of this slug. */
export function keptTable(slug: string, name: string): KeptTable {
  const id = `${slug}-${name.replaceAll("_", "-")}`;
  const file = `${id}.csv`;
  return {name, file, table: id.replaceAll("-", "_"), path: `src/data/${file}`};
}

/** The file of a table that a kept query makes in its `with`; undefined where the table is none of a file. */
export function keptFileOf(name: string, body: string): NotebookFile | undefined {
  const table = /^\s*from (?:own\.)?([a-z0-9_]+)\s*$/.exec(body)?.[1];
  if (!table?.endsWith(`_${name}`)) return undefined;
  return {name, file: `${table.replaceAll("_", "-")}.csv`};
}
