/**
 * Makes the datasets of the site, each only when something it is made from has changed, and leaves them where
 * Framework looks for what its data loaders wrote: a warm cache. Two jobs run at a time: SELECTs in this process, TypeScript
 * loaders in one beside it for each of the two.
 */
import {existsSync, readFileSync, rmSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Environment, environment, projectRoot} from "../environment.js";
import {withLock} from "../lock.js";
import type {OwnTables} from "../snapshot/ownTables.js";
import {openSnapshot, type SnapshotReader} from "../snapshot/reader.js";
import {ensureSnapshot, type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import {readSql} from "../sqlText.js";
import {writeAside} from "../writeAside.js";
import {type Dataset, datasetsOf, findDatasets, removeOrphans} from "./dataset.js";
import {type Freshness, openFreshness} from "./freshness.js";
import {jobsOf} from "./jobs.js";
import {needsLegs} from "./legsNeeded.js";
import {hashBytes, type Made, type MadeEntry, readMade, writeMade} from "./made.js";
import {pagePaths} from "./pagePaths.js";
import {openPrivacy, type Privacy} from "./private/privacy.js";
import {type PrivateDataset, privateDatasets} from "./private/privateDatasets.js";
import {makeSqlDataset, sqlFormat} from "./sqlDataset.js";
import {type MadeTsDataset, openTsLoaders, type TsProcess} from "./tsDataset.js";

export interface DatasetReport {
  readonly target: string;
  readonly loader: string;
  readonly state: "fresh" | "made" | "failed";
  /** Null where the format does not tell, or the loader failed. */
  readonly rowCount: number | null;
  readonly byteCount: number;
  readonly milliseconds: number;
  /** What went wrong, with the loader's name and for SQL the line; null where nothing did. */
  readonly error: string | null;
}

export interface RunReport {
  readonly snapshot: Snapshot;
  readonly datasets: readonly DatasetReport[];
  /** Cached outputs that were removed because no loader makes them. */
  readonly removed: readonly string[];
  /** Those made from what may not leave the house, as their loaders say. */
  readonly private: readonly PrivateDataset[];
}

const jobsAtATime = 2;
const lockFile = join(projectRoot, "src/.observablehq/datasets.lock");

/** A preview that looks on while datasets are made. */
export interface Onlooker {
  /** What is waited for is made first, and the rest so that most are there soon. */
  readonly wanted: {has(target: string): boolean};
  /** What somebody has been told of in an earlier run, perhaps that it failed. */
  readonly told: {has(target: string): boolean};
  onReport(report: DatasetReport): void;
}

/**
 * Brings the snapshot and every dataset up to date, or `only` those with certain targets. A loader that fails is reported and
 * does not stop the others; a source or a snapshot that fails throws.
 *
 * With an `onlooker`, an output that was there or told of before and that nobody waits for gets the same new time as its
 * loader, which makes Framework's preview take the output, without a run of its own, into the pages that are open. A page
 * that is opened while the first outputs come would be loaded again for it.
 */
export async function makeDatasets({
  env = environment,
  onlooker,
  only,
}: {
  env?: Environment;
  onlooker?: Onlooker;
  only?: ReadonlySet<string>;
} = {}): Promise<RunReport> {
  return withLock(lockFile, async () => {
    const snapshot = await ensureSnapshot({env});
    const reader = await openSnapshot(snapshot.file);
    try {
      const all = await datasetsOver(snapshot, reader);
      const removed = removeOrphans(all);
      const made = keepOnly(readMade(), all);
      const datasets = only ? all.filter(({target}) => only.has(target)) : all;
      const freshness = await openFreshness(snapshot, reader.connection);
      const fresh = await freshness.freshAmong(datasets, made);
      const stale = datasets.filter((dataset) => !fresh.has(dataset));
      const reports: DatasetReport[] = [];
      const tell = (report: DatasetReport) => {
        reports.push(report);
        onlooker?.onReport(report);
      };
      for (const dataset of fresh) tell(freshReport(dataset, made.get(dataset.target)!));
      const code = stale.filter(({language}) => language === "ts").map(({loader}) => loader);
      const madeOfPrivate = privateDatasets(datasets);
      const privacy = openPrivacy(snapshot, stale, datasets);
      const loaders = await openTsLoaders([...new Set(code)], {...env, ...settingsFor(snapshot)});
      try {
        const jobs = jobsOf(stale, made, loaders, onlooker?.wanted);
        const work = async (_: unknown, worker: number) => {
          const connection = await reader.connect();
          const process = loaders.open();
          for (let dataset = jobs.next(worker); dataset; dataset = jobs.next(worker)) {
            const make = () => makeDataset(dataset, connection, reader.own, {process, privacy});
            tell(await bringUpToDate(dataset, made, freshness, make, onlooker));
          }
        };
        await Promise.all(Array.from({length: jobsAtATime}, work));
      } finally {
        await loaders.close();
        privacy.close();
      }
      // a loader of many datasets has been touched with each of them
      for (const dataset of datasets.filter(({target}) => made.has(target)))
        keepNewerThanLoader(dataset);
      writeMade(made);
      reports.sort((a, b) => (a.target < b.target ? -1 : 1));
      return {snapshot, datasets: reports, removed, private: madeOfPrivate};
    } finally {
      reader.close();
    }
  });
}

/**
 * Removes the cached outputs that are out of date, so that Framework, which takes any output it finds, has
 * to run their loaders. The config calls this when it is read. Comes back with the settings that hold
 * those loaders to the snapshot that is there, to be put into the environment.
 */
export async function removeStaleOutputs({env = environment}: {env?: Environment} = {}): Promise<{
  removed: readonly string[];
  /** Those of them that a loader has to make, whether they were there or not. */
  stale: readonly string[];
  settings: Record<string, string>;
}> {
  return withLock(lockFile, async () => {
    const snapshot = await ensureSnapshot({env});
    const made = readMade();
    const reader = await openSnapshot(snapshot.file);
    try {
      const datasets = await datasetsOver(snapshot, reader);
      const {freshAmong} = await openFreshness(snapshot, reader.connection);
      const fresh = await freshAmong(datasets, made);
      const outdated = datasets.filter((dataset) => !fresh.has(dataset));
      for (const {output} of outdated) rmSync(output, {force: true});
      const stale = outdated.map(({target}) => target);
      const removed = [...removeOrphans(datasets), ...stale];
      return {removed, stale, settings: settingsFor(snapshot)};
    } finally {
      reader.close();
    }
  });
}

/** The datasets that can be made of a snapshot. */
async function datasetsOver({legs}: Snapshot, reader: SnapshotReader): Promise<Dataset[]> {
  const found = findDatasets().filter((dataset) => legs === "all" || !needsLegs(dataset));
  return datasetsOf(found, await pagePaths(reader));
}

function freshReport({target, loader}: Dataset, {rowCount, byteCount}: MadeEntry): DatasetReport {
  return {target, loader, state: "fresh", rowCount, byteCount, milliseconds: 0, error: null};
}

async function bringUpToDate(
  dataset: Dataset,
  made: Made,
  {inputsOf}: Freshness,
  make: () => Promise<MadeTsDataset>,
  onlooker: Onlooker | undefined,
): Promise<DatasetReport> {
  const {target, loader, output} = dataset;
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const inputs = inputsOf(dataset);
    const isKnown = onlooker && (existsSync(output) || onlooker.told.has(target));
    const {bytes, rowCount, files} = await make();
    const time = new Date();
    // pages name the time of a file: what is the same stays as old as it is, unless somebody looks on
    if (onlooker || !holds(output, bytes)) writeAside(output, bytes, {time});
    if (isKnown && !onlooker.wanted.has(target)) utimesSync(join(projectRoot, loader), time, time);
    const byteCount = bytes.length;
    const milliseconds = elapsed();
    const outputHash = hashBytes(bytes);
    made.set(target, {inputs, files, byteCount, outputHash, rowCount, milliseconds});
    return {target, loader, state: "made", rowCount, byteCount, milliseconds, error: null};
  } catch (error) {
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
      error: named,
    };
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  if (statSync(file, {throwIfNoEntry: false})?.size !== bytes.length) return false;
  return readFileSync(file).equals(bytes);
}

/**
 * Framework takes an output for stale that is older than its loader, whose text may be the same all the while. Somebody may
 * have removed the loader while others were made.
 */
function keepNewerThanLoader({loader, output}: Dataset): void {
  const read = statSync(join(projectRoot, loader), {throwIfNoEntry: false});
  if (!read || read.mtimeMs <= statSync(output).mtimeMs) return;
  const now = new Date();
  utimesSync(output, now, now);
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

function keepOnly(made: Made, datasets: readonly Dataset[]): Made {
  const targets = new Set(datasets.map(({target}) => target));
  return new Map([...made].filter(([target]) => targets.has(target)));
}
