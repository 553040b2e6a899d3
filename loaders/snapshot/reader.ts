import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {quotedText} from "../../src/lib/quotedSql.js";
import {temporaryPath} from "../abandoned.js";
import {projectRoot} from "../environment.js";
import {type OwnTables, openOwnTables} from "./ownTables.js";

/** Where the project's snapshot is. */
export const snapshotFile: string = join(projectRoot, "data/snapshot/bank.duckdb");

const utc = "set timezone = 'UTC'";

/**
 * A connection that reads a snapshot as `bank`, somebody's own CSV files as `own`, and nothing else: no other file, no
 * extension. It runs a query
 * on one thread, so that sums of doubles are added up in one order and give the same bytes each time, and
 * divides by zero as the browser's engine does, to null.
 */
export async function openSnapshot(file: string = snapshotFile): Promise<SnapshotReader> {
  const instance = await DuckDBInstance.create(":memory:", {
    // A folder of its own, because DuckDB lets a query read the one it may spill to.
    temp_directory: temporaryPath(),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "1",
    ieee_floating_point_ops: "false",
  });
  const connection = await instance.connect();
  await connection.run(`attach ${quotedText(file)} as bank (read_only)`);
  const own = await openOwnTables(connection);
  await connection.run(`set enable_external_access = false; ${utc}`);
  return {
    connection,
    own,
    async connect() {
      const another = await instance.connect();
      await another.run(utc);
      return another;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export interface SnapshotReader {
  readonly connection: DuckDBConnection;
  readonly own: OwnTables;
  /** One more connection, to run queries beside each other. */
  connect(): Promise<DuckDBConnection>;
  close(): void;
}
