/**
 * The published file: what may leave the house, as a DuckDB file that the browser queries. The SELECTs in
 * `sql/publish/` are the allow-list, by table and by column; what none of them names stays in. The measures go
 * along, as macros. The file is written in the storage format of DuckDB 1.0, which the browser's engine (1.4) reads.
 *
 * The same snapshot gives the same tables, row by row, but not the same bytes: DuckDB samples text at random
 * when it chooses how to compress it. The runner makes the file only when its inputs have changed.
 */
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {temporaryPath} from "../abandoned.js";
import {projectRoot} from "../environment.js";
import {explainSqlError, readSqlFolder, type SqlText, tablesRead} from "../sqlText.js";
import {createMeasures} from "./measures.js";
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
  const file = join(folder, "bank.duckdb");
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: folder,
    // beside what its process holds already: what needs more goes to the disk, for which each thread needs room of its own
    memory_limit: "512MB",
    threads: "2",
  });
  const connection = await instance.connect();
  try {
    await connection.run(`attach '${snapshot.replaceAll("'", "''")}' as bank (read_only)`);
    await connection.run(`attach '${file}' as published (${storage})`);
    await connection.run("begin");
    for (const text of allowed) {
      try {
        await connection.run(`create table published.${text.name} as ${text.sql}`);
      } catch (error) {
        throw explainSqlError(error, text);
      }
    }
    await createMeasures(connection, "published");
    await connection.run("commit");
    await connection.run("checkpoint published; detach published");
    return readFileSync(file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, {recursive: true, force: true});
  }
}
