/**
 * The CSV files as DuckDB tables. Each file is read as text and cast where every field keeps its rule
 * (`fieldRules.ts`), in one pass over the file; keys and references are then sets. What is wrong makes the
 * whole table fail, and `fault.ts` reads the file again, slowly, to say where.
 */
import {open} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Table, tables} from "../../src/lib/bank/schema.js";
import {quotedText} from "../../src/lib/quotedSql.js";
import {duckdbTypes} from "../extracts.js";
import {findCsvFault} from "./fault.js";
import {fieldCondition} from "./fieldRules.js";
import {tableFile} from "./tableFile.js";

const invalidRow = "invalid row";

/** The SELECT of a file's typed rows; it fails, saying `invalid row`, at the first field that breaks its rule. */
export function csvSelect(table: Table, folder: string): string {
  const file = quotedText(join(folder, `${table.name}.csv`));
  const columns = table.columns.map(({name}) => `${name}: 'VARCHAR'`).join(", ");
  const casts = table.columns.map(({name, type}) =>
    duckdbTypes[type] === "VARCHAR" ? name : `cast(${name} as ${duckdbTypes[type]}) as ${name}`,
  );
  const conditions = table.columns.map(fieldCondition).join("\n  and ");
  return `select ${casts.join(", ")}
from read_csv(${file}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  strict_mode = true, columns = {${columns}})
where case when ${conditions} then true else error('${invalidRow}') end`;
}

/**
 * Creates and fills a table for each file, every row checked, in a database file of their own, which becomes the
 * connection's default catalog: on disk, so that memory does not grow with the bank. Throws the first fault as one
 * line with file, row, column and value.
 */
export async function stageCsvTables(
  connection: DuckDBConnection,
  folder: string,
  file: string,
): Promise<void> {
  await connection.run(`attach ${quotedText(file)} as staged; use staged`);
  for (const table of tables) {
    await assertHeader(table, folder);
    try {
      await connection.run(`create table ${table.name} as ${csvSelect(table, folder)}`);
      await assertKeys(connection, table);
    } catch (error) {
      throw await explainCsvError(error, [table], folder);
    }
  }
}

/** As `stageCsvTables`, but as views: a file is read when it is asked for, its rows checked, its keys not. */
export async function createCsvViews(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const table of tables) {
    await assertHeader(table, folder);
    await connection.run(`create view ${table.name} as ${csvSelect(table, folder)}`);
  }
}

/** The first fault in the files of the tables that a failed SELECT has read, or else the error itself. */
export async function explainCsvError(
  error: unknown,
  read: readonly Table[],
  folder: string,
): Promise<Error> {
  for (const table of read) {
    const fault = await findCsvFault(table, folder);
    if (fault) return new Error(fault, {cause: error});
  }
  return error instanceof Error ? error : new Error(String(error));
}

async function assertHeader(table: Table, folder: string): Promise<void> {
  const handle = await open(tableFile(folder, table.name));
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const line = buffer
      .toString("utf8", 0, bytesRead)
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/, 1)[0]!;
    const found = line.split(",").map((name) => name.replace(/^"(.*)"$/, "$1"));
    const expected = table.columns.map(({name}) => name);
    const wrong = expected.findIndex((name, i) => found[i] !== name);
    if (wrong === -1 && found.length === expected.length) return;
    const which =
      wrong === -1
        ? `unknown column: ${found[expected.length]}`
        : `missing column: ${expected[wrong]}`;
    throw new Error(
      `row 1 of ${table.name}.csv: ${which} (the header must be ${expected.join(",")}; mend it or run npm run seed)`,
    );
  } finally {
    await handle.close();
  }
}

async function assertKeys(connection: DuckDBConnection, table: Table): Promise<void> {
  const key = table.key.length === 1 ? table.key[0] : `(${table.key.join(", ")})`;
  // Null is not in an empty table either, so a nullable reference is only looked up where there is one.
  const checks = [
    `count(*) = count(distinct ${key})`,
    ...table.columns.flatMap(({name, references}) =>
      references
        ? [
            `count_if(${name} is not null and ${name} not in (select ${references.column} from ${references.table})) = 0`,
          ]
        : [],
    ),
  ];
  const reader = await connection.runAndReadAll(`select ${checks.join(", ")} from ${table.name}`);
  if (reader.getRows()[0]!.includes(false))
    throw new Error(`${table.name}.csv: a key repeats or a reference is unknown`);
}
