import {existsSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {type PageCells, type PageProblem, readCells} from "./cells.js";
import {checkQueries} from "./pageQueries.js";
import {markdownFiles} from "./pages.js";

/**
 * The mistakes in cells and queries of all pages in `src/`, and the files that they read and that neither stand there nor
 * are made by a loader; the datasets must be there.
 */
export async function checkPages(): Promise<PageProblem[]> {
  const root = join(projectRoot, "src");
  const pages = markdownFiles(root).map((file) => readCells(root, file));
  const fileAt = (path: string) =>
    [join(root, path), join(root, ".observablehq/cache", path)].find(existsSync);
  const problems = await checkQueries(pages, fileAt);
  return [
    ...pages.flatMap((page) => [...page.problems, ...missingFiles(page, fileAt)]),
    ...problems,
  ];
}

function missingFiles(
  {file, files}: PageCells,
  fileAt: (path: string) => string | undefined,
): PageProblem[] {
  return files
    .filter(({path}) => fileAt(path) === undefined)
    .map(({line, path}) => ({
      file,
      line,
      message: `neither a file nor a loader: src/${path} (a path begins at the page: ../data/x.csv)`,
    }));
}

export function describeProblem({file, line, message}: PageProblem): string {
  return `src/${file}:${line}: ${message}`;
}
