/**
 * Makes the datasets of the site, each only when something it is made from has changed, and leaves them where
 * Framework looks for what its data loaders wrote: a warm cache.
 */
import {rmSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {type Environment, environment, projectRoot} from "../environment.js";
import {withLock} from "../lock.js";
import {openSnapshot, type SnapshotReader} from "../snapshot/reader.js";
import {ensureSnapshot, type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import {type Dataset, datasetsOf, findDatasets, removeOrphans} from "./dataset.js";
import {openFreshness} from "./freshness.js";
import {needsLegs} from "./legsNeeded.js";
import {type Made, type MadeEntry, readMade, writeMade} from "./made.js";
import type {DatasetReport, Onlooker} from "./making.js";
import {pagePaths} from "./pagePaths.js";
import {type PrivateDataset, privateDatasets} from "./private/privateDatasets.js";
import {isAsRead} from "./touches.js";

export interface RunReport {
  readonly snapshot: Snapshot;
  readonly datasets: readonly DatasetReport[];
  /** Cached outputs that were removed because no loader makes them. */
  readonly removed: readonly string[];
  /** Those made from what may not leave the house, as their loaders say. */
  readonly private: readonly PrivateDataset[];
}

const lockFile = join(projectRoot, "src/.observablehq/datasets.lock");

/** What is made in a moment: so much work, in milliseconds, does not wait for TypeScript loaders to be bundled. */
const moment = 500;

/**
 * Brings the snapshot and every dataset up to date, or `only` those with certain targets. A loader that fails is reported and
 * does not stop the others; a source or a snapshot that fails throws.
 *
 * With an `onlooker`, an output that was there or told of before and that nobody waits for gets the same new time as its
 * loader, which makes Framework's preview take the output, without a run of its own, into the pages that are open; where
 * the loader itself was saved, that does. A page that is opened while the first outputs come would be loaded again for it.
 *
 * A run that is `overtaken`, by a change or by a mistake elsewhere, ends once the snapshot is there; its report tells what it
 * has come to know.
 */
export async function makeDatasets({
  env = environment,
  onlooker,
  only,
  overtaken,
}: {
  env?: Environment;
  onlooker?: Onlooker;
  only?: ReadonlySet<string>;
  overtaken?: AbortSignal;
} = {}): Promise<RunReport> {
  return withLock(lockFile, async () => {
    const readAt = Date.now();
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
      for (const dataset of fresh) tell(freshReport(dataset, made.get(dataset.target)!, readAt));
      const madeOfPrivate = privateDatasets(datasets);
      const run = {env, snapshot, reader, datasets, made, freshness, onlooker, overtaken, tell};
      const soon = onlooker ? madeInAMoment(stale, made) : [];
      for (const part of [soon, stale.filter((dataset) => !soon.includes(dataset))]) {
        if (part.length === 0 || overtaken?.aborted) continue;
        // a run that finds all as it was has no use for what makes datasets
        const {makeAll} = await import("./making.js");
        await makeAll(part, run);
      }
      const outputs = new Map(datasets.map(({target, output}) => [target, output]));
      for (const report of reports)
        if (report.state !== "failed" && isAsRead(report, onlooker?.touched))
          keepNewerThanLoader(outputs.get(report.target)!, report.loader);
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

function freshReport(
  {target, loader}: Dataset,
  {rowCount, byteCount}: MadeEntry,
  readAt: number,
): DatasetReport {
  const milliseconds = 0;
  return {target, loader, state: "fresh", rowCount, byteCount, milliseconds, readAt, error: null};
}

/** The SELECTs of a run, where it is known that all of them together take no more than a moment. */
function madeInAMoment(stale: readonly Dataset[], made: Made): readonly Dataset[] {
  const selects = stale.filter(({language}) => language === "sql");
  const times = selects.map(({target}) => made.get(target)?.milliseconds ?? moment);
  return times.reduce((sum, time) => sum + time, 0) <= moment ? selects : [];
}

/**
 * Framework takes an output for stale that is older than its loader, whose text may be the same all the while, or which has
 * been touched with each of its datasets.
 */
function keepNewerThanLoader(output: string, loader: string): void {
  const {mtimeMs} = statSync(join(projectRoot, loader));
  if (mtimeMs <= statSync(output).mtimeMs) return;
  const time = new Date(Math.ceil(mtimeMs));
  utimesSync(output, time, time);
}

function keepOnly(made: Made, datasets: readonly Dataset[]): Made {
  const targets = new Set(datasets.map(({target}) => target));
  return new Map([...made].filter(([target]) => targets.has(target)));
}
