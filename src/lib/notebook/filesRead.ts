/** Which files a notebook's queries read, and which of them are not here. */
import {nearest} from "../nearest.js";
import {type Cell, type CellProblem, type NotebookFile, placeOf} from "./notebook.js";
import {pathsRead} from "./tablesRead.js";

/** The database in this browser that holds a table for each file. */
export const fileDatabase = "files";

/** What a query calls files: tables of `files`, tables without a database, and databases of their own. */
function namesRead({kind, source}: Cell, cells: readonly Cell[]): Set<string> {
  if (kind !== "sql") return new Set();
  const ofCells = new Set(cells.map(({name}) => name));
  const names = pathsRead(source).map(([first, second, third]) => {
    if (first === fileDatabase && second !== undefined)
      return second === "main" ? (third ?? second) : second;
    return second === undefined && ofCells.has(first!) ? "" : first!;
  });
  return new Set(names);
}

/** Those of the files that some cell reads. */
export function filesRead<File extends NotebookFile>(
  cells: readonly Cell[],
  files: readonly File[],
): readonly File[] {
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
    if (cell.kind !== "sql") return [];
    const read = namesRead(cell, cells);
    const say = (name: string, message: string): CellProblem[] => [
      {cell: cell.name, message, ...placeOf(cell.source, name)},
    ];
    const lost = known.find(({name}) => read.has(name) && !here.has(name));
    if (lost) return say(lost.name, `missing file: ${lost.name} (drop ${lost.file} on this page)`);
    const [, table = "main"] =
      pathsRead(cell.source).find(
        ([first, second = "main"]) =>
          first === fileDatabase && second !== "main" && !here.has(second),
      ) ?? [];
    if (table === "main") return [];
    const near = nearest(table, [...here]);
    return say(
      table,
      near === undefined
        ? `missing file: ${fileDatabase}.${table} (drop what it was made of, such as ${table}.csv, on this page)`
        : `missing file: ${fileDatabase}.${table} (did you mean ${fileDatabase}.${near}? else drop ${table}.csv, or what it was made of)`,
    );
  });
}
