/**
 * A server of ClickHouse's HTTP interface, as far as it is used here, around the real engine (`chdb.ts`): a statement is
 * POSTed, or its data with the statement in the address; settings and database are parameters, account and format are
 * headers. Errors have the engine's words, ClickHouse's status and its number in a header.
 */
import {randomBytes, randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {onTestFinished} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import {askChdb} from "./chdb.js";

export interface ClickhouseServer {
  readonly env: Environment;
  /** Every statement so far. */
  readonly statements: readonly string[];
}

const account = {user: "bank_reader", password: "s3cret-of-tests"};

/** Statuses of errors by ClickHouse's number, as its HTTPHandler has them; all others are 500. */
const statuses: Readonly<Record<string, number>> = {"60": 404, "81": 404, "62": 400, "516": 403};

/**
 * Starts a server for one test, or a file's; `before` is called with each statement before it is run. The answers
 * to what `breaksOff` names end in the middle, with an error behind the bytes as ClickHouse writes it after a status of 200,
 * or, without `isTagged`, as versions before 25.11 do.
 */
export async function startClickhouse({
  database = "bank",
  before = () => {},
  breaksOff = () => false,
  isTagged = true,
  end = onTestFinished,
}: {
  database?: string;
  before?: (statement: string) => void | Promise<void>;
  breaksOff?: (statement: string) => boolean;
  isTagged?: boolean;
  end?: (stop: () => Promise<void>) => void;
} = {}): Promise<ClickhouseServer> {
  const statements: string[] = [];
  const server = createServer(async (request, response) => {
    const {searchParams} = new URL(request.url!, "http://localhost");
    const {query, database: chosen, ...settings} = Object.fromEntries(searchParams);
    const body = await bodyOf(request);
    const sql = query ?? body.toString("utf8");
    statements.push(sql);
    await before(sql);
    if (!isKnown(request)) {
      const who = `${request.headers["x-clickhouse-user"]}: Authentication failed`;
      return refuse(
        response,
        `Code: 516. DB::Exception: ${who}: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`,
      );
    }
    try {
      const format = request.headers["x-clickhouse-format"] as string | undefined;
      const data = query === undefined ? undefined : body;
      const bytes = await askChdb({sql, settings, database: chosen, format, data});
      const tag = isTagged ? randomBytes(8).toString("hex") : undefined;
      response.writeHead(200, {
        "X-ClickHouse-Query-Id": randomUUID(),
        ...(tag ? {"X-ClickHouse-Exception-Tag": tag} : {}),
      });
      if (breaksOff(sql)) breakOff(response, bytes.subarray(0, bytes.length / 2), tag);
      else response.end(bytes);
    } catch (error) {
      refuse(response, error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  end(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const {port} = server.address() as AddressInfo;
  return {
    statements,
    env: {
      DATA_SOURCE: "clickhouse",
      CLICKHOUSE_URL: `http://127.0.0.1:${port}`,
      CLICKHOUSE_DATABASE: database,
      CLICKHOUSE_USER: account.user,
      CLICKHOUSE_PASSWORD: account.password,
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isKnown({headers}: IncomingMessage): boolean {
  return (
    headers["x-clickhouse-user"] === account.user &&
    headers["x-clickhouse-key"] === account.password
  );
}

function refuse(response: ServerResponse, message: string): void {
  const code = /Code: (\d+)/.exec(message)?.[1] ?? "1002";
  response.writeHead(statuses[code] ?? 500, {"X-ClickHouse-Exception-Code": code}).end(message);
}

function breakOff(response: ServerResponse, bytes: Uint8Array, tag: string | undefined): void {
  const message = "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)";
  const marked = `\r\n__exception__\r\n${tag}\r\n${message}\n${message.length} ${tag}\r\n__exception__\r\n`;
  response.write(bytes);
  response.write(tag ? marked : `${message} (version 24.8)\n`, () => response.destroy());
}
