/**
 * The build of the site, in an order that fails early and leaves the old site alone until the new one is
 * whole: datasets, the cells of pages while Framework works, what Framework leaves out, links, and last the
 * exchange. Where nothing has changed since, the site is left as it is.
 */
import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {ownPath} from "../../loaders/abandoned.js";
import {failuresOf} from "../../loaders/datasets/report.js";
import {makeDatasets, type RunReport} from "../../loaders/datasets/runner.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {keepRecord, recordOf, siteInputs} from "./builtRecord.js";
import {finishSite} from "./finish.js";
import {findDeadLinks} from "./links.js";
import {observableBuild} from "./observable.js";

/** What stops a build, as lines for a person. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

export interface BuildReport {
  readonly folder: string;
  /** Whether the site that stood there is what would have been built, and was left. */
  readonly isUnchanged: boolean;
  /** How the datasets were made, and how long that took. */
  readonly run: {readonly report: RunReport; readonly milliseconds: number};
}

/**
 * Builds the site into `output` (from the project's root), to stand below the path `base`. Throws `BuildError`
 * on a loader that fails, a cell or query of a page with a mistake, and a dead link; `output` is then as it was.
 */
export async function buildSite({
  base = "/",
  output = "dist",
  env = environment,
  progress = () => {},
}: {
  base?: string;
  output?: string;
  env?: Environment;
  progress?: (step: string) => void;
} = {}): Promise<BuildReport> {
  progress("datasets");
  const start = performance.now();
  const report = await makeDatasets({env});
  const milliseconds = performance.now() - start;
  refuse(failuresOf(report));
  const run = {report, milliseconds};
  const folder = resolve(projectRoot, output);
  const inputs = siteInputs(projectRoot, {base, snapshot: report.snapshot.key});
  const standing = recordOf(projectRoot, folder, inputs);
  if (standing) {
    for (const remark of standing.remarks) log.warn(remark);
    return {folder, isUnchanged: true, run};
  }
  progress("pages");
  const aside = ownPath(join(projectRoot, "src/.observablehq/build"));
  const building = observableBuild({...env, SITE_BASE: base, SITE_OUTPUT: aside});
  try {
    // read only now, beside Framework's process: Framework's parser takes a second or two to load
    const {checkPages} = await import("../check/checkPages.js");
    // the mistake in a cell may be why Framework fails, and says more
    const [checked] = await Promise.allSettled([checkPages(), building]);
    if (checked.status === "rejected") throw checked.reason;
    refuse(checked.value.pages);
    const {remarks} = checked.value;
    for (const remark of remarks) log.warn(remark);
    await building;
    finishSite(aside);
    refuse(findDeadLinks(aside).map(({file, href}) => `${file}: dead link: ${href}`));
    exchange(aside, folder);
    keepRecord(projectRoot, folder, {inputs, remarks});
    return {folder, isUnchanged: false, run};
  } finally {
    rmSync(aside, {recursive: true, force: true});
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new BuildError(problems.join("\n"));
}

/** The old folder goes only when the new one stands beside it, complete. */
function exchange(aside: string, folder: string): void {
  const old = `${aside}-old`;
  mkdirSync(dirname(folder), {recursive: true});
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(aside, folder);
  rmSync(old, {recursive: true, force: true});
}
