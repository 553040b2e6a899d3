import {existsSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {type PageProblem, readCells} from "./cells.js";
import {checkQueries} from "./pageQueries.js";
import {markdownFiles} from "./pages.js";

/** The mistakes in cells and queries of all pages in `src/`; the datasets must be there. */
export async function checkPages(): Promise<PageProblem[]> {
  const root = join(projectRoot, "src");
  const pages = markdownFiles(root).map((file) => readCells(root, file));
  const problems = await checkQueries(pages, (path) =>
    [join(root, path), join(root, ".observablehq/cache", path)].find(existsSync),
  );
  return [...pages.flatMap((page) => page.problems), ...problems];
}

export function describeProblem({file, line, message}: PageProblem): string {
  return `src/${file}:${line}: ${message}`;
}
