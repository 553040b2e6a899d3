import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {temporaryPath} from "../../../loaders/abandoned.js";

/** A DuckDB that may read and write files, with a snapshot as `bank`. */
export async function openDuckdb(
  snapshot: string,
): Promise<{connection: DuckDBConnection; close(): void}> {
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: temporaryPath(),
    memory_limit: "1GB",
  });
  const connection = await instance.connect();
  await connection.run(`attach '${snapshot}' as bank (read_only)`);
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
