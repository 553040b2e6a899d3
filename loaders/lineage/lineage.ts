/**
 * The dependence of page on figure on dataset on table on column, drawn from the code: pages are read as they are checked
 * and built, SELECTs as DuckDB plans them, and TypeScript loaders by the texts in their code. What a loader composes while
 * it runs cannot be planned: its tables and columns are then those that its texts name.
 */
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {tableNames} from "../../src/lib/bank/schema.js";
import {measureNames} from "../../src/lib/measures/measures.js";
import type {LineageNode} from "../../src/lib/site/lineage.js";
import {pageEntries} from "../../src/lib/site/searchEntries.js";
import {type Dataset, findDatasets} from "../datasets/dataset.js";
import {projectRoot} from "../environment.js";
import {readInput} from "../inputFiles.js";
import {readCells} from "../pages/cells.js";
import {pageFiles} from "../pages/pageFiles.js";
import {readSqlFolder} from "../sqlText.js";
import {openColumnsRead} from "./columnsRead.js";
import {frameFiles} from "./frameFiles.js";
import {loaderTexts, type ProgramText} from "./loaderTexts.js";
import {pageParts} from "./pageParts.js";
import {tableWords} from "./tableWords.js";

const root = join(projectRoot, "src");

type Reader = Awaited<ReturnType<typeof openColumnsRead>>;

/** Every page, figure, dataset, table and column, each with what it is made of. `connection` reads a snapshot as `bank`. */
export async function readLineage(connection: DuckDBConnection): Promise<LineageNode[]> {
  const reader = await openColumnsRead(connection);
  const datasets = findDatasets();
  const code = datasets.filter(({language}) => language === "ts").map(({loader}) => loader);
  const texts = await loaderTexts(code);
  const made = [];
  for (const dataset of datasets)
    made.push(await datasetNode(dataset, datasets, reader, texts.get(dataset.loader) ?? []));
  const pages = [];
  for (const file of pageFiles(root)) pages.push(...(await pageNodes(file, datasets, reader)));
  return [...pages, ...frameNodes(datasets), ...made, ...(await tableNodes(reader))];
}

const questionOf = (text: string) => /^(?:--|\/\/) (.+\?)$/m.exec(text)?.[1] ?? null;
const columnIds = (columns: readonly string[]) => columns.map((column) => `column:${column}`);
const unique = (ids: readonly string[]) => [...new Set(ids)].sort();
const measuresIn = (text: string) => measureNames.filter((name) => text.includes(`bank.${name}(`));

/** The dataset that a page means by a file, its loader's text included: `data/x.csv` and `data/x.csv.sql`. */
function datasetId(path: string, datasets: readonly Dataset[]): string[] {
  const found = datasets.find(({target, loader}) => path === target || `src/${path}` === loader);
  return found ? [`dataset:${found.target.slice("data/".length)}`] : [];
}

async function datasetNode(
  {target, loader, language}: Dataset,
  datasets: readonly Dataset[],
  reader: Reader,
  texts: readonly ProgramText[],
): Promise<LineageNode> {
  const text = readInput(join(projectRoot, loader));
  const name = target.slice("data/".length);
  const reads =
    language === "sql"
      ? columnIds(await columnsOfText(text.replace(/[\s;]+$/, ""), true, reader))
      : await readsOfCode(texts, datasets, reader);
  return {
    id: `dataset:${name}`,
    kind: "dataset",
    name,
    text: questionOf(text),
    path: null,
    file: loader,
    measures: measuresIn(text),
    reads: reads.filter((id) => id !== `dataset:${name}`),
  };
}

/** SQL that selects from the bank, as a program writes it. */
const isQuery = (text: string) => /\b(?:from|join)\s+bank\.\w/.test(text);

/** Looked for at the end of a text, which may be long. */
const queryFolder = /(?<=^|\/)sql\/(?:publish|checks)$/;

async function readsOfCode(
  texts: readonly ProgramText[],
  datasets: readonly Dataset[],
  reader: Reader,
): Promise<string[]> {
  const selects = new Set(
    datasets.filter(({language}) => language === "sql").map(({target}) => target),
  );
  const reads: string[] = [];
  for (const {text, isWhole} of texts) {
    const folder = queryFolder.exec(text.slice(-20))?.[0];
    for (const {sql} of folder ? readSqlFolder(join(projectRoot, folder)) : [])
      reads.push(...columnIds(await columnsOfText(sql, true, reader)));
    if (selects.has(`data/${text}`)) reads.push(`dataset:${text}`);
    if (isQuery(text)) reads.push(...columnIds(await columnsOfText(text, isWhole, reader)));
  }
  return unique(reads);
}

/** As the engine plans a text; where it is no SELECT by itself, the columns that it names of the tables that it names. */
async function columnsOfText(text: string, isWhole: boolean, reader: Reader): Promise<string[]> {
  if (isWhole)
    try {
      return await reader.columnsRead(text);
    } catch (error) {
      // a part of a query, or one over tables that are not the bank's: what it names is looked for below
      if (!(error instanceof Error)) throw error;
    }
  const words = new Set(text.match(/\w+/g));
  return [...reader.columns].flatMap(([table, columns]) =>
    new RegExp(`\\bbank\\.${table}\\b`).test(text)
      ? columns.filter((column) => words.has(column)).map((column) => `${table}.${column}`)
      : [],
  );
}

async function pageNodes(
  file: string,
  datasets: readonly Dataset[],
  reader: Reader,
): Promise<LineageNode[]> {
  const markdown = readInput(join(root, file));
  if (/^draft: true$/m.test(markdown)) return [];
  const page = file.slice(0, -".md".length);
  const path = page === "index" ? "" : page;
  const entries = pageEntries(path, markdown, () => undefined);
  const titleOf = (path: string) => entries.find((entry) => entry.path === path)?.title;
  const figures: LineageNode[] = [];
  const answers = new Map<string, LineageNode>();
  const own: string[] = [];
  for (const {figure, files, queries} of pageParts(readCells(root, file))) {
    const reads = files.flatMap((path) => datasetId(path, datasets));
    for (const {name, sql} of queries) {
      const id = `dataset:${page}: ${name}`;
      reads.push(id);
      answers.set(id, await answerNode(id, sql, {page, file, reader}));
    }
    if (figure === undefined) own.push(...reads);
    else
      figures.push({
        id: `figure:${page}#${figure}`,
        kind: "figure",
        name: figure,
        text: titleOf(`${path}#${figure}`) ?? null,
        path: `${path}#${figure}`,
        file: `src/${file}`,
        measures: [],
        reads: unique(reads),
      });
  }
  const node: LineageNode = {
    id: `page:${page}`,
    kind: "page",
    name: titleOf(path) ?? page,
    text: entries[0]?.text ?? null,
    path,
    file: `src/${file}`,
    measures: [],
    reads: unique([...figures.map(({id}) => id), ...own]),
  };
  return [node, ...figures, ...answers.values()];
}

/** What a page asks of the published bank itself, in the reader's browser. */
async function answerNode(
  id: string,
  sql: string,
  {page, file, reader}: {page: string; file: string; reader: Reader},
): Promise<LineageNode> {
  return {
    id,
    kind: "dataset",
    name: id.slice("dataset:".length),
    text: "A query that the page asks in the reader’s browser",
    path: page,
    file: `src/${file}`,
    measures: measuresIn(sql),
    // a value of the page, `?`, must be one that the engine cannot work out before it runs
    reads: columnIds(
      await columnsOfText(sql.replaceAll("?", "cast(random() as varchar)"), true, reader),
    ),
  };
}

/** What every page has around its text reads datasets too: the search above it. */
function frameNodes(datasets: readonly Dataset[]): LineageNode[] {
  return [
    {
      id: "page:*",
      kind: "page",
      name: "Every page",
      text: "The search above its text",
      path: "",
      file: "src/components/frame",
      measures: [],
      reads: unique(frameFiles().flatMap((path) => datasetId(path, datasets))),
    },
  ];
}

async function tableNodes(reader: Reader): Promise<LineageNode[]> {
  const selects = new Map(
    ["sql/extract", "sql/derived"].flatMap((folder) =>
      readSqlFolder(join(projectRoot, folder)).map(
        (text) => [text.name, {...text, folder}] as const,
      ),
    ),
  );
  const nodes: LineageNode[] = [];
  for (const [table, columns] of reader.columns) {
    const select = selects.get(table);
    // an extract asks the source, whose tables have the same names
    const isExtract = select?.folder === "sql/extract";
    const sql =
      (isExtract ? select?.sql.replace(/\b(from|join) (?=\w)/g, "$1 bank.") : select?.sql) ?? "";
    const read = tableNames.some((name) => name === table)
      ? []
      : await columnsOfText(sql, sql !== "", reader);
    const words = tableWords(table, select?.sql);
    nodes.push({
      id: `table:${table}`,
      kind: "table",
      name: table,
      text: words.grain,
      path: null,
      file: select ? `${select.folder}/${table}.sql` : null,
      measures: measuresIn(select?.sql ?? ""),
      reads: columnIds(read),
    });
    for (const column of columns)
      nodes.push({
        id: `column:${table}.${column}`,
        kind: "column",
        name: `${table}.${column}`,
        text: words.columns.get(column) ?? null,
        path: null,
        file: null,
        measures: [],
        reads: [],
      });
  }
  return nodes;
}
