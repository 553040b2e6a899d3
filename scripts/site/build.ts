/**
 * The build of the site, in an order that leaves the old site alone until the new one is whole: the datasets, and
 * beside them all that the check of the pages and Framework do without them, where a mistake ends the build at once; then
 * the pages, what Framework leaves out, links, compressed files, and last the exchange. Where nothing has changed since, the site is left as it is.
 */
import {rmSync} from "node:fs";
import {join, resolve} from "node:path";
import {ownPath} from "../../loaders/abandoned.js";
import {failuresOf} from "../../loaders/datasets/report.js";
import {makeDatasets, type RunReport} from "../../loaders/datasets/runner.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {withLock} from "../../loaders/lock.js";
import {log} from "../../loaders/log.js";
import {clearReplacements} from "../../loaders/replacedFolder.js";
import {settingsFor} from "../../loaders/snapshot/snapshot.js";
import type {Findings} from "../check/checkPages.js";
import {type BesideDatasets, startBeside} from "./besideDatasets.js";
import {refuse} from "./buildError.js";
import {keepRecord, mayStand, recordOf, siteInputs, siteSources} from "./builtRecord.js";
import {keepPublish} from "./keepPublish.js";
import {promiseOf, publishFolder, writePublished} from "./publishFolder.js";

export interface BuildReport {
  readonly folder: string;
  /** Whether the site that stood there is what would have been built, and was left. */
  readonly isUnchanged: boolean;
  /** How the datasets were made, and how long that took. */
  readonly run: {readonly report: RunReport; readonly milliseconds: number};
}

/**
 * Builds the site into `output` (from the project's root), to stand below the path `base`. Throws `BuildError`
 * on a loader that fails, a cell or query of a page with a mistake, a dead link, and a promise that is none; `output` is then as it was.
 */
export async function buildSite({
  base = "/",
  output = "dist",
  env = environment,
  progress = () => {},
  now = () => new Date(),
}: {
  base?: string;
  output?: string;
  env?: Environment;
  progress?: (step: string) => void;
  now?: () => Date;
} = {}): Promise<BuildReport> {
  const folder = resolve(projectRoot, output);
  clearReplacements(folder); // the site that a killed build had just taken away
  const staleAfter = promiseOf(env);
  const promised = {confirmed: now(), staleAfter};
  const sources = siteSources(projectRoot, {base, staleAfter});
  const aside = ownPath(join(projectRoot, "src/.observablehq/build"));
  const settings = {SITE_BASE: base, SITE_OUTPUT: aside, SITE_STANDING: folder};
  const start = () => startPages({...env, ...settings});
  // a site whose sources have changed is built whatever becomes of its data
  let pages = mayStand(projectRoot, folder, sources) ? undefined : start();
  try {
    progress("datasets");
    const started = performance.now();
    const overtaken = overtakenBy(pages);
    const report = await makeDatasets({env, overtaken});
    const run = {report, milliseconds: performance.now() - started};
    if (pages && overtaken.aborted) await tellMistake(pages);
    refuse(failuresOf(report));
    const inputs = siteInputs(sources, report.snapshot.key);
    const standing = pages ? undefined : recordOf(projectRoot, folder, inputs);
    if (standing) {
      for (const remark of standing.remarks) log.warn(remark);
      writePublished(folder, promised);
      await keepPublish();
      return {folder, isUnchanged: true, run};
    }
    progress("pages");
    pages ??= start();
    const remarks = await finishPages(pages, settingsFor(report.snapshot));
    for (const remark of remarks) log.warn(remark);
    // of two builds of one folder each notes what it has put there itself
    await withLock(join(projectRoot, "src/.observablehq/publish.lock"), async () => {
      await publishFolder(aside, folder, {base, promised});
      keepRecord(projectRoot, folder, {sources, inputs, remarks});
    });
    await keepPublish();
    return {folder, isUnchanged: false, run};
  } finally {
    await Promise.all([pages?.check.stop(), pages?.framework.stop()]);
    rmSync(aside, {recursive: true, force: true});
  }
}

interface Pages {
  readonly check: BesideDatasets;
  readonly framework: BesideDatasets;
}

/** Starts what makes pages: the check of their cells, and Framework. */
function startPages(env: Environment): Pages {
  return {
    check: startBeside(["scripts/check/report.ts"], env),
    framework: startBeside(["--max-semi-space-size=64", "scripts/site/frameworkBuild.ts"], {
      ...env,
      SITE_DATASETS: "made",
      OBSERVABLE_TELEMETRY_DISABLE: "true",
    }),
  };
}

/** Aborted where one of them ends by itself: something is wrong that has nothing to do with datasets. */
function overtakenBy(pages: Pages | undefined): AbortSignal {
  const overtaken = new AbortController();
  const abort = () => overtaken.abort();
  for (const {ended} of Object.values(pages ?? {})) ended.then(abort, abort);
  return overtaken.signal;
}

/** Throws what is wrong with pages of which one has ended by itself: what the check finds says more than Framework. */
async function tellMistake({check, framework}: Pages): Promise<void> {
  const {pages} = JSON.parse(await check.finish({})) as Findings;
  refuse(pages);
  await framework.finish({});
}

/** Makes the pages over the datasets, which are there; comes back with what is remarked on them. */
async function finishPages(
  {check, framework}: Pages,
  settings: Environment,
): Promise<readonly string[]> {
  // the mistake in a cell may be why Framework fails, and says more
  const [checked, built] = await Promise.allSettled([
    check.finish(settings),
    framework.finish(settings),
  ]);
  if (checked.status === "rejected") throw checked.reason;
  const {pages, remarks} = JSON.parse(checked.value) as Findings;
  refuse(pages);
  if (built.status === "rejected") throw built.reason;
  return remarks;
}
