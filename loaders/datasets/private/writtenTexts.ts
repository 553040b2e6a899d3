import {rmSync, writeFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {csvRecords} from "../../../src/lib/csv/csvRecords.js";
import {temporaryPath} from "../../abandoned.js";
import {keyedTexts} from "../formats/keyed.js";

/** What a loader wrote, unpacked, in large pieces as they were written. */
export async function* writtenPieces(target: string, bytes: Uint8Array): AsyncGenerator<string> {
  if (target.endsWith(".keyed")) yield* keyedTexts(bytes);
  else if (target.endsWith(".arrow")) yield* textsOfArrow(bytes);
  else if (target.endsWith(".duckdb")) yield* textsOfDatabase(bytes);
  else yield Buffer.from(bytes).toString("utf8");
}

/** The texts of what a loader wrote, each by itself; of a format that is not known, all of it as one. */
export async function* writtenTexts(target: string, bytes: Uint8Array): AsyncGenerator<string> {
  const isJson = /\.(json|keyed)$/.test(target);
  for await (const piece of writtenPieces(target, bytes)) {
    if (isJson) yield* textsOf(JSON.parse(piece));
    else if (target.endsWith(".csv"))
      for (const {fields} of csvRecords(piece, {from: 0, delimiter: ","})) yield* fields();
    else yield piece;
  }
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield* Object.keys(value);
  for (const part of Object.values(value)) yield* textsOf(part);
}

async function* textsOfArrow(bytes: Uint8Array): AsyncGenerator<string> {
  const {tableFromIPC} = await import("apache-arrow");
  const table = tableFromIPC(bytes);
  for (const [at, {name}] of table.schema.fields.entries()) {
    yield name;
    // as such, from a dictionary, or in lists
    for (const value of table.getChildAt(at) ?? [])
      if (typeof value === "string") yield value;
      else if (typeof value === "object" && value !== null)
        yield* textsOf(JSON.parse(JSON.stringify(value, plainNumber)));
  }
}

const plainNumber = (_: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value;

/** Each text of a column once. */
async function* textsOfDatabase(bytes: Uint8Array): AsyncGenerator<string> {
  const file = `${temporaryPath()}.duckdb`;
  writeFileSync(file, bytes);
  const instance = await DuckDBInstance.create(file, {access_mode: "READ_ONLY"});
  const connection = await instance.connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  try {
    const columns = await ask(
      "select table_name, column_name from duckdb_columns() where data_type like '%VARCHAR%' and not internal",
    );
    for (const [table, column] of columns)
      for (const [value] of await ask(`select distinct "${column}"::varchar from "${table}"`))
        if (value !== null) yield String(value);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(file, {force: true});
  }
}
