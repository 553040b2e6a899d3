/**
 * A SELECT's rows, streamed out of MariaDB and appended to a DuckDB table. Nothing is kept but one chunk of
 * rows: the server's packets are taken apart and appended in the same turn, and the socket is read on only
 * when that is done, so memory does not grow with the table.
 */
import {type DuckDBAppender, DuckDBDataChunk, type DuckDBValue} from "@duckdb/node-api";
import type {Connection as CoreConnection, FieldPacket} from "mysql2";
import type {Extract} from "../extracts.js";
import type {ExtractTarget} from "../source.js";
import {toVector, vectorTypes} from "./duckdbValues.js";

/** Rows of one DuckDB vector. */
const chunkRows = 2048;

/** How long a server may say nothing while it answers a SELECT. */
const silenceMs = 120_000;

/**
 * Appends the rows of the extract, in order. Returns their number; throws on other columns than declared, on
 * a value that does not fit, and on a connection that breaks or falls silent.
 */
export async function extractRows(
  core: CoreConnection,
  extract: Extract,
  {connection, table}: ExtractTarget,
): Promise<number> {
  const [catalog, name] = splitName(table);
  const appender = await connection.createAppender(name, "main", catalog);
  try {
    const rows = await appendRows(core, extract, appender);
    appender.flushSync();
    return rows;
  } catch (error) {
    appender.clear();
    throw new Error(`extract ${extract.name}: ${reasonOf(error)}`, {cause: error});
  } finally {
    appender.closeSync();
  }
}

function appendRows(
  core: CoreConnection,
  extract: Extract,
  appender: DuckDBAppender,
): Promise<number> {
  const {columns} = extract;
  const converters = columns.map(toVector);
  const types = columns.map(({type}) => vectorTypes[type]);
  let buffer = emptyColumns(columns.length);
  let count = 0;

  const flush = () => {
    if (buffer[0]!.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, buffer[0]!.length);
    chunk.setColumns(buffer);
    appender.appendDataChunk(chunk);
    buffer = emptyColumns(columns.length);
  };

  return new Promise((resolve, reject) => {
    const {stream} = core as unknown as {
      stream: NodeJS.EventEmitter & {setTimeout(ms: number): void};
    };
    const fail = (error: Error) => {
      release();
      core.destroy();
      reject(error);
    };
    const onSilence = () => fail(new Error(`the server said nothing for ${silenceMs / 1000} s`));
    const onClose = () => fail(new Error("the server closed the connection"));
    const release = () => {
      stream.setTimeout(0);
      stream.off("timeout", onSilence);
      stream.off("close", onClose);
      core.off("error", fail);
    };
    stream.setTimeout(silenceMs);
    stream.on("timeout", onSilence);
    stream.on("close", onClose);
    core.on("error", fail); // where mysql2 reports a question to a connection that is closed already

    const query = core.query({sql: extract.sql, rowsAsArray: true});
    query.on("error", fail);
    query.on("fields", (fields: FieldPacket[]) => {
      const found = fields.map((field) => field.name).join(", ");
      const expected = columns.map((column) => column.name).join(", ");
      if (found !== expected) fail(new Error(`columns are ${found}, declared are ${expected}`));
    });
    query.on("result", (row: unknown) => {
      try {
        const values = row as unknown[];
        for (let i = 0; i < converters.length; i++) buffer[i]!.push(converters[i]!(values[i]));
        count += 1;
        if (buffer[0]!.length === chunkRows) flush();
      } catch (error) {
        fail(error as Error);
      }
    });
    query.on("end", () => {
      try {
        flush();
        release();
        resolve(count);
      } catch (error) {
        fail(error as Error);
      }
    });
  });
}

function emptyColumns(count: number): DuckDBValue[][] {
  return Array.from({length: count}, () => []);
}

function splitName(table: string): [catalog: string | undefined, name: string] {
  const [first, second] = table.split(".");
  return second === undefined ? [undefined, first!] : [first, second];
}

function reasonOf(error: unknown): string {
  const {message = String(error), code} = error as {message?: string; code?: string};
  return code ? `${message} (${code})` : message;
}
