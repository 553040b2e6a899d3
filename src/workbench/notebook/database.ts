/**
 * DuckDB in a worker of its own, with the published bank attached. Framework's client cannot be stopped: here a worker
 * that does not listen is ended, and another takes its place.
 */
import type {AsyncDuckDB, AsyncDuckDBConnection} from "npm:@duckdb/duckdb-wasm";

/** How far the engine is: bytes as they come out of the wire, unpacked. */
export type OnLoad = (loadedBytes: number) => void;

export interface Database {
  readonly connection: AsyncDuckDBConnection;
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
  await engine.open({query: {castTimestampToDate: true, castBigIntToDouble: true}});
  await engine.registerFileURL(
    "bank.duckdb",
    new URL(bankUrl, location.href).href,
    duckdb.DuckDBDataProtocol.HTTP,
    false,
  );
  const connection = await engine.connect();
  await connection.query("attach 'bank.duckdb' as bank (read_only)");
  return {connection, end: () => engine.terminate()};
}
