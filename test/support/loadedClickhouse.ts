import {randomBytes} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type Ask, askText} from "../../loaders/clickhouse/ask.js";
import {openCsvRows} from "../../scripts/clickhouse/csvRows.js";
import type {Fence} from "../../scripts/clickhouse/fence.js";
import {loadTables, prepareTables, type TableLoad} from "../../scripts/clickhouse/load.js";
import {tables} from "../../src/lib/bank/schema.js";
import {duckdbBank} from "./duckdbBank.js";
import {temporaryFolder} from "./tinyBank.js";

/** The name of a database that no other test has. */
export const newDatabase = (): string => `bank_${randomBytes(4).toString("hex")}`;

/** Fills a database from a folder's CSV files, as the command does. */
export async function loadCsv(
  ask: Ask,
  database: string,
  folder: string,
  {until, since}: Partial<Fence> = {},
): Promise<TableLoad[]> {
  const source = await openCsvRows(folder, ask);
  try {
    await prepareTables(ask, database);
    return await loadTables(ask, source, {until: until ?? source.lastDay, since});
  } finally {
    await source.close();
  }
}

/**
 * Puts the rows of CSV files, each table's from the first folder that has one, in the place of what the tables hold,
 * and asks nothing of them: so that they can hold the rows that a check must find.
 */
export async function fillUnchecked(ask: Ask, ...folders: readonly string[]): Promise<void> {
  const connection = await duckdbBank(...folders);
  const folder = temporaryFolder("parquet");
  for (const {name, columns} of tables) {
    const values = columns.map((column) =>
      column.type === "day" ? `${column.name}::date as ${column.name}` : column.name,
    );
    const file = join(folder, `${name}.parquet`);
    await connection.run(`copy (select ${values.join(", ")} from ${name}) to '${file}'`);
    await askText(ask, `truncate table ${name}`);
    await askText(ask, `insert into ${name} format Parquet`, {data: bytesOf(file)});
  }
  connection.closeSync();
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(file);
}
