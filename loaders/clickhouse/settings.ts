import type {Environment} from "../environment.js";

/** How to reach the bank in ClickHouse. */
export interface ClickhouseSettings {
  /** Of the HTTP interface, without account: `http://localhost:8123/`. */
  readonly url: URL;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/**
 * The server that `CLICKHOUSE_URL` names. Throws where it is not set, is no address, or holds an account: that has
 * variables of its own, so that an address can be shown.
 */
export function requiredClickhouseSettings(env: Environment): ClickhouseSettings {
  if (!env.CLICKHOUSE_URL) throw new Error("CLICKHOUSE_URL is not set (see .env.example)");
  const url = urlOf(env.CLICKHOUSE_URL);
  const database = env.CLICKHOUSE_DATABASE ?? "bank";
  if (!/^\w+$/.test(database)) {
    throw new Error(
      `invalid CLICKHOUSE_DATABASE: ${JSON.stringify(database)} (letters, digits and _)`,
    );
  }
  return {
    url,
    database,
    user: env.CLICKHOUSE_USER ?? "default",
    password: env.CLICKHOUSE_PASSWORD ?? "",
  };
}

/** `bank at localhost:8123`, for messages to its keeper. */
export function describeClickhouse({database, url}: ClickhouseSettings): string {
  return `${database} at ${url.host}`;
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error("invalid CLICKHOUSE_URL (write it like http://localhost:8123)");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "") {
    throw new Error(
      "CLICKHOUSE_URL holds more than an address (use CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE)",
    );
  }
  return url;
}
