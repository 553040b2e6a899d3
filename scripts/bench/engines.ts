import {join} from "node:path";
import type {Environment} from "../../loaders/environment.js";
import {type Answered, answersTo, askClickhouse, askParts, askSnapshot} from "./engines/asking.js";
import {startClickhouse} from "./engines/clickhouse.js";
import {type RangesRead, rangesOf, rowGroupSize} from "./engines/parquetParts.js";
import {type Askers, medianAccountSql, questionsOf} from "./engines/questions.js";
import {
  loadReading,
  partsReading,
  type Reading,
  seedReading,
  snapshotReading,
  sumsReading,
} from "./engines/reading.js";
import type {PeakMemory} from "./peakMemory.js";
import {inFolder} from "./siteTimes.js";

/** What a bank took to make, to read and to ask. */
export interface Measured {
  readonly legs: number;
  readonly readings: readonly Reading[];
  /** The engine of ClickHouse, while it was loaded and asked. */
  readonly server: PeakMemory;
  /** By engine. */
  readonly answers: Readonly<Record<string, readonly Answered[]>>;
  /** What a reader of Parquet parts fetches for the person's legs. */
  readonly ranges: RangesRead;
}

/**
 * Makes the bank of so many people, reads it into ClickHouse (twice), a snapshot, one without legs, and parts of Parquet,
 * and asks those that have the legs what pages ask. Comes back with tables for a person.
 */
export async function benchEngines(individuals: number): Promise<string[]> {
  return linesOf(await inFolder((folder) => measureEngines(individuals, folder)));
}

/** As `benchEngines`, in a folder that is there; what was made stays. */
export async function measureEngines(individuals: number, folder: string): Promise<Measured> {
  const bank = join(folder, "bank");
  const snapshot = join(folder, "snapshot/bank.duckdb");
  const parts = join(folder, "parts");
  const seed = await seedReading(bank, individuals);
  const clickhouse = await startClickhouse(join(folder, "clickhouse"));
  try {
    const readings = [
      seed,
      await loadReading(bank, clickhouse.env, "ClickHouse, loaded from the CSV files"),
      await loadReading(bank, clickhouse.env, "the same load again"),
      await snapshotReading(bank, snapshot),
      await sumsReading(clickhouse.env, join(folder, "sums/bank.duckdb")),
      await partsReading(snapshot, parts),
    ];
    const asked = await askAll(clickhouse.env, snapshot, parts);
    return {readings, ...asked, server: await clickhouse.stop()};
  } catch (error) {
    await clickhouse.stop();
    throw error;
  }
}

/** Asks each engine the same questions. Throws where two give another number of rows. */
export async function askAll(
  env: Environment,
  snapshot: string,
  parts: string,
): Promise<Pick<Measured, "legs" | "answers" | "ranges">> {
  const inClickhouse = askClickhouse(env);
  const inSnapshot = await askSnapshot(snapshot);
  const inParts = await askParts(snapshot, parts);
  try {
    const [bank] = await inParts.ask(
      "select count(*) as legs, max(booked_on) as last_day from transactions",
    );
    const accountOf = async (owners: "ind" | "com") =>
      String((await inSnapshot.ask(medianAccountSql(owners)))[0]!.account_id);
    const askers: Askers = {person: await accountOf("ind"), company: await accountOf("com")};
    const questions = questionsOf(askers, String(bank!.last_day).slice(0, 7));
    const answers = {
      ClickHouse: await answersTo(questions, inClickhouse),
      "Parquet parts, DuckDB": await answersTo(questions, inParts.ask),
      "snapshot, DuckDB": await answersTo(questions, inSnapshot.ask),
    };
    assertSameRows(answers);
    const ranges = await rangesOf(inParts.connection, parts, askers.person);
    return {legs: Number(bank!.legs), answers, ranges};
  } finally {
    inSnapshot.close();
    inParts.close();
  }
}

function assertSameRows(answers: Measured["answers"]): void {
  const [[first, expected], ...others] = Object.entries(answers) as [[string, Answered[]]];
  for (const [engine, answered] of others as [string, Answered[]][]) {
    for (const [at, {question, rows}] of answered.entries()) {
      if (rows === expected[at]!.rows) continue;
      throw new Error(
        `${question}: ${expected[at]!.rows} rows from ${first}, ${rows} from ${engine}`,
      );
    }
  }
}

/** Two tables of Markdown, and what the parts are like. */
export function linesOf({legs, readings, server, answers, ranges}: Measured): string[] {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;
  const seconds = (value: number) => `${value.toFixed(value < 10 ? 3 : 1)} s`;
  const [engines, answered] = [Object.keys(answers), Object.values(answers)];
  const parts = readings.at(-1)!;
  return [
    `| ${legs.toLocaleString("en")} legs | time | memory, largest process | bytes | bytes a leg |`,
    "|---|---|---|---|---|",
    ...readings.map(
      ({name, seconds: took, ofOne, bytes}) =>
        `| ${name} | ${took.toFixed(1)} s | ${Math.round(ofOne)} MB | ${megabytes(bytes)} | ${(bytes / legs).toFixed(1)} |`,
    ),
    `ClickHouse's own process: ${Math.round(server.ofOne)} MB at most`,
    `| question | rows | ${engines.join(" | ")} |`,
    `|---|---|${engines.map(() => "---|").join("")}`,
    ...answered[0]!.map(({question, rows}, at) => {
      const times = answered.map((list) => list[at]!.seconds);
      const cells = times.map(({first, again}) => `${seconds(first)}, ${seconds(again)}`);
      return `| ${question} | ${rows} | ${cells.join(" | ")} |`;
    }),
    "(the first time, and the best of three more)",
    `one person's legs from Parquet by ranges: ${ranges.ranges} row groups of ${rowGroupSize} legs, ${megabytes(ranges.rows)} of ${megabytes(parts.bytes)}; the footers ${megabytes(ranges.footers)}`,
  ];
}
