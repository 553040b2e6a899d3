/**
 * ClickHouse's engine itself, in this process (npm's `chdb`, which `npm run clickhouse:install` puts into
 * `.ci/chdb`). It binds one folder of data a process.
 */
import {createRequire} from "node:module";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";

interface Session {
  query(sql: string, format?: string): string;
  queryAsync(sql: string, options: {format: string}): Promise<{bytes(): Uint8Array}>;
  close(): void;
}

interface Chdb {
  readonly Session: new (folder: string, options?: {connectionArgs: string[]}) => Session;
}

/** What the engine is asked, with settings as a client sends them. */
export interface Statement {
  readonly sql: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly database?: string | undefined;
  readonly format?: string | undefined;
  /** What an INSERT puts in, in the format that it names, as a file: in one process nothing is sent. */
  readonly dataFile?: string | undefined;
}

export interface Engine {
  /** The answer's bytes, one statement at a time. Throws the engine's own error. */
  ask(statement: Statement): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Starts the engine over a folder of data; `config` is a file of the server's settings. Throws where it is not installed. */
export function openEngine(folder: string, {config}: {config?: string | undefined} = {}): Engine {
  const session = new (chdb().Session)(
    folder,
    config === undefined ? undefined : {connectionArgs: [`--config-file=${config}`]},
  );
  // each statement sets the database and the settings of its own
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(statement) {
      const answer = last.then(() => run(session, statement));
      last = answer.catch(() => {});
      return answer;
    },
    async close() {
      await last;
      session.close();
    },
  };
}

async function run(
  session: Session,
  {sql, settings = {}, database = "default", format, dataFile}: Statement,
): Promise<Uint8Array> {
  const set = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  if (set.length > 0) session.query(`set ${set.join(", ")}`);
  session.query(`use ${database}`);
  const statement =
    dataFile === undefined ? sql : sql.replace(/ format (?=\w+$)/, ` from infile '${dataFile}'$&`);
  return (await session.queryAsync(statement, {format: format ?? "TabSeparated"})).bytes();
}

function chdb(): Chdb {
  try {
    return createRequire(join(projectRoot, ".ci/chdb/package.json"))("chdb") as Chdb;
  } catch (error) {
    throw new Error("no engine of ClickHouse (run npm run clickhouse:install)", {cause: error});
  }
}
