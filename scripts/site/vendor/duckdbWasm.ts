/**
 * What pages get as `npm:@duckdb/duckdb-wasm`: the package with some of its defaults changed, and its own version in the
 * address of the engine: Framework's path says 1.29.0 of any version, and a browser may keep the file of another.
 *
 * Decimals arrive as numbers. By default they are unscaled integers, so that 3.50 shows as 350.
 *
 * A file is read by byte ranges, and not into a buffer beside the engine's own, which would ask for a third more. By
 * default it is fetched whole before its first row. Where a server does not answer ranges, the published bank is, up to a
 * size and with a word to the page.
 *
 * No extension is fetched. By default a query that needs `json` or `icu` asks a foreign host for it and,
 * refused, takes the engine down; with these settings it is an ordinary error of that query.
 *
 * A query with parameters inlines no CTE: DuckDB 1.4.3 loses the parameter in the copy where a CTE that is read twice
 * meets `limit`, and answers no rows. Others, such as those of the notebook, are not touched by it.
 *
 * A browser without WebAssembly exceptions is told so. The 41 MB build that such browsers needed is not
 * published.
 */
import * as duckdb from "@duckdb/duckdb-wasm";
import {wholeFileEvent} from "../../../src/lib/site/wholeFile.js";
import {maybeWhole} from "./wholeFile.js";

export * from "@duckdb/duckdb-wasm";

export class AsyncDuckDB extends duckdb.AsyncDuckDB {
  #isSafe: Promise<unknown> | undefined;

  override instantiate(
    mainModule: string,
    pthreadWorker?: string | null,
    onProgress?: (progress: duckdb.InstantiationProgress) => void,
  ): Promise<null> {
    return super.instantiate(`${mainModule}?${duckdb.PACKAGE_VERSION}`, pthreadWorker, onProgress);
  }

  override async open(config: duckdb.DuckDBConfig): Promise<void> {
    await super.open({
      ...config,
      filesystem: {forceFullHTTPReads: false, ...config.filesystem},
      query: {castDecimalToDouble: true, ...config.query},
    });
    const connection = await this.connect();
    try {
      await connection.query("set autoinstall_known_extensions = false");
      await connection.query("set autoload_known_extensions = false");
    } finally {
      await connection.close();
    }
  }

  override async registerFileURL(
    name: string,
    url: string,
    protocol: duckdb.DuckDBDataProtocol,
  ): Promise<void> {
    const whole = /\.duckdb$/.test(name) ? await maybeWhole(url) : undefined;
    if (whole === undefined) return super.registerFileURL(name, url, protocol, true);
    globalThis.dispatchEvent(new CustomEvent(wholeFileEvent, {detail: whole.length}));
    return super.registerFileBuffer(name, whole);
  }

  override async createPrepared(connection: number, text: string): Promise<number> {
    this.#isSafe ??= this.runQuery(connection, "set disabled_optimizers = 'cte_inlining'");
    await this.#isSafe;
    return super.createPrepared(connection, text);
  }
}

export async function selectBundle(bundles: duckdb.DuckDBBundles): Promise<duckdb.DuckDBBundle> {
  const bundle = await duckdb.selectBundle(bundles);
  if (bundle.mainModule !== bundles.eh?.mainModule) {
    throw new Error("this browser is too old for SQL cells: it lacks WebAssembly exceptions");
  }
  return bundle;
}
