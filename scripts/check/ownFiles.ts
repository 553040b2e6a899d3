import {existsSync} from "node:fs";
import {join} from "node:path";
import {readOwnFile} from "../../loaders/csv/ownFile.js";
import type {PageCells, PageProblem} from "../../loaders/pages/cells.js";

/** What is wrong with the CSV files that a page reads and that somebody keeps by hand. */
export function ownFileProblems(root: string, {file, files, tables}: PageCells): PageProblem[] {
  const asked = [...files, ...Object.values(tables).map((path) => ({line: 1, path}))];
  return asked
    .filter(({path}) => path.endsWith(".csv") && existsSync(join(root, path)))
    .flatMap(({line, path}) => {
      try {
        readOwnFile(join(root, path));
        return [];
      } catch (error) {
        return [{file, line, message: (error as Error).message}];
      }
    });
}
