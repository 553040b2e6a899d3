/** ClickHouse for tests: the engine of this process (scripts/clickhouse/engine.ts), in which tests have databases of their own. */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll} from "vitest";
import {type Ask, clickhouseError, dialect} from "../../loaders/clickhouse/ask.js";
import {type Engine, openEngine, type Statement} from "../../scripts/clickhouse/engine.js";
import {temporaryFolder} from "./tinyBank.js";

let engine: Engine | undefined;

afterAll(async () => {
  await engine?.close();
  engine = undefined;
});

/** Starts the engine of this process; `config` is a file of the server's settings. */
export function openChdb(config?: string): Engine {
  engine ??= openEngine(temporaryFolder("chdb"), {config});
  return engine;
}

/** The answer's bytes; `data` is what a client sends along. Throws the engine's own error. */
export function askChdb({
  data,
  ...statement
}: Omit<Statement, "dataFile"> & {readonly data?: Uint8Array | undefined}): Promise<Uint8Array> {
  return openChdb().ask({...statement, dataFile: data && fileOf(data)});
}

function fileOf(data: Uint8Array): string {
  const file = join(temporaryFolder("chdb-data"), "data");
  writeFileSync(file, data);
  return file;
}

/** Asks the engine of this process without a network in between. */
export function askInProcess(database: string): Ask {
  return async (sql, {format, data, withoutDatabase = false} = {}) => {
    try {
      const chunks: Uint8Array[] = [];
      if (data) for await (const chunk of data) chunks.push(chunk);
      const bytes = await askChdb({
        sql,
        settings: dialect,
        format,
        ...(withoutDatabase ? {} : {database}),
        ...(data ? {data: Buffer.concat(chunks)} : {}),
      });
      return (async function* () {
        yield bytes;
      })();
    } catch (error) {
      throw clickhouseError(error instanceof Error ? error.message : String(error));
    }
  };
}
