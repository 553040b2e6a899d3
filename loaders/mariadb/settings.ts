import type {Environment} from "../environment.js";

/** How to reach the bank's database. */
export interface DatabaseSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl: boolean;
  /** Log every statement, at the level `info`. */
  readonly echo: boolean;
}

/**
 * The database that the environment names, or undefined where `DB_HOST` is not set. With `loader` the
 * account is that of `DB_LOADER_USER`, which may write; without one, or by default, it is `DB_USER`.
 * Throws on a port that is none, on a switch that is neither true nor false, and on the password of the example for a server
 * that others reach.
 */
function databaseSettings(
  env: Environment,
  {loader = false}: {loader?: boolean} = {},
): DatabaseSettings | undefined {
  if (!env.DB_HOST) return undefined;
  const asLoader = loader && env.DB_LOADER_USER !== undefined;
  const name = asLoader ? "DB_LOADER_PASSWORD" : "DB_PASSWORD";
  const password = env[name] ?? "";
  if (password === examplePassword && !isThisMachine(env.DB_HOST))
    throw new Error(
      `${name} is that of .env.example, which everybody knows: it is for a server of this machine only (choose another, and give it to the account)`,
    );
  return {
    host: env.DB_HOST,
    port: portOf(env.DB_PORT ?? "3306"),
    database: env.DB_NAME ?? "bank",
    user: (asLoader ? env.DB_LOADER_USER : env.DB_USER) ?? "bank",
    password,
    ssl: isOn("DB_SSL", env),
    echo: isOn("DB_ECHO", env),
  };
}

/** As `databaseSettings`, for commands that are of no use without a database. */
export function requiredDatabaseSettings(
  env: Environment,
  options: {loader?: boolean} = {},
): DatabaseSettings {
  const settings = databaseSettings(env, options);
  if (!settings)
    throw new Error("no database is configured: DB_HOST is not set (see .env.example)");
  return settings;
}

/** `bank at localhost:3306`, for messages. */
export function describeDatabase({database, host, port}: DatabaseSettings): string {
  return `${database} at ${host}:${port}`;
}

/** Of `.env.example` and `docker/docker-compose.yaml`. */
const examplePassword = "countinghouse";

const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`invalid DB_PORT: ${JSON.stringify(text)} (use a number from 1 to 65535)`);
}

function isOn(name: string, env: Environment): boolean {
  const text = env[name] ?? "false";
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw new Error(`invalid ${name}: ${JSON.stringify(text)} (use true or false)`);
}
