/**
 * ClickHouse as a source. Everything that decides whether it can be used happens on opening, under a deadline. It has
 * no transaction that spans SELECTs: that all answers are of one instant is known at the end, from the fingerprint,
 * and what was read of a bank that changed meanwhile is read again.
 */
import {setTimeout as sleep} from "node:timers/promises";
import {tables} from "../../src/lib/bank/schema.js";
import type {Environment} from "../environment.js";
import {BankChanged, type Source, type SourceDescription, SourceUnavailable} from "../source.js";
import {type Ask, askOverHttp, askText, ClickhouseError, errorCodes} from "./ask.js";
import {exchangeMark, fingerprintOf} from "./fingerprint.js";
import {extractParquet, queryParquet} from "./parquet.js";
import {requiredClickhouseSettings} from "./settings.js";
import {clickhouseType} from "./types.js";

/** What the look at the tables has to fit into, and what comes after it again: a cluster takes longer than one server. */
const openingSeconds = 10;

/** Opens the database that the settings name. Throws `SourceUnavailable` where it cannot be used. */
export async function openClickhouseSource(
  env: Environment,
  {ask = askOverHttp(requiredClickhouseSettings(env))}: {ask?: Ask} = {},
): Promise<Source> {
  const opened = await open(ask);
  return {
    description: opened.description,
    fingerprint: (own = []) => fingerprintOf(ask, own),
    extract: (extract, target) => extractParquet(ask, extract, target),
    query: (sql) => queryParquet(ask, sql),
    async assertUnchanged() {
      const isSame = (await fingerprintOf(ask)) === opened.fingerprint;
      if (!isSame || (await isExchanging(ask))) throw new BankChanged("ClickHouse");
    },
    async close() {},
  };
}

interface Opened {
  readonly description: SourceDescription;
  readonly fingerprint: string;
}

async function open(ask: Ask): Promise<Opened> {
  try {
    await assertTables(inTime(ask));
    await assertWhole(ask);
    return await lookAt(inTime(ask));
  } catch (error) {
    if (!(error instanceof ClickhouseError)) throw error;
    throw unavailable(error.message, {
      publicly: publicCauses[error.code ?? 0] ?? "no server answers",
      isRefusal: error.code !== undefined && error.code in publicCauses,
    });
  }
}

/** The same question, but all that are asked so have to be answered within the time of opening. */
function inTime(ask: Ask): Ask {
  const signal = AbortSignal.timeout(openingSeconds * 1000);
  return (sql, question) => ask(sql, {...question, signal});
}

/** An exchange of tables takes a moment; where it does not end, the load that began it was killed. */
async function assertWhole(ask: Ask): Promise<void> {
  for (let left = 20; await isExchanging(ask); left--) {
    if (left === 0) {
      const publicly = "a load into it has not ended";
      throw unavailable(`${publicly} (run npm run clickhouse:load)`, {publicly});
    }
    await sleep(100);
  }
}

/** What the tables are as of now, and what the pages say of this source. */
async function lookAt(ask: Ask): Promise<Opened> {
  const fingerprint = await fingerprintOf(ask);
  const sql = "select version(), count(*), max(day) from calendar format TSV";
  const [version = "", days, asOf = ""] = (await askText(ask, sql)).trim().split("\t");
  if (days === "0") throw unavailable("the database holds no bank (run npm run clickhouse:load)");
  const parameters = await askRows<[name: string, value: string]>(
    ask,
    "select name, value from bank_parameters order by position",
  );
  return {
    fingerprint,
    description: {
      kind: "clickhouse",
      label: `ClickHouse ${/^\d+\.\d+/.exec(version)?.[0] ?? version}`,
      asOf,
      parameters: Object.fromEntries(
        parameters.map(([name, value]) => [name, JSON.parse(value)] as const),
      ),
      notes: [],
      fallbackCause: null,
    },
  };
}

/** Throws where a table or column is missing or of another type than this code reads. */
export async function assertTables(ask: Ask): Promise<void> {
  const rows = await askRows<[table: string, name: string, type: string]>(
    ask,
    "select table, name, type from system.columns where database = currentDatabase()",
  );
  const types = new Map(rows.map(([table, name, type]) => [`${table}.${name}`, type]));
  for (const table of tables) {
    for (const column of table.columns) {
      const [found, needed] = [types.get(`${table.name}.${column.name}`), clickhouseType(column)];
      if (found === needed) continue;
      const place = `${table.name}.${column.name}`;
      const fault =
        found === undefined
          ? `no column ${place}`
          : `column ${place} is ${found}, needed is ${needed}`;
      throw unavailable(`${fault} (npm run clickhouse:load -- --anew makes the tables anew)`);
    }
  }
}

/** The rows of a small answer, as lists of numbers and texts. */
async function askRows<T>(ask: Ask, sql: string): Promise<T[]> {
  const lines = (await askText(ask, sql, {format: "JSONCompactEachRow"})).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}

async function isExchanging(ask: Ask): Promise<boolean> {
  return (await askText(ask, `exists table ${exchangeMark}`)).trim() === "1";
}

/** By ClickHouse's numbers: the server is there and does not let this account in, or not where it wants to go. */
const publicCauses: Readonly<Record<number, string>> = {
  [errorCodes.unknownDatabase]: "it has no such database",
  [errorCodes.unknownUser]: "it refuses the login",
  [errorCodes.wrongPassword]: "it refuses the login",
  [errorCodes.authenticationFailed]: "it refuses the login",
  [errorCodes.accessDenied]: "it refuses to be read",
};

function unavailable(
  message: string,
  {publicly = message, isRefusal = false}: {publicly?: string; isRefusal?: boolean} = {},
): SourceUnavailable {
  return new SourceUnavailable(message, {publicly, isRefusal});
}
