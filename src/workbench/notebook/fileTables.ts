/** The tables of dropped files: made, taken away, told of and written out. */
import {startBytes} from "../../lib/foreignStart.js";
import {type FileKind, fileKind} from "../../lib/notebook/fileKind.js";
import {fileDatabase} from "../../lib/notebook/filesRead.js";
import type {NotebookFile} from "../../lib/notebook/notebook.js";
import {quotedName, quotedText} from "../../lib/quotedSql.js";
import {bytesOf, type FileEngine, makers, pathOf, tableName} from "./fileMakers.js";

export interface FileColumn {
  readonly name: string;
  /** In the engine's words. */
  readonly type: string;
  readonly nullCount: number;
}

export interface FileTable {
  /** `files`, or the name of the database that the file is. */
  readonly database: string;
  /** With its schema before it, where that is not `main`. */
  readonly table: string;
  readonly columns: readonly FileColumn[];
  readonly rowCount: number;
}

/** What a file is. Throws, naming it, on what cannot be read. */
export async function kindOf(file: File): Promise<FileKind> {
  return fileKind(file, new Uint8Array(await bytesOf(file.slice(0, startBytes), file.name)));
}

/** Makes the tables of a file under a name; where that fails, nothing of it stays. Throws, naming the file. */
export async function putFile(
  engine: FileEngine,
  file: File,
  {name, kind}: {name: string; kind: FileKind},
): Promise<readonly FileTable[]> {
  await engine.connection.query(`attach if not exists ':memory:' as ${fileDatabase}`);
  await engine.connection.query(`set search_path = 'memory.main,${fileDatabase}.main'`);
  await takeFile(engine, {name, kind});
  try {
    await makers[kind](engine, file, name);
    return await tablesOf(
      engine,
      kind === "duckdb" ? {database: name} : {database: fileDatabase, table: name},
    );
  } catch (error) {
    await takeFile(engine, {name, kind});
    throw new Error(wordsOf(error, file.name), {cause: error});
  }
}

/** Takes the tables of a file away. */
export async function takeFile(
  {connection, unregister}: FileEngine,
  {name, kind}: {name: string; kind: FileKind},
): Promise<void> {
  if (kind !== "duckdb") {
    await connection.query(`drop table if exists ${tableName(name)}`);
    return;
  }
  await connection.query(`detach database if exists ${quotedName(name)}`);
  await unregister(pathOf(name));
}

/** The rows of a file's table as CSV with a header. Throws where it has none, and where the file is a database. */
export async function fileCsv(
  {csvOf}: FileEngine,
  {name, file, kind, tables}: NotebookFile & {kind: FileKind; tables: readonly FileTable[]},
): Promise<string> {
  if (kind === "duckdb")
    throw new Error(
      `${file} is a database, which no page keeps (drop the tables that it reads as CSV)`,
    );
  if (tables.every(({rowCount}) => rowCount === 0))
    throw new Error(`${file} has no rows (a page keeps a file with some)`);
  return new TextDecoder().decode(await csvOf(tableName(name)));
}

async function tablesOf(
  {connection}: FileEngine,
  {database, table}: {database: string; table?: string},
): Promise<FileTable[]> {
  const rowsOf = async (sql: string) =>
    (await connection.query(sql)).toArray().map((row) => row.toJSON());
  const columns = await rowsOf(
    "select schema_name, table_name, column_name, data_type from duckdb_columns() " +
      `where database_name = ${quotedText(database)} and not internal ` +
      "and (database_name, schema_name, table_name) in (select (database_name, schema_name, table_name) from duckdb_tables()) " +
      `${table === undefined ? "" : `and table_name = ${quotedText(table)} `}` +
      "order by schema_name, table_name, column_index",
  );
  const byTable = new Map<string, Record<string, unknown>[]>();
  for (const column of columns) {
    const key = JSON.stringify([column.schema_name, column.table_name]);
    byTable.set(key, [...(byTable.get(key) ?? []), column]);
  }
  if (byTable.size === 0) throw new Error("no tables (drop a database with some)");
  const tables: FileTable[] = [];
  for (const [key, own] of byTable) {
    const [schema, name] = JSON.parse(key) as [string, string];
    const names = own.map(({column_name}) => String(column_name));
    const counts = names.map((column) => `count(${quotedName(column)})`).join(", ");
    const path = [database, schema, name].map(quotedName).join(".");
    const [row = {}] = await rowsOf(`select count(*), ${counts} from ${path}`);
    const [rowCount = 0, ...known] = Object.values(row).map(Number);
    tables.push({
      database,
      table: schema === "main" ? name : `${schema}.${name}`,
      columns: own.map(({data_type}, at) => ({
        name: names[at]!,
        type: String(data_type),
        nullCount: rowCount - (known[at] ?? 0),
      })),
      rowCount,
    });
  }
  return tables;
}

/** One line that names the file: what the engine says on settings and ways out is for programs. */
function wordsOf(error: unknown, file: string): string {
  const words = error instanceof Error ? error.message : String(error);
  const line = /^.*CSV Error on Line: (\d+)\n(?:Original Line: .*\n)?(.*)/m.exec(words);
  if (line) return `${file} line ${line[1]}: ${line[2]!.replace(/\.$/, "")}`;
  if (/version number (\d+), but we can only read/.test(words))
    return `${file} was written by a newer DuckDB than this page has (write it again: attach 'copy.duckdb' (storage_version 'v1.0.0'); copy from database …)`;
  const [first = ""] = words.split("\n");
  return first.includes(file) ? first : `${file} cannot be read: ${first}`;
}
