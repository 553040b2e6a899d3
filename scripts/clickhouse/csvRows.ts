import {createReadStream} from "node:fs";
import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {temporaryPath} from "../../loaders/abandoned.js";
import {type Ask, askText} from "../../loaders/clickhouse/ask.js";
import {stampBank} from "../../loaders/csv/bankStamp.js";
import {maybeManifest} from "../../loaders/csv/manifest.js";
import {stageCsvTables} from "../../loaders/csv/tables.js";
import {readRows} from "../../loaders/rows.js";
import {quotedText} from "../../src/lib/quotedSql.js";
import {rowsWithin, valueWithin} from "./fence.js";
import type {SourceOfRows} from "./sourceOfRows.js";

/**
 * The CSV files of a folder. Each row is checked as the site's own reading of the files does, by DuckDB, which hands
 * Parquet to ClickHouse. Throws the first fault as one line with file, row, column and value.
 */
export async function openCsvRows(folder: string, ask: Ask): Promise<SourceOfRows> {
  const stamp = stampBank(folder);
  const own = temporaryPath();
  await mkdir(own);
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: own,
    memory_limit: "1GB", // what needs more of a large bank goes to the disk
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(own, {recursive: true, force: true});
  };
  try {
    await stamp.during(() => stageCsvTables(connection, folder, join(own, "bank.duckdb")));
    const manifest = maybeManifest(folder);
    stamp.assertUnchanged();
    const days = await readRows(await connection.run("select max(day) as last_day from calendar"));
    return {
      label: "from the CSV files",
      lastDay: String(days[0]!.last_day),
      parameters: Object.entries(manifest?.parameters ?? {}).map(
        ([name, value]) => [name, JSON.stringify(value)] as const,
      ),
      async fill(table, into, fence) {
        const values = table.columns.map(({name, type}) => {
          const value = valueWithin(table, name, fence, (other) => other);
          return `${type === "day" ? `cast(${value} as date)` : value} as ${name}`;
        });
        const file = join(own, `${table.name}.parquet`);
        await connection.run(
          `copy (select ${values.join(", ")} from ${table.name} where ${rowsWithin(table, fence)})
          to ${quotedText(file)} (format parquet)`,
        );
        await askText(ask, `insert into ${into} format Parquet`, {data: createReadStream(file)});
        await rm(file);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
