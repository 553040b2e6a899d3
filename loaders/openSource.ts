import {seedFolder} from "./csv/tableFile.js";
import type {Environment} from "./environment.js";
import {log} from "./log.js";
import {type Source, SourceUnavailable} from "./source.js";

const sourceChoices = ["auto", "mariadb", "clickhouse", "csv"] as const;

/**
 * Opens the source that the settings name. `DATA_SOURCE=csv` reads the files and asks nothing else;
 * `mariadb` uses MariaDB or fails, `clickhouse` ClickHouse; `auto` (the default) uses MariaDB where `DB_HOST` is set and the files
 * otherwise, and also, saying so on stderr and in the description, where MariaDB cannot be reached or holds no
 * bank. A server that refuses the login is an error in both: who configured it wants its data, and not others.
 * `DATA_SOURCE_CAUSE` is how a process that has chosen the files hands the cause down to those it starts.
 */
export async function openSource(
  env: Environment,
  {folder = seedFolder}: {folder?: string} = {},
): Promise<Source> {
  const choice = sourceChoice(env);
  if (choice === "mariadb") return openMariadb(env);
  if (choice === "clickhouse") return openClickhouse(env);
  if (choice === "csv" || !env.DB_HOST) return openCsv(folder, env.DATA_SOURCE_CAUSE ?? null);
  try {
    return await openMariadb(env);
  } catch (error) {
    if (!(error instanceof SourceUnavailable)) throw error;
    if (error.isRefusal) {
      const step = "DATA_SOURCE=csv makes the site from the CSV files";
      throw new Error(`MariaDB is configured and refuses: ${error.message}; ${step}`, {
        cause: error,
      });
    }
    log.warn(`MariaDB is configured but not used: ${error.message}; reading the CSV files instead`);
    return openCsv(folder, error.publicly);
  }
}

/** What `DATA_SOURCE` says. Throws where it says something else. */
export function sourceChoice({DATA_SOURCE = "auto"}: Environment): (typeof sourceChoices)[number] {
  if (isSourceChoice(DATA_SOURCE)) return DATA_SOURCE;
  throw new Error(`unknown DATA_SOURCE: ${DATA_SOURCE} (use ${sourceChoices.join(", ")})`);
}

function isSourceChoice(text: string): text is (typeof sourceChoices)[number] {
  return (sourceChoices as readonly string[]).includes(text);
}

async function openCsv(folder: string, fallbackCause: string | null): Promise<Source> {
  const {openCsvSource} = await import("./csv/source.js");
  return openCsvSource({folder, fallbackCause});
}

/** Loaded on demand: who reads CSV files does not pay for the MariaDB client. */
async function openMariadb(env: Environment): Promise<Source> {
  const {openMariadbSource} = await import("./mariadb/source.js");
  return openMariadbSource(env);
}

async function openClickhouse(env: Environment): Promise<Source> {
  const {openClickhouseSource} = await import("./clickhouse/source.js");
  return openClickhouseSource(env);
}
