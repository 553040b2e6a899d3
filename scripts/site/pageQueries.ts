/**
 * Prepares the queries of pages on the engine that readers get: duckdb-wasm, run under Node. A query with a
 * mistake does not fail `observable build`; it would show in the browser.
 */
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {extname, join} from "node:path";
import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import {temporaryPath} from "../../loaders/abandoned.js";
import type {PageCells, PageProblem, PageQuery} from "../../loaders/pages/cells.js";
import {nearest} from "../../src/lib/nearest.js";
import {lostTable, unnamed} from "./lostTable.js";

type Engine = Awaited<ReturnType<typeof duckdb.createDuckDB>>;
type Connection = ReturnType<Engine["connect"]>;

/** Gives the file of a dataset by its path in `src/`; undefined where there is none. */
type DataFile = (path: string) => string | undefined;

/**
 * The problems of the queries on the given pages. A page has the tables that its front matter names, the bank too, and no
 * others: Framework registers none by itself. A page that declares `sql` itself has tables of its own making, which only
 * running it would tell: its queries are left out. Pages without queries cost nothing.
 */
export async function checkQueries(
  pages: readonly PageCells[],
  dataFile: DataFile,
): Promise<PageProblem[]> {
  const declaresSql = ({cells}: PageCells) => cells.some(({names}) => names.includes("sql"));
  const asking = pages.filter((page) => page.queries.length > 0 && !declaresSql(page));
  if (asking.length === 0) return [];
  const engine = await openEngine();
  const folder = temporaryPath();
  mkdirSync(folder);
  try {
    return asking.flatMap((page) => problemsOf(page, {engine, folder, dataFile}));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function problemsOf(
  page: PageCells,
  {engine, folder, dataFile}: {engine: Engine; folder: string; dataFile: DataFile},
): PageProblem[] {
  const connection = engine.connect();
  try {
    connection.query("set autoinstall_known_extensions = false");
    connection.query("set autoload_known_extensions = false");
    for (const [name, path] of Object.entries(page.tables)) {
      const file = dataFile(path);
      if (file === undefined) throw new Error(`table ${name} without a file: ${path}`);
      addTable(engine, connection, name, {file, folder});
    }
    return page.queries.flatMap((query) => prepare(connection, query, page, dataFile));
  } catch (error) {
    return [{file: page.file, line: 1, message: messageOf(error)}];
  } finally {
    connection.close();
    engine.reset();
  }
}

async function openEngine(): Promise<Engine> {
  const {resolve} = createRequire(import.meta.url);
  const bundle = {
    mainModule: resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
    mainWorker: resolve("@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs"),
  };
  const engine = await duckdb.createDuckDB(
    {mvp: bundle, eh: bundle},
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await engine.instantiate();
  return engine;
}

/** Beside each file that it opens, the engine leaves another for its log: `folder` is where that may lie. */
function addTable(
  engine: Engine,
  connection: Connection,
  name: string,
  {file, folder}: {file: string; folder: string},
): void {
  const kind = extname(file);
  if (kind === ".arrow") {
    connection.insertArrowFromIPCStream(readFileSync(file), {name, schema: "main"});
    return;
  }
  const path = join(folder, `${name}${kind}`);
  engine.registerFileBuffer(path, readFileSync(file));
  if (kind === ".csv") connection.insertCSVFromPath(path, {name, schema: "main"});
  else if (kind === ".duckdb") connection.query(`attach '${path}' as "${name}" (read_only)`);
  else throw new Error(`a table of SQL cells must be .duckdb, .csv or .arrow: ${file}`);
}

function prepare(
  connection: Connection,
  {file, line, sql}: PageQuery,
  {tables}: PageCells,
  dataFile: DataFile,
): PageProblem[] {
  try {
    connection.prepare(sql).close();
    return [];
  } catch (error) {
    const message = messageOf(error);
    const within = Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 1);
    const lost = lostTable(message, Object.keys(tables));
    const text =
      lost === undefined
        ? message.split("\n")[0] + meant(message)
        : unnamed(lost, {file, tables, dataFile});
    return [{file, line: line + within - 1, message: text}];
  }
}

/** The nearest of the names that the engine offers, which it does on a line of its own, far ones included. */
function meant(message: string): string {
  const lost = /(?:column "|with name )([\w.]+)/.exec(message)?.[1];
  const offered = /^(?:Candidate bindings:|Did you mean) (.*)$/m.exec(message)?.[1] ?? "";
  const names = Array.from(offered.matchAll(/"((?:[^"]*\.)?([^".]+))"/g), ([, whole, name]) => ({
    whole: whole!,
    name: name!,
  }));
  const near =
    lost &&
    nearest(
      lost,
      Array.from(names, ({name}) => name),
    );
  // one that is right, but for the bank before it
  const said = near === lost ? names.find(({name}) => name === near)?.whole : near;
  return said ? ` (did you mean ${said}?)` : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
