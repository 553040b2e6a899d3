import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import type {DuckDBBindings, DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {temporaryFolder} from "./tinyBank.js";

const require = createRequire(import.meta.url);

interface WasmOptions {
  readonly castDecimalToDouble?: boolean;
}

type Blocking = typeof import("@duckdb/duckdb-wasm/blocking");

/**
 * A DuckDB file as the browser opens it: attached as `bank`, with CTEs that are not inlined
 * (`scripts/site/vendor/duckdbWasm.ts`).
 */
export async function openWasmBank(
  file: string,
  options: WasmOptions = {},
): Promise<DuckDBConnection> {
  const database = await openWasmDatabase(options);
  const path = join(temporaryFolder("wasm"), "bank.duckdb"); // the engine leaves its log beside it
  database.registerFileBuffer(path, new Uint8Array(readFileSync(file)));
  const connection = database.connect();
  connection.query("set autoinstall_known_extensions = false");
  connection.query("set autoload_known_extensions = false");
  connection.query("set disabled_optimizers = 'cte_inlining'");
  connection.query(`attach '${path}' as bank (read_only)`);
  return connection;
}

/** The engine of the browser, duckdb-wasm (1.4.3), with decimals cast to doubles, unless told. */
export async function openWasmDatabase({
  castDecimalToDouble = true,
}: WasmOptions = {}): Promise<DuckDBBindings> {
  const entry = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const duckdb: Blocking = require(entry);
  const bundle = (name: string) => ({mainModule: join(dirname(entry), name), mainWorker: ""});
  const database = await duckdb.createDuckDB(
    {mvp: bundle("duckdb-mvp.wasm"), eh: bundle("duckdb-eh.wasm")},
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => {});
  database.open({path: ":memory:", query: {castDecimalToDouble}});
  return database;
}
