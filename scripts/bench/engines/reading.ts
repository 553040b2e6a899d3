import {rmSync, statSync} from "node:fs";
import {askOverHttp, askText} from "../../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../../loaders/clickhouse/settings.js";
import {type Environment, projectRoot} from "../../../loaders/environment.js";
import {bytesIn} from "../bytesIn.js";
import {commandStep, type Step} from "../commandStep.js";
import {companyShare} from "../scale.js";

/** A step, and the bytes that it left on the disk. */
export interface Reading extends Step {
  readonly name: string;
  readonly bytes: number;
}

/** Makes the bank of so many people, and companies in proportion, as CSV files in `bank`. */
export async function seedReading(bank: string, individuals: number): Promise<Reading> {
  const companies = Math.round(individuals * companyShare);
  const counts = ["--individuals", String(individuals), "--companies", String(companies)];
  const step = await commandStep(projectRoot, ["scripts/seed.ts", ...counts, "--out", bank]);
  return {...step, name: "seed: CSV files", bytes: bytesIn(bank)};
}

/** Loads the CSV files into ClickHouse; the bytes are those of all tables there. */
export async function loadReading(bank: string, env: Environment, name: string): Promise<Reading> {
  const step = await commandStep(projectRoot, ["scripts/clickhouse-load.ts", "--from", bank], env);
  const sql =
    "select sum(bytes_on_disk) from system.parts where active and database = currentDatabase()";
  const bytes = await askText(askOverHttp(requiredClickhouseSettings(env)), sql);
  return {...step, name, bytes: Number(bytes)};
}

/** Reads the CSV files into a snapshot, with as much memory as a hundred million legs take. */
export function snapshotReading(bank: string, file: string): Promise<Reading> {
  const env = {DATA_SOURCE: "csv", SNAPSHOT_LEGS: "all", SNAPSHOT_MEMORY: "4GB"};
  return snapshotStep("snapshot from the CSV files", [file, bank], env);
}

/** Reads ClickHouse into a snapshot of sums: the legs stay there. */
export function sumsReading(env: Environment, file: string): Promise<Reading> {
  return snapshotStep("snapshot from ClickHouse, without legs", [file], {
    ...env,
    SNAPSHOT_LEGS: "none",
  });
}

async function snapshotStep(
  name: string,
  args: readonly [file: string, ...string[]],
  env: Environment,
): Promise<Reading> {
  const script = "scripts/bench/engines/makeSnapshot.ts";
  const step = await commandStep(projectRoot, [script, ...args], env);
  return {...step, name, bytes: statSync(args[0]).size};
}

/** Writes the legs of a snapshot as Parquet parts. */
export async function partsReading(snapshot: string, folder: string): Promise<Reading> {
  rmSync(folder, {recursive: true, force: true});
  const step = await commandStep(projectRoot, [
    "scripts/bench/engines/makeParts.ts",
    snapshot,
    folder,
  ]);
  return {...step, name: "Parquet parts from the snapshot", bytes: bytesIn(folder)};
}
