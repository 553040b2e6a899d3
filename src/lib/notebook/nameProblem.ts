import {fileDatabase} from "./filesRead.js";
import {type Cell, isCellName} from "./notebook.js";
import {renamedReads} from "./renamedReads.js";
import {reservedWords} from "./reservedWords.js";
import {namesMade, tableUses} from "./tablesRead.js";

/** What stands before the name of a table, or would on a kept page. */
const databases = new Set(["bank", fileDatabase, "own", "memory", "main", "temp", "system"]);

/** Why a cell cannot be called so from now on, beside files of these names; undefined if it can. */
export function nameProblem(
  wanted: string,
  cell: Pick<Cell, "name" | "kind">,
  cells: readonly Cell[],
  files: readonly string[] = [],
): string | undefined {
  if (!isCellName(wanted))
    return `invalid name of a cell: ${JSON.stringify(wanted)} (write at most 41 letters, digits and _, a letter first)`;
  if (wanted === cell.name) return undefined;
  if (cells.some(({name}) => name === wanted))
    return `a name twice: ${wanted} (another cell has it: write another)`;
  if (cell.kind !== "sql") return undefined;
  if (reservedWords.has(wanted))
    return `reserved word of SQL: ${wanted} (no query could read the cell by it: write another, like ${wanted}_rows)`;
  if (databases.has(wanted))
    return `name of a database: ${wanted} (tables are named behind it: write another, like ${wanted}_rows)`;
  if (files.includes(wanted))
    return `a name twice: ${wanted} (a file has it, and one page may keep both: write another)`;
  const reader = cells.find(
    ({kind, source}) =>
      kind === "sql" && givesName(source, wanted) && renamedReads(source, cell, wanted).length > 0,
  );
  return (
    reader && `a name twice: ${wanted} (the cell ${reader.name} has a table of it: write another)`
  );
}

const givesName = (source: string, name: string) =>
  namesMade(source).includes(name) || tableUses(source).some((use) => use.name === name);
