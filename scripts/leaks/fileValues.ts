/** The values of a file, decoded: what a reader with tools finds in its cells. */
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {tableFromIPC} from "apache-arrow";
import {keyedTexts} from "../../loaders/datasets/formats/keyed.js";
import {readRows} from "../../loaders/rows.js";
import {csvRecords} from "../../src/lib/csv/csvRecords.js";
import {delimiterOf} from "../../src/lib/csv/delimiter.js";
import {quotedName, quotedText} from "../../src/lib/quotedSql.js";

/** Values some at a time: one by one they would take several times as long. */
export type Values = AsyncIterable<Iterable<string>> | Iterable<Iterable<string>>;

/**
 * The texts, numbers and names of a CSV, JSON, keyed, Arrow or Parquet file or a DuckDB database, and of a source map; undefined of
 * another file. `bytes` are those of the file unpacked, `path` is where it lies. Reading them throws on a file that is not what
 * its name says.
 */
export function maybeFileValues(name: string, bytes: Buffer, path: string): Values | undefined {
  if (name.endsWith(".keyed")) return keyedValues(bytes);
  if (/\.(json|map)$/.test(name)) return jsonValues(bytes);
  if (name.endsWith(".csv")) return [csvValues(bytes)];
  if (name.endsWith(".arrow")) return [arrowValues(bytes)];
  return /\.(duckdb|parquet)$/.test(name) ? tableValues(path) : undefined;
}

function* keyedValues(bytes: Buffer): Generator<Iterable<string>> {
  for (const text of keyedTexts(bytes)) yield valuesIn(JSON.parse(text));
}

function* jsonValues(bytes: Buffer): Generator<Iterable<string>> {
  yield valuesIn(JSON.parse(bytes.toString("utf8")));
}

/** The values within lists and objects, and the keys of the objects. */
function* valuesIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number" || typeof value === "bigint") yield String(value);
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield* Object.keys(value);
  for (const part of Object.values(value)) yield* valuesIn(part);
}

function* csvValues(bytes: Buffer): Generator<string> {
  const text = bytes.toString("utf8");
  const from = text.startsWith("\ufeff") ? 1 : 0;
  for (const {fields} of csvRecords(text, {from, delimiter: delimiterOf(text)})) yield* fields();
}

function* arrowValues(bytes: Buffer): Generator<string> {
  const table = tableFromIPC(bytes);
  for (const [at, {name}] of table.schema.fields.entries()) {
    yield name;
    // a list or a row of Arrow's own says what it holds only as JSON
    for (const value of table.getChildAt(at) ?? [])
      yield* valuesIn(typeof value === "object" ? JSON.parse(JSON.stringify(value, plain)) : value);
  }
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

async function* tableValues(path: string): AsyncGenerator<Iterable<string>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    if (path.endsWith(".parquet")) {
      yield* rowValues(connection, `from ${quotedText(path)}`);
      return;
    }
    await connection.run(`attach ${quotedText(path)} as site (read_only)`);
    const tables = await readRows(
      await connection.run(
        "select table_name as name from duckdb_tables() where database_name = 'site'",
      ),
    );
    for (const {name} of tables) {
      yield [String(name)];
      yield* rowValues(connection, `from site.${quotedName(String(name))}`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The names of the columns, and the values of the rows, which are read a piece at a time. */
async function* rowValues(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<Iterable<string>> {
  const result = await connection.stream(sql);
  yield result.columnNames();
  for await (const rows of result.yieldRowsJson()) yield valuesIn(rows);
}
