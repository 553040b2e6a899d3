/**
 * Connections to MariaDB. A server can fail a client in more ways than refusing: it may accept and say
 * nothing, greet and never answer the login, log in and never answer a question. mysql2's `connectTimeout`
 * covers the first of these only, so one deadline stands over all steps, and when it passes the connection
 * is destroyed and the error names the step that hung.
 */
import {type Connection as CoreConnection, createConnection} from "mysql2";
import type {Connection} from "mysql2/promise";
import {log} from "../log.js";
import type {DatabaseSettings} from "./settings.js";
import {DatabaseUnavailable, unavailable} from "./unavailable.js";

export type {Connection} from "mysql2/promise";

/** A point in time that several steps share. */
export interface Deadline {
  readonly seconds: number;
  /** Milliseconds left, at least 1. */
  remainingMs(): number;
}

export function deadlineIn(seconds: number): Deadline {
  const end = performance.now() + seconds * 1000;
  return {seconds, remainingMs: () => Math.max(1, end - performance.now())};
}

export interface ConnectOptions {
  /** Let one query hold several statements: for migrations only. */
  readonly multipleStatements?: boolean;
  /** Do not enter the database: for creating it. */
  readonly withoutDatabase?: boolean;
}

/**
 * A connection that has answered `select 1`, with UTC as its time zone, strict, and text in utf8mb4. Values
 * come back as text (dates, decimals) or numbers (integers, doubles). Throws `DatabaseUnavailable` when the
 * deadline passes, the server refuses, or the database is not there.
 */
export async function connect(
  settings: DatabaseSettings,
  deadline: Deadline = deadlineIn(10),
  {multipleStatements = false, withoutDatabase = false}: ConnectOptions = {},
): Promise<Connection> {
  const core = createConnection({
    host: settings.host,
    port: settings.port,
    user: settings.user,
    password: settings.password,
    ...(withoutDatabase ? {} : {database: settings.database}),
    ...(settings.ssl ? {ssl: {}} : {}),
    charset: "utf8mb4_bin",
    timezone: "Z",
    dateStrings: true,
    decimalNumbers: false,
    supportBigNumbers: true,
    bigNumberStrings: false,
    multipleStatements,
    connectTimeout: deadline.seconds * 1000 + 1000,
  });
  core.on("error", tellNobody);
  if (settings.echo) echo(core);
  const step = stepOf(core);
  await within(core, settings, deadline, step, loggedIn(core));
  step.now = "to the first question";
  const connection = core.promise();
  // Room to sort 700k rows in memory: with the server's 2 MB the balances' window takes three times as long.
  const session = `set sort_buffer_size = 67108864, tmp_memory_table_size = 268435456,
    max_heap_table_size = 268435456, time_zone = '+00:00', collation_connection = 'utf8mb4_nopad_bin',
    sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'`;
  await within(core, settings, deadline, step, connection.query(session));
  return connection;
}

/**
 * Waits for a question's answer until the deadline; then destroys the connection and throws
 * `DatabaseUnavailable`, as it does for any error of the server.
 */
export async function askWithin<T>(
  connection: Connection,
  settings: DatabaseSettings,
  deadline: Deadline,
  what: string,
  answer: Promise<T>,
): Promise<T> {
  const core = (connection as unknown as {connection: CoreConnection}).connection;
  return within(core, settings, deadline, {now: what}, answer);
}

interface Step {
  now: string;
}

/** Follows the handshake, so that a silence can be named. */
function stepOf(core: CoreConnection): Step {
  const step: Step = {now: "to the connection"};
  const {stream} = core as unknown as {stream: NodeJS.EventEmitter};
  stream.once("connect", () => {
    step.now = "with a greeting";
  });
  stream.once("data", () => {
    step.now = "to the login";
  });
  return step;
}

function loggedIn(core: CoreConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    core.once("error", reject);
    core.connect((error) => {
      if (error) reject(error);
      else {
        core.off("error", reject);
        resolve();
      }
    });
  });
}

async function within<T>(
  core: CoreConnection,
  settings: DatabaseSettings,
  deadline: Deadline,
  step: Step,
  work: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const where = `${settings.host}:${settings.port}`;
      const within = `within ${deadline.seconds} s`;
      const publicly = `no answer ${step.now} ${within}`;
      reject(new DatabaseUnavailable(`no answer ${step.now} from ${where} ${within}`, {publicly}));
    }, deadline.remainingMs());
  });
  try {
    return await Promise.race([work, silence]);
  } catch (error) {
    core.destroy();
    work.catch(tellNobody);
    throw error instanceof DatabaseUnavailable ? error : unavailable(error, settings);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A line that breaks while nothing is asked is no error of anyone yet: the next question gets it. And what a
 * destroyed connection still reports is the consequence of an error already thrown.
 */
function tellNobody(): void {}

function echo(core: CoreConnection): void {
  const plain = core.query.bind(core) as (...args: unknown[]) => unknown;
  const echoing = (...args: unknown[]) => {
    const [first] = args;
    const sql = typeof first === "string" ? first : (first as {sql?: string}).sql;
    log.info(`sql: ${sql?.trim().replace(/\s+/g, " ").slice(0, 2000)}`);
    return plain(...args);
  };
  (core as {query: unknown}).query = echoing;
}
