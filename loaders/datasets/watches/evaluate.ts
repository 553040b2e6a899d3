/** Asks the watches at the end of each complete month. */
import {join} from "node:path";
import {type DuckDBConnection, DuckDBDateValue} from "@duckdb/node-api";
import {parseDay} from "../../../src/lib/day.js";
import {
  type Measure,
  measureCall,
  measures,
  monthTables,
} from "../../../src/lib/measures/measures.js";
import {type MonthRow, type ReadMonth, readingsOf} from "../../../src/lib/watches/reading.js";
import type {ToldWatch} from "../../../src/lib/watches/told.js";
import type {Measured, ValueRow} from "../../../src/lib/watches/watch.js";
import {conditionText} from "../../../src/lib/watches/words.js";
import {sentence} from "../../../src/lib/words.js";
import {projectRoot} from "../../environment.js";
import {type Row, readRows} from "../../rows.js";
import {explainSqlError} from "../../sqlText.js";
import type {Queries} from "../bank.js";
import type {CheckResult} from "../checkResults.js";
import {placeOf, readWatches, type WatchFile} from "./readWatches.js";

/** Tries the rules of the bank, where a watch asks for them. */
type Rules = () => Promise<readonly CheckResult[]>;

type Asked = Pick<Queries, "query" | "connection">;

/** What the watches say, in the order of their names. Throws on mistakes in them, with file and line. */
export async function evaluateWatches(bank: Asked, rules: Rules): Promise<ToldWatch[]> {
  const watches = await readWatches();
  const months = await bank.query<{month: string}>(
    "select month from bank.months where is_complete order by month",
  );
  const told: ToldWatch[] = [];
  for (const found of watches) {
    const rows = await rowsOf(found, months, bank, rules);
    told.push(toldWatch(found, readingsOf(found.watch.condition, rows)));
  }
  return told;
}

type Months = readonly {readonly month: string}[];

async function rowsOf(
  found: WatchFile,
  months: Months,
  bank: Asked,
  rules: Rules,
): Promise<MonthRow[]> {
  const {measured} = found.watch;
  if ("rules" in measured) return rulesOf(months, rules);
  const sql = selectOf(measured);
  const rows = [];
  for (const {month} of months) {
    const row = await rowOf(found, sql, month, bank.connection);
    rows.push({month, row});
  }
  return rows;
}

async function rulesOf(months: Months, rules: Rules): Promise<MonthRow[]> {
  const tried = months.length > 0 ? await rules() : [];
  const value = tried.filter(({brokenCount}) => brokenCount > 0).length;
  const now = tried.length > 0 ? {value, total: tried.length} : undefined;
  return months.map(({month}, at) => ({month, row: at === months.length - 1 ? now : undefined}));
}

/** The SELECT of what is measured; of rules, where those are. */
function selectOf(measured: Measured): string {
  if ("select" in measured) return measured.select;
  if ("rules" in measured) return "-- the SELECTs of sql/checks/";
  const {measure, months} = measured;
  const {population, column}: Measure = measures[measure];
  return `select ${column ? `sum(${column})` : measureCall(measure)} as value
from bank.${monthTables[population]}
where month > $month - interval ${months} month and month <= $month
having count(distinct month) = ${months}`;
}

/**
 * The row of a month. A SELECT that is written in the watch's file is asked with as many lines above it as it has there, so
 * that what the engine says of a line is true of the file.
 */
async function rowOf(
  found: WatchFile,
  select: string,
  month: string,
  connection: DuckDBConnection,
): Promise<ValueRow | undefined> {
  const before = found.text.split(select).length > 1 ? found.text.split(select)[0]! : "";
  const sql = "\n".repeat(before.split("\n").length - 1) + select;
  let rows: Row[];
  try {
    rows = await readRows(await connection.run(sql, {month: new DuckDBDateValue(parseDay(month))}));
  } catch (error) {
    throw explainSqlError(error, {name: found.name, file: join(projectRoot, found.file), sql});
  }
  const [row] = rows;
  const place = placeOf(found, "select:");
  if (rows.length > 1) throw new Error(`${place}: ${rows.length} rows for ${month} (one is told)`);
  if (row === undefined || row.value === null) return undefined;
  if (typeof row.value !== "number")
    throw new Error(`${place}: no number in the column value: ${JSON.stringify(row.value)}`);
  return {...row, value: row.value};
}

function toldWatch(found: WatchFile, months: readonly ReadMonth[]): ToldWatch {
  const {name, watch} = found;
  const {title, severity, subtitle, unit, condition} = watch;
  const last = months.at(-1);
  const state = last?.told ? (last.reading.fires ? "fires" : "quiet") : "silent";
  return {
    name,
    title,
    severity,
    state,
    sentence: sentenceOf(found, last),
    subtitle,
    unit,
    condition: conditionText(condition, unit),
    history: months.map(({reading}) => reading),
    sql: selectOf(watch.measured),
  };
}

function sentenceOf(found: WatchFile, last: ReadMonth | undefined): string {
  const {watch} = found;
  if (last === undefined) return "Nothing to say: the bank has no complete month yet.";
  if (last.told === undefined) return `Nothing to say: ${watch.silence}.`;
  let said: unknown;
  try {
    said = watch.sentence(last.told);
  } catch (error) {
    throw new Error(
      `${placeOf(found, "sentence:")}: the sentence fails: ${(error as Error).message}`,
    );
  }
  if (typeof said !== "string" || said.trim() === "")
    throw new Error(`${placeOf(found, "sentence:")}: the sentence is no text`);
  return sentence(said);
}
