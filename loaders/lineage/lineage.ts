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
import {type ColumnsRead, openColumnsRead} from "../datasets/reads/columnsRead.js";
import {loaderCode, type ProgramText} from "../datasets/reads/loaderTexts.js";
import {columnsOfText, readsOfCode} from "../datasets/reads/textReads.js";
import {projectRoot} from "../environment.js";
import {noteInputs, readInput} from "../inputFiles.js";
import {readCells} from "../pages/cells.js";
import {pageFiles} from "../pages/pageFiles.js";
import {readSqlFolder} from "../sqlText.js";
import {frameFiles} from "./frameFiles.js";
import {pageParts} from "./pageParts.js";
import {tableWords} from "./tableWords.js";

const root = join(projectRoot, "src");

/**
 * Every page, figure, dataset, table and column, each with what it is made of. `connection` reads a snapshot as `bank`. Of a site
 * that `has` certain pages only, nothing is told of the others, nor of what only they read.
 */
export async function readLineage(
  connection: DuckDBConnection,
  {has}: {has?: ((page: string) => boolean) | undefined} = {},
): Promise<LineageNode[]> {
  const reader = await openColumnsRead(connection);
  const datasets = findDatasets();
  const code = datasets.filter(({language}) => language === "ts").map(({loader}) => loader);
  const programs = await loaderCode(code);
  // what the lineage is made of: the loaders, and their modules
  for (const {inputs} of programs.values()) noteInputs(inputs);
  const made = [];
  for (const dataset of datasets)
    made.push(
      await datasetNode(dataset, datasets, reader, programs.get(dataset.loader)?.texts ?? []),
    );
  const pages = [];
  for (const file of pageFiles(root))
    if (!has || has(file.slice(0, -".md".length)))
      pages.push(...(await pageNodes(file, datasets, reader)));
  const nodes = [...pages, ...frameNodes(datasets), ...made, ...(await tableNodes(reader))];
  return has ? nodes.filter(isReached(nodes)) : nodes;
}

/** Whether a node is a page, a table or a column, or something that one of these is made of. */
function isReached(nodes: readonly LineageNode[]): (node: LineageNode) => boolean {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const reached = new Set<string>();
  const visit = ({id, reads}: LineageNode): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const read of reads) if (known.has(read)) visit(known.get(read)!);
  };
  for (const node of nodes) if (["page", "table", "column"].includes(node.kind)) visit(node);
  return ({id}) => reached.has(id);
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
  reader: ColumnsRead,
  texts: readonly ProgramText[],
): Promise<LineageNode> {
  const text = readInput(join(projectRoot, loader));
  const name = target.slice("data/".length);
  const reads =
    language === "sql"
      ? columnIds(await columnsOfText(text.replace(/[\s;]+$/, ""), true, reader))
      : await idsOfCode(texts, datasets, reader);
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

async function idsOfCode(
  texts: readonly ProgramText[],
  datasets: readonly Dataset[],
  reader: ColumnsRead,
): Promise<string[]> {
  const {columns, targets} = await readsOfCode(texts, datasets, reader);
  return unique([
    ...columnIds(columns),
    ...targets.map((target) => `dataset:${target.slice("data/".length)}`),
  ]);
}

async function pageNodes(
  file: string,
  datasets: readonly Dataset[],
  reader: ColumnsRead,
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
  {page, file, reader}: {page: string; file: string; reader: ColumnsRead},
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

async function tableNodes(reader: ColumnsRead): Promise<LineageNode[]> {
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
