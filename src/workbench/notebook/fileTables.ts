/**
 * Files as tables of the engine. CSV, lines of JSON and Arrow are copied into tables of the database `files`; a file of
 * DuckDB is attached under its own name and read where it lies.
 */
import {arrowStream} from "../../lib/notebook/arrowFile.js";
import {csvShape} from "../../lib/notebook/csvShape.js";
import {assertWholeDuckdb, duckdbHeaderBytes} from "../../lib/notebook/duckdbFile.js";
import {type FileKind, fileKind, headBytes} from "../../lib/notebook/fileKind.js";
import {fileDatabase} from "../../lib/notebook/filesRead.js";
import {fileText} from "../../lib/notebook/fileText.js";
import {jsonLinesCsv} from "../../lib/notebook/jsonLines.js";
import {quotedName, quotedText} from "../../lib/notebook/sqlTokens.js";

/** What is asked of the engine's database. */
export interface FileEngine {
  readonly connection: {
    query(sql: string): Promise<{toArray(): {toJSON(): Record<string, unknown>}[]}>;
    insertArrowFromIPCStream(
      bytes: Uint8Array,
      options: {name: string; schema: string; create: boolean},
    ): Promise<void>;
  };
  register(name: string, content: Uint8Array | Blob): Promise<void>;
  unregister(name: string): Promise<void>;
}

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
  return fileKind(file, new Uint8Array(await bytesOf(file.slice(0, headBytes), file.name)));
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

const tableName = (name: string) => `${fileDatabase}.main.${quotedName(name)}`;
/** What the engine opens. */
const pathOf = (name: string) => `dropped-${name}`;

type Maker = (engine: FileEngine, file: File, name: string) => Promise<void>;

const makers: Readonly<Record<FileKind, Maker>> = {
  async csv(engine, file, name) {
    const bytes = new Uint8Array(await bytesOf(file, file.name));
    const {delimiter, hasNames, decimalMark} = csvShape(fileText(bytes, file.name), file.name);
    const options = [
      `delim = ${quotedText(delimiter)}`,
      `header = ${hasNames}`,
      `decimal_separator = ${quotedText(decimalMark)}`,
      `quote = '"', escape = '"', sample_size = -1`,
    ];
    await fromCsv(engine, {bytes, name, options});
  },
  async jsonLines(engine, file, name) {
    const text = fileText(new Uint8Array(await bytesOf(file, file.name)), file.name);
    const {csv, columns} = jsonLinesCsv(text, file.name);
    const types = columns.map(({name, type}) => `${quotedText(name)}: ${quotedText(type)}`);
    const options = [
      `columns = {${types.join(", ")}}`,
      `auto_detect = false, header = false, delim = ',', quote = '"', escape = '"'`,
      "allow_quoted_nulls = false, nullstr = ''",
    ];
    await fromCsv(engine, {bytes: new TextEncoder().encode(csv), name, options});
  },
  async arrow({connection}, file, name) {
    const arrow = await import("npm:apache-arrow");
    const bytes = new Uint8Array(await bytesOf(file, file.name));
    const stream = arrowStream(bytes, file.name, arrow);
    const aside = `dropped ${name}`;
    const from = `memory.main.${quotedName(aside)}`;
    try {
      await connection.insertArrowFromIPCStream(stream.bytes, {
        name: aside,
        schema: "main",
        create: true,
      });
      await connection.query(`create table ${tableName(name)} as from ${from}`);
    } finally {
      await connection.query(`drop table if exists ${from}`);
    }
  },
  async duckdb({connection, register}, file, name) {
    const header = await bytesOf(file.slice(0, duckdbHeaderBytes), file.name);
    assertWholeDuckdb(new Uint8Array(header), file);
    await register(pathOf(name), file);
    await connection.query(`attach ${quotedText(pathOf(name))} as ${quotedName(name)} (read_only)`);
  },
};

async function fromCsv(
  {connection, register, unregister}: FileEngine,
  {bytes, name, options}: {bytes: Uint8Array; name: string; options: readonly string[]},
): Promise<void> {
  const path = `${pathOf(name)}.csv`;
  await register(path, bytes);
  try {
    await connection.query(
      `create table ${tableName(name)} as from read_csv(${[quotedText(path), ...options].join(", ")})`,
    );
  } finally {
    await unregister(path);
  }
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

/** The bytes of a file, which somebody may have moved since it was dropped. */
async function bytesOf(content: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await content.arrayBuffer();
  } catch (error) {
    throw new Error(`${name} cannot be read: it was moved or changed (drop it again)`, {
      cause: error,
    });
  }
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
