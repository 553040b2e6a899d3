/**
 * DuckDB in a worker of its own, with the published bank attached. Framework's client cannot be stopped: here a worker
 * that does not listen is ended, and another takes its place.
 */
import type {AsyncDuckDB, AsyncDuckDBConnection} from "npm:@duckdb/duckdb-wasm";
import {arrowSettings} from "./arrowColumns.js";

/** How far the engine is: bytes as they come out of the wire, unpacked. */
export type OnLoad = (loadedBytes: number) => void;

export interface Database {
  readonly connection: AsyncDuckDBConnection;
  /** Lets queries open these bytes under a name. A file of this machine is read in parts, where they are needed. */
  register(name: string, content: Uint8Array | Blob): Promise<void>;
  unregister(name: string): Promise<void>;
  /** The rows of a table as CSV with a header, in UTF-8. */
  csvOf(table: string): Promise<Uint8Array>;
  /** Ends it at once, with whatever it is doing. */
  end(): Promise<void>;
}

/** Starts an engine. `bankUrl` is where the published file is; only what queries need of it is loaded, later. */
export async function openDatabase(bankUrl: string, onLoad: OnLoad): Promise<Database> {
  const duckdb = await import("npm:@duckdb/duckdb-wasm");
  const {mainModule, mainWorker} = await duckdb.selectBundle({
    mvp: {mainModule: "", mainWorker: ""},
    eh: {
      mainModule: import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
      mainWorker: import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"),
    },
  });
  const worker = await duckdb.createWorker(mainWorker!);
  const engine: AsyncDuckDB = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await engine.instantiate(mainModule, null, ({bytesLoaded}) => onLoad(bytesLoaded));
  await engine.open({query: arrowSettings});
  await engine.registerFileURL(
    "bank.duckdb",
    new URL(bankUrl, location.href).href,
    duckdb.DuckDBDataProtocol.HTTP,
    false,
  );
  const connection = await engine.connect();
  await connection.query("attach 'bank.duckdb' as bank (read_only)");
  return {
    connection,
    async register(name, content) {
      if (content instanceof Uint8Array) await engine.registerFileBuffer(name, content);
      else {
        const {BROWSER_FILEREADER} = duckdb.DuckDBDataProtocol;
        await engine.registerFileHandle(name, content, BROWSER_FILEREADER, true);
      }
    },
    async unregister(name) {
      await engine.dropFile(name);
    },
    async csvOf(table) {
      const file = "copy.csv";
      await engine.registerEmptyFileBuffer(file);
      try {
        await connection.query(`copy ${table} to '${file}' (format csv, header)`);
        return await engine.copyFileToBuffer(file);
      } finally {
        await engine.dropFile(file);
      }
    },
    end: () => engine.terminate(),
  };
}
