/** Makes datasets, two jobs at a time: SELECTs in this process, TypeScript loaders in one beside it for each of the two. */
import {existsSync, readFileSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Environment, projectRoot} from "../environment.js";
import type {OwnTables} from "../snapshot/ownTables.js";
import type {SnapshotReader} from "../snapshot/reader.js";
import {type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import {readSql} from "../sqlText.js";
import {writeAside} from "../writeAside.js";
import type {Dataset} from "./dataset.js";
import type {Freshness} from "./freshness.js";
import {jobsOf} from "./jobs.js";
import {hashBytes, type Made} from "./made.js";
import {openPrivacy, type Privacy} from "./private/privacy.js";
import {makeSqlDataset, sqlFormat} from "./sqlDataset.js";
import {isAsRead} from "./touches.js";
import {type MadeTsDataset, openTsLoaders, type TsProcess} from "./tsDataset.js";

export interface DatasetReport {
  readonly target: string;
  readonly loader: string;
  readonly state: "fresh" | "made" | "failed";
  /** Null where the format does not tell, or the loader failed. */
  readonly rowCount: number | null;
  readonly byteCount: number;
  readonly milliseconds: number;
  /** When the run read what it is made of, in milliseconds since 1970. */
  readonly readAt: number;
  /** What went wrong, with the loader's name and for SQL the line; null where nothing did. */
  readonly error: string | null;
}

/** A preview that looks on while datasets are made. */
export interface Onlooker {
  /** What is waited for is made first, and the rest so that most are there soon. */
  readonly wanted: {has(target: string): boolean};
  /** Loaders, by their paths from the project's root, of whose change Framework's preview knows by itself. */
  readonly saved: {has(loader: string): boolean};
  /** What somebody has been told of in an earlier run, perhaps that it failed. */
  readonly told: {has(target: string): boolean};
  /** The times that runs gave to loaders, by path from the project's root; noted before a loader gets one. */
  readonly touched: Map<string, Date>;
  onReport(report: DatasetReport): void;
}

/** The run of which datasets are a part. */
export interface Run {
  readonly env: Environment;
  readonly snapshot: Snapshot;
  readonly reader: SnapshotReader;
  /** All of the run. */
  readonly datasets: readonly Dataset[];
  /** What is known of those that were made; what is made is noted in it. */
  readonly made: Made;
  readonly freshness: Freshness;
  readonly onlooker: Onlooker | undefined;
  /** Aborted where what is left is not worth making. */
  readonly overtaken: AbortSignal | undefined;
  readonly tell: (report: DatasetReport) => void;
}

const jobsAtATime = 2;

/** Makes a part of the datasets of a run, as far as it comes before the run is overtaken, and tells what became of each. */
export async function makeAll(part: readonly Dataset[], run: Run): Promise<void> {
  const {env, snapshot, reader, datasets, made, onlooker, overtaken, tell} = run;
  const code = part.filter(({language}) => language === "ts").map(({loader}) => loader);
  const privacy = openPrivacy(snapshot, part, datasets);
  const settings = {...env, ...settingsFor(snapshot)};
  // the page that somebody looks at comes first
  const givesWay = onlooker !== undefined;
  const loaders = await openTsLoaders([...new Set(code)], settings, {givesWay});
  overtaken?.addEventListener("abort", loaders.stop);
  try {
    const jobs = jobsOf(part, made, loaders, onlooker?.wanted);
    const next = (worker: number) => (overtaken?.aborted ? undefined : jobs.next(worker));
    const work = async (_: unknown, worker: number) => {
      const connection = await reader.connect();
      const process = loaders.open();
      for (let dataset = next(worker); dataset; dataset = next(worker)) {
        const make = () => makeDataset(dataset, connection, reader.own, {process, privacy});
        const report = await bringUpToDate(dataset, run, make);
        if (report) tell(report);
      }
    };
    await Promise.all(Array.from({length: jobsAtATime}, work));
  } finally {
    overtaken?.removeEventListener("abort", loaders.stop);
    await loaders.close();
    privacy.close();
  }
}

/** Undefined where the run has been overtaken meanwhile. */
async function bringUpToDate(
  dataset: Dataset,
  {made, freshness: {inputsOf}, onlooker, overtaken}: Run,
  make: () => Promise<MadeTsDataset>,
): Promise<DatasetReport | undefined> {
  const {target, loader, output} = dataset;
  const readAt = Date.now();
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const inputs = inputsOf(dataset);
    const isKnown = onlooker && (existsSync(output) || onlooker.told.has(target));
    const {bytes, rowCount, files} = await make();
    // older than what is saved from now on
    const time = new Date(readAt);
    // pages name the time of a file: what is the same stays as old as it is, unless somebody looks on
    if (onlooker || !holds(output, bytes)) writeAside(output, bytes, {time});
    const isNews = isKnown && !onlooker.wanted.has(target) && !onlooker.saved.has(loader);
    if (isNews && isAsRead({loader, readAt}, onlooker.touched)) {
      onlooker.touched.set(loader, time);
      utimesSync(join(projectRoot, loader), time, time);
    }
    const byteCount = bytes.length;
    const milliseconds = elapsed();
    const outputHash = hashBytes(bytes);
    made.set(target, {inputs, files, byteCount, outputHash, rowCount, milliseconds});
    return {target, loader, state: "made", rowCount, byteCount, milliseconds, readAt, error: null};
  } catch (error) {
    if (overtaken?.aborted) return undefined;
    made.delete(target);
    const message = error instanceof Error ? error.message : String(error);
    const named = message.startsWith(loader) ? message : `${loader}: ${message}`;
    const milliseconds = elapsed();
    return {
      target,
      loader,
      state: "failed",
      rowCount: null,
      byteCount: 0,
      milliseconds,
      readAt,
      error: named,
    };
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  if (statSync(file, {throwIfNoEntry: false})?.size !== bytes.length) return false;
  return readFileSync(file).equals(bytes);
}

async function makeDataset(
  dataset: Dataset,
  connection: DuckDBConnection,
  own: OwnTables,
  {process, privacy}: {process: TsProcess; privacy: Privacy},
): Promise<MadeTsDataset> {
  const {loader, language, parameters} = dataset;
  await privacy.assertSaid(dataset);
  const made =
    language === "ts"
      ? await process.make(loader, parameters)
      : {
          ...(await makeSqlDataset(connection, readSql(loader), sqlFormat(loader), {
            own,
            parameters,
          })),
          files: {},
        };
  await privacy.assertKept(dataset, made.bytes);
  return made;
}
