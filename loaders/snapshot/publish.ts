/**
 * The published file: what may leave the house, as a DuckDB file that the browser queries. The SELECTs in
 * `sql/publish/` are the allow-list, by table and by column; what none of them names stays in. The measures go
 * along, as macros. The file is written in the storage format of DuckDB 1.0, which the browser's engine (1.4) reads.
 *
 * What may leave is handed over as Parquet to a process that has read nothing else, and writes the file: DuckDB fills
 * no gap in what it writes, and an account number, or a row of the edition made before, must not be what is in it
 * (decision 22).
 *
 * The same snapshot gives the same tables, row by row, but not the same bytes: DuckDB samples text at random
 * when it chooses how to compress it. The runner makes the file only when its inputs have changed.
 */
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {quotedText} from "../../src/lib/quotedSql.js";
import {temporaryPath} from "../abandoned.js";
import {projectRoot} from "../environment.js";
import {explainSqlError, readSqlFolder, type SqlText, tablesRead} from "../sqlText.js";
import {runInFreshEngine} from "./freshEngine.js";
import {measureMacros} from "./measures.js";
import {snapshotFile} from "./reader.js";
import type {Snapshot} from "./snapshot.js";

/**
 * Blocks of 64 kB, which also older engines of browsers read: with its 256 kB each of the many
 * small tables would take a whole one, and a request of the browser four times as much.
 */
const storage = "storage_version 'v1.0.0', block_size 65536";

/**
 * The SELECTs of what may leave the house of a snapshot. Of an edition, which has some of the bank's tables, those that read no
 * other.
 */
export function publishedTables(
  {file, tables}: Pick<Snapshot, "file" | "tables">,
  connection: DuckDBConnection,
): SqlText[] {
  const all = readSqlFolder(join(projectRoot, "sql/publish"));
  if (file === snapshotFile) return all;
  const known = new Set(all.map(({name}) => name));
  return all.filter((text) =>
    tablesRead(connection, text).every((table) => tables.has(table) || !known.has(table)),
  );
}

/**
 * The bytes of the published file, made from a snapshot by SELECTs that may leave the house. Throws with file and line where one
 * is wrong.
 */
export async function publishBank(
  snapshot: string,
  allowed: readonly SqlText[] = readSqlFolder(join(projectRoot, "sql/publish")),
): Promise<Buffer> {
  const folder = temporaryPath();
  mkdirSync(folder);
  const settings = {
    temp_directory: folder,
    // beside what its process holds already: what needs more goes to the disk, for which each thread needs room of its own
    memory_limit: "512MB",
    threads: "2",
  };
  const rowsOf = ({name}: SqlText) => quotedText(join(folder, `${name}.parquet`));
  const file = join(folder, "bank.duckdb");
  try {
    await writeRows(snapshot, allowed, rowsOf, settings);
    await runInFreshEngine(
      [
        `attach ${quotedText(file)} as published (${storage})`,
        "begin",
        ...allowed.map((text) => `create table published.${text.name} as from ${rowsOf(text)}`),
        ...measureMacros("published"),
        "commit",
        "checkpoint published",
        "detach published",
      ],
      settings,
    );
    return readFileSync(file);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Writes the rows of each SELECT as Parquet. */
async function writeRows(
  snapshot: string,
  allowed: readonly SqlText[],
  rowsOf: (text: SqlText) => string,
  settings: Record<string, string>,
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  try {
    await connection.run(`attach ${quotedText(snapshot)} as bank (read_only)`);
    for (const text of allowed) {
      try {
        await connection.run(
          `copy (${text.sql}\n) to ${rowsOf(text)} (format parquet, compression lz4_raw)`,
        );
      } catch (error) {
        throw explainSqlError(error, text);
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
