/** Which files a notebook's queries read, and which of them are not here. */
import type {Cell, CellProblem, NotebookFile} from "./notebook.js";
import {pathsRead} from "./tablesRead.js";

/** The database in this browser that holds a table for each file. */
export const fileDatabase = "files";

/** What a query calls files: tables of `files`, tables without a database, and databases of their own. */
function namesRead({kind, source}: Cell, cells: readonly Cell[]): Set<string> {
  if (kind !== "sql") return new Set();
  const ofCells = new Set(cells.map(({name}) => name));
  const names = pathsRead(source).map(([first, second]) => {
    if (first === fileDatabase && second !== undefined) return second === "main" ? "" : second;
    return second === undefined && ofCells.has(first!) ? "" : first!;
  });
  return new Set(names);
}

/** Those of the files that some cell reads. */
export function filesRead(
  cells: readonly Cell[],
  files: readonly NotebookFile[],
): readonly NotebookFile[] {
  const read = new Set(cells.flatMap((cell) => [...namesRead(cell, cells)]));
  return files.filter(({name}) => read.has(name));
}

/**
 * What each cell misses: a table of `files` that is not `here`, or a file that the notebook was written with, which is
 * among `known`.
 */
export function missingFiles(
  cells: readonly Cell[],
  {here, known}: {here: ReadonlySet<string>; known: readonly NotebookFile[]},
): CellProblem[] {
  return cells.flatMap((cell) => {
    const read = namesRead(cell, cells);
    const lost = known.find(({name}) => read.has(name) && !here.has(name));
    if (lost) return [{cell: cell.name, message: missing(lost.name, lost.file)}];
    if (cell.kind !== "sql") return [];
    const path = pathsRead(cell.source).find(
      ([first, second]) => first === fileDatabase && second !== undefined && !here.has(second),
    );
    const table = path?.[1];
    return table === undefined || table === "main"
      ? []
      : [
          {
            cell: cell.name,
            message: missing(`${fileDatabase}.${table}`, `what it was made of, such as ${table}.csv,`),
          },
        ];
  });
}

const missing = (name: string, file: string) => `missing file: ${name} (drop ${file} on this page)`;
