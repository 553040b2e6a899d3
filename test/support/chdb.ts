/**
 * ClickHouse for tests: the engine itself, in this process (npm's `chdb`, which `npm run clickhouse:install` puts into
 * `.ci/chdb`). It binds one folder of data a process; tests have databases of their own in it.
 */
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {afterAll} from "vitest";
import {type Ask, clickhouseError, dialect} from "../../loaders/clickhouse/ask.js";
import {projectRoot} from "../../loaders/environment.js";
import {temporaryFolder} from "./tinyBank.js";

interface Session {
  query(sql: string, format?: string): string;
  queryAsync(sql: string, options: {format: string}): Promise<{bytes(): Uint8Array}>;
  close(): void;
}

interface Chdb {
  readonly Session: new (folder: string, options?: {connectionArgs: string[]}) => Session;
}

let session: Session | undefined;
/** One statement at a time: each sets the database and the settings of its own. */
let last: Promise<unknown> = Promise.resolve();

afterAll(async () => {
  await last;
  session?.close();
  session = undefined;
});

/** Starts the engine of this process; `config` is a file of the server's settings. */
export function openChdb(config?: string): Session {
  session ??= new (chdb().Session)(
    temporaryFolder("chdb"),
    config === undefined ? undefined : {connectionArgs: [`--config-file=${config}`]},
  );
  return session;
}

function chdb(): Chdb {
  try {
    return createRequire(join(projectRoot, ".ci/chdb/package.json"))("chdb") as Chdb;
  } catch (error) {
    throw new Error("no engine of ClickHouse (run npm run clickhouse:install)", {cause: error});
  }
}

/** What the engine is asked, with settings as a client sends them. */
export interface Statement {
  readonly sql: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly database?: string | undefined;
  readonly format?: string | undefined;
  readonly data?: Uint8Array | undefined;
}

/** The answer's bytes. Throws the engine's own error. */
export function askChdb(statement: Statement): Promise<Uint8Array> {
  const answer = last.then(() => run(statement));
  last = answer.catch(() => {});
  return answer;
}

async function run({sql, settings = {}, database = "default", format, data}: Statement) {
  const engine = openChdb();
  const set = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  if (set.length > 0) engine.query(`set ${set.join(", ")}`);
  engine.query(`use ${database}`);
  const statement = data
    ? sql.replace(/ format (?=\w+$)/, ` from infile '${fileOf(data)}'$&`)
    : sql;
  return (await engine.queryAsync(statement, {format: format ?? "TabSeparated"})).bytes();
}

/** What a client sends along, as a file: in one process nothing is sent. */
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
