/** What is wrong with pages, cells and loaders, found without a browser and without data. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {type PageCells, type PageProblem, readCells} from "../../loaders/pages/cells.js";
import {sourceFiles} from "../../loaders/sourceFiles.js";
import {nearest} from "../../src/lib/nearest.js";
import {checkQueries} from "../site/pageQueries.js";
import {markdownFiles} from "../site/pages.js";
import {compilePages} from "./compile.js";
import {type DatasetColumns, datasetColumns} from "./datasetColumns.js";
import {deadAnchors} from "./deadAnchors.js";
import {openEmptyBank} from "./emptyBank.js";
import {explain} from "./explain.js";
import {ownFileProblems} from "./ownFiles.js";
import {deadPageLinks, lonelyPages, type PageLink, pageLinks} from "./pageLinks.js";
import {pageModule} from "./pageModule.js";
import {pageTypes} from "./pageTypes.js";
import {pathProblems} from "./pathProblems.js";

export interface Findings {
  /** What fails a build, with file, line, value and the nearest name: of the loaders, and of the pages. */
  readonly loaders: readonly string[];
  readonly pages: readonly string[];
  /** What is of no use: a dataset that no page reads, a page to which nothing leads. */
  readonly remarks: readonly string[];
}

const root = join(projectRoot, "src");

/**
 * Checks every page of `src/` and every loader that is SQL; where `datasets` are still being made, queries over their tables
 * come last, and not at all where something is wrong already. Throws where SQL of `sql/` is wrong.
 */
export async function checkPages({
  datasets: made,
}: {
  datasets?: Promise<unknown>;
} = {}): Promise<Findings> {
  const files = markdownFiles(root);
  const pages = files.map((file) => readCells(root, file));
  const links = files.flatMap((file) => pageLinks(root, file));
  const bank = await openEmptyBank();
  try {
    const datasets = await datasetColumns(bank);
    const dataFile = (path: string) => (isBank(path) ? bank.published : fileAt(path));
    const asksMade = ({tables}: PageCells) =>
      Object.values(tables).some((path) => dataFile(path) !== join(root, path) && !isBank(path));
    const [compiled, queried] = await Promise.all([
      compilePages(pages.map(pageModule), pageTypes(datasets)),
      checkQueries(
        pages.filter((page) => !asksMade(page)),
        dataFile,
      ),
    ]);
    const broken = new Map(pages.map(({file, broken}) => [file, broken.join("\n")]));
    const problems = [
      ...pages.flatMap((page) => [...page.problems, ...missingFiles(page, datasets)]),
      ...explain(compiled, {root, datasets, broken}),
      ...queried,
      ...deadPageLinks(root, links, files),
      ...deadAnchors(root, links, files),
      ...(await pathProblems(bank, files)),
      ...pages.flatMap((page) => ownFileProblems(root, page)),
    ];
    if (!made || problems.length === 0) {
      await made;
      const asking = pages.filter(asksMade);
      const isThere = ({tables}: PageCells) => Object.values(tables).every(dataFile);
      problems.push(...(await checkQueries(asking.filter(isThere), dataFile)));
    }
    return {
      loaders: datasets.flatMap(({error}) => error ?? []),
      pages: problems.sort(byPlace).map(describeProblem),
      remarks: remarksOn(datasets, links, files),
    };
  } finally {
    bank.close();
  }
}

const isBank = (path: string) => path === "data/bank.duckdb";

/** A file of the site: one that is there, or one that a loader has made. */
const fileAt = (path: string) =>
  [join(root, path), join(root, ".observablehq/cache", path)].find(existsSync);

function missingFiles(
  {file, files, tables}: PageCells,
  datasets: readonly DatasetColumns[],
): PageProblem[] {
  const targets = datasets.map(({target}) => target);
  const asked = [...files, ...Object.values(tables).map((path) => ({line: 1, path}))];
  return asked
    .filter(({path}) => !existsSync(join(root, path)) && !targets.includes(path))
    .map(({line, path}) => ({
      file,
      line,
      message: `neither a file nor a loader: src/${path}${meantFile(path, targets)}`,
    }));
}

function meantFile(path: string, targets: readonly string[]): string {
  const near = nearest(path, targets);
  return near === undefined
    ? " (a path begins at the page: ../data/x.csv)"
    : ` (did you mean src/${near}?)`;
}

function remarksOn(
  datasets: readonly DatasetColumns[],
  links: readonly PageLink[],
  pages: readonly string[],
): string[] {
  const readers = sourceFiles(root)
    .filter((file) => /\.(md|ts)$/.test(file) && !/^(data|lib)\//.test(file))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n")
    .replace(/\$\{\s*observable\.params\.(\w+)\s*\}/g, "[$1]");
  return [
    ...datasets
      .filter(({target}) => !readers.includes(target))
      .map(
        ({target}) => `src/${target}: no page uses this dataset (remove its loader, or show it)`,
      ),
    ...lonelyPages(links, pages).map(
      (page) => `src/${page}: no page leads here (give it a line in src/index.md)`,
    ),
  ];
}

const byPlace = (a: PageProblem, b: PageProblem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;

function describeProblem({file, line, message}: PageProblem): string {
  return `src/${file}:${line}: ${message}`;
}
