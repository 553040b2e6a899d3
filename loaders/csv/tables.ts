/**
 * The CSV files as DuckDB tables. Each file is looked through for what DuckDB takes and nobody should: odd quotes
 * (`quoting.ts`) and empty fields behind the last column (`spareFields.ts`). It is read as text and cast where every
 * field keeps its rule (`fieldRules.ts`), in one pass over the file; keys and references are then sets. What is wrong
 * makes the whole table fail, and `fault.ts` reads the file again, slowly, to say where.
 */
import {open} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Table, tables} from "../../src/lib/bank/schema.js";
import {quotedText} from "../../src/lib/quotedSql.js";
import {duckdbTypes} from "../extracts.js";
import {findCsvFault} from "./fault.js";
import {fieldCondition} from "./fieldRules.js";
import {isWellQuoted} from "./quoting.js";
import {mayHaveSpareFields} from "./spareFields.js";
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
  await attachStaged(connection, file);
  for (const table of tables) {
    await stageCsvTable(connection, table, folder);
    await explained(() => assertKeys(connection, table), table, folder);
  }
}

/** Makes a database file the connection's default catalog, empty as yet. */
export async function attachStaged(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(`attach ${quotedText(file)} as staged; use staged`);
}

/** Creates and fills the table of one file, as `stageCsvTables` does; its keys are not looked at. */
export async function stageCsvTable(
  connection: DuckDBConnection,
  table: Table,
  folder: string,
): Promise<void> {
  await assertHeader(table, folder);
  await explained(() => fillTable(connection, table, folder), table, folder);
}

async function fillTable(
  connection: DuckDBConnection,
  table: Table,
  folder: string,
): Promise<void> {
  // at once, so that what one has read of a large file is still in memory for the other
  const file = tableFile(folder, table.name);
  const [filled, look, spare] = await Promise.allSettled([
    connection.run(`create table ${table.name} as ${csvSelect(table, folder)}`),
    isWellQuoted(file),
    mayHaveSpareFields(file, table.columns.length),
  ]);
  if (filled.status === "rejected") throw filled.reason;
  if (look.status === "rejected") throw look.reason;
  if (spare.status === "rejected") throw spare.reason;
  if (!look.value) throw new Error(`odd quotes or line ends: ${table.name}.csv`);
  const fault = spare.value ? await findCsvFault(table, folder) : undefined;
  if (fault !== undefined) throw new Error(fault);
}

/** Does the work; where it fails, the first fault in the table's file is thrown, or else the error itself. */
async function explained(
  work: () => Promise<unknown>,
  table: Table,
  folder: string,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const fault = await findCsvFault(table, folder);
    throw fault === undefined ? error : new Error(fault, {cause: error});
  }
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
