/**
 * How a file comes into the engine. CSV, lines of JSON and Arrow are copied into tables of the database `files`; a file of
 * DuckDB is attached under its own name and read where it lies.
 */
import {arrowStream} from "../../lib/notebook/arrowFile.js";
import {csvShape} from "../../lib/notebook/csvShape.js";
import {assertWholeDuckdb, duckdbHeaderBytes} from "../../lib/notebook/duckdbFile.js";
import type {FileKind} from "../../lib/notebook/fileKind.js";
import {fileDatabase} from "../../lib/notebook/filesRead.js";
import {fileText} from "../../lib/notebook/fileText.js";
import {jsonLinesCsv} from "../../lib/notebook/jsonLines.js";
import {quotedName, quotedText} from "../../lib/quotedSql.js";

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
  csvOf(table: string): Promise<Uint8Array>;
}

/** The table of a file that is copied. */
export const tableName = (name: string) => `${fileDatabase}.main.${quotedName(name)}`;
/** What the engine opens. */
export const pathOf = (name: string) => `dropped-${name}`;

type Maker = (engine: FileEngine, file: File, name: string) => Promise<void>;

/** Makes the tables of a file under a name. */
export const makers: Readonly<Record<FileKind, Maker>> = {
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

/** The bytes of a file, which somebody may have moved since it was dropped. */
export async function bytesOf(content: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await content.arrayBuffer();
  } catch (error) {
    throw new Error(`${name} cannot be read: it was moved or changed (drop it again)`, {
      cause: error,
    });
  }
}
