/**
 * What pages get as `npm:@duckdb/duckdb-wasm`: the package with three of its defaults changed, and its own version in the
 * address of the engine: Framework's path says 1.29.0 of any version, and a browser may keep the file of another.
 *
 * Decimals arrive as numbers. By default they are unscaled integers, so that 3.50 shows as 350.
 *
 * No extension is fetched. By default a query that needs `json` or `icu` asks a foreign host for it and,
 * refused, takes the engine down; with these settings it is an ordinary error of that query.
 *
 * A browser without WebAssembly exceptions is told so. The 41 MB build that such browsers needed is not
 * published.
 */
import * as duckdb from "@duckdb/duckdb-wasm";

export * from "@duckdb/duckdb-wasm";

export class AsyncDuckDB extends duckdb.AsyncDuckDB {
  override instantiate(
    mainModule: string,
    pthreadWorker?: string | null,
    onProgress?: (progress: duckdb.InstantiationProgress) => void,
  ): Promise<null> {
    return super.instantiate(
      `${mainModule}?${duckdb.PACKAGE_VERSION}`,
      pthreadWorker,
      onProgress,
    );
  }

  override async open(config: duckdb.DuckDBConfig): Promise<void> {
    await super.open({...config, query: {castDecimalToDouble: true, ...config.query}});
    const connection = await this.connect();
    try {
      await connection.query("set autoinstall_known_extensions = false");
      await connection.query("set autoload_known_extensions = false");
    } finally {
      await connection.close();
    }
  }
}

export async function selectBundle(bundles: duckdb.DuckDBBundles): Promise<duckdb.DuckDBBundle> {
  const bundle = await duckdb.selectBundle(bundles);
  if (bundle.mainModule !== bundles.eh?.mainModule) {
    throw new Error("this browser is too old for SQL cells: it lacks WebAssembly exceptions");
  }
  return bundle;
}
