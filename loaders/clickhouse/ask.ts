/**
 * One question to ClickHouse, and its answer as bytes. The server sends the status before it knows how the answer ends:
 * an error that comes later stands behind the bytes, between marks that hold a tag of the answer's head, and the
 * connection breaks. So the end of each answer is looked at before it counts as one.
 */
import {text} from "node:stream/consumers";
import {type Answer, type Posted, post} from "./post.js";
import {type ClickhouseSettings, describeClickhouse} from "./settings.js";

export interface Question {
  /** The format of the answer where the statement names none; tab-separated text unless told. */
  readonly format?: string;
  /** What an INSERT puts in, in the format that it names. */
  readonly data?: AsyncIterable<Uint8Array>;
  /** Ends the question. */
  readonly signal?: AbortSignal;
  /** Ask outside of the database: for making it. */
  readonly withoutDatabase?: boolean;
}

/** Asks one statement. Throws `ClickhouseError`, at once or, where the answer breaks off, at its end. */
export type Ask = (sql: string, question?: Question) => Promise<AsyncIterable<Uint8Array>>;

/** ClickHouse cannot be reached, or refuses. The message is one line for its keeper. */
export class ClickhouseError extends Error {
  override readonly name = "ClickhouseError";
  /** ClickHouse's own number of the error; undefined where it was not ClickHouse that spoke. */
  readonly code: number | undefined;
  constructor(message: string, {code, cause}: {code?: number | undefined; cause?: unknown} = {}) {
    super(message, {cause});
    this.code = code;
  }
}

/** What each question is asked with, so that ClickHouse reads the portable SQL as DuckDB and MariaDB do. */
export const dialect = {
  /** What a left join does not find is null, and no empty text or 0. */
  join_use_nulls: "1",
  /** A cast leaves null null. */
  cast_keep_nullable: "1",
  session_timezone: "UTC",
  /** Tables that are spread over shards may be joined: the smaller side goes to every shard. */
  distributed_product_mode: "global",
} as const;

/** Asks over ClickHouse's HTTP interface. */
export function askOverHttp(settings: ClickhouseSettings): Ask {
  return async (sql, {format, data, signal, withoutDatabase = false} = {}) => {
    const url = new URL(settings.url);
    for (const [name, value] of Object.entries(dialect)) url.searchParams.set(name, value);
    if (!withoutDatabase) url.searchParams.set("database", settings.database);
    if (data) url.searchParams.set("query", sql);
    const answer = await posted(url, settings, {
      headers: {
        "X-ClickHouse-User": settings.user,
        "X-ClickHouse-Key": settings.password,
        ...(format ? {"X-ClickHouse-Format": format} : {}),
      },
      body: data ?? sql,
      signal,
    });
    if (answer.status !== 200 || !isClickhouse(answer)) throw await refusal(answer, settings);
    return wholeAnswer(answer, settings);
  };
}

/** The answer's text, for statements that give little or none. */
export async function askText(ask: Ask, sql: string, question?: Question): Promise<string> {
  return text(await ask(sql, question));
}

/** What ClickHouse says of an error, as one line. */
export function clickhouseError(text: string): ClickhouseError {
  const code = /Code: (\d+)\. DB::\w*Exception: /.exec(text)?.[1];
  const message = text
    .replace(/^[\s\S]*?(Code: \d+\. DB::\w*Exception: )+/, "")
    .replace(/ \(version [\s\S]*$/, "")
    .split("\n")[0]!
    .trim();
  return new ClickhouseError(message === "" ? "an error without a message" : message, {
    code: code === undefined ? undefined : Number(code),
  });
}

async function posted(url: URL, settings: ClickhouseSettings, request: Posted): Promise<Answer> {
  try {
    return await post(url, request);
  } catch (error) {
    throw unreachable(error, settings);
  }
}

/** Whatever else listens there may answer with a page and a status of 200. */
function isClickhouse({headers}: Answer): boolean {
  return Object.keys(headers).some((name) => name.startsWith("x-clickhouse-"));
}

async function refusal(answer: Answer, settings: ClickhouseSettings): Promise<ClickhouseError> {
  const said = await text(answer.body).catch((error: unknown) => {
    throw unreachable(error, settings);
  });
  if (!/Code: \d+\. DB::\w*Exception/.test(said)) {
    return new ClickhouseError(
      `${settings.url.host} answers ${answer.status}, and not as ClickHouse does (check CLICKHOUSE_URL)`,
    );
  }
  const error = clickhouseError(said);
  const step = steps(settings)[error.code ?? 0];
  return step ? new ClickhouseError(step, {code: error.code, cause: error}) : error;
}

/** ClickHouse's numbers of what a setting can mend. */
const steps = (settings: ClickhouseSettings): Readonly<Record<number, string>> => {
  const denied = `access denied for user ${settings.user} at ${settings.url.host}`;
  const login = `${denied} (check CLICKHOUSE_USER and CLICKHOUSE_PASSWORD)`;
  return {
    [errorCodes.unknownDatabase]: `no database ${describeClickhouse(settings)} (check CLICKHOUSE_DATABASE; npm run clickhouse:load makes it)`,
    [errorCodes.unknownUser]: login,
    [errorCodes.wrongPassword]: login,
    [errorCodes.authenticationFailed]: login,
  };
};

export const errorCodes = {
  unknownDatabase: 81,
  unknownUser: 192,
  wrongPassword: 193,
  accessDenied: 497,
  authenticationFailed: 516,
} as const;

function unreachable(error: unknown, {url}: ClickhouseSettings): ClickhouseError {
  const {name, code, message} = error as {name?: string; code?: string; message?: string};
  if (name === "TimeoutError")
    return new ClickhouseError(`no answer from ${url.host}`, {cause: error});
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: `no server at ${url.host} (check CLICKHOUSE_URL)`,
    ENOTFOUND: `unknown host: ${url.hostname} (check CLICKHOUSE_URL)`,
    EAI_AGAIN: `unknown host: ${url.hostname} (check CLICKHOUSE_URL)`,
  };
  const reason = code ?? message ?? String(error);
  return new ClickhouseError(reasons[reason] ?? `the connection to ${url.host} broke: ${reason}`, {
    cause: error,
  });
}

/** An error behind the bytes takes at most 16 KiB. */
const tailLength = 20_000;

async function* wholeAnswer(
  answer: Answer,
  settings: ClickhouseSettings,
): AsyncGenerator<Uint8Array> {
  const tag = answer.headers["x-clickhouse-exception-tag"];
  let tail = Buffer.alloc(0);
  const lateError = () => errorBehind(tail.toString("latin1"), tag?.toString());
  try {
    for await (const chunk of answer.body) {
      tail = Buffer.concat([tail, chunk]).subarray(-tailLength);
      yield chunk;
    }
  } catch (error) {
    throw lateError() ?? unreachable(error, settings);
  }
  const error = lateError();
  if (error) throw error;
}

/** The error behind the bytes of an answer; servers before 25.11 give no tag and write it without marks. */
function errorBehind(tail: string, tag: string | undefined): ClickhouseError | undefined {
  const found =
    tag === undefined
      ? /Code: \d+\. DB::\w*Exception: [\s\S]*$/.exec(tail)?.[0]
      : tail.split(`__exception__\r\n${tag}\r\n`)[1];
  return found === undefined ? undefined : clickhouseError(Buffer.from(found, "latin1").toString());
}
