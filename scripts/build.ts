/** `npm run build`: the static site. */

import {formatRun} from "../loaders/datasets/report.js";
import {environment} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {whyNotSimulated} from "../loaders/source.js";
import {basePath} from "./site/basePath.js";
import {BuildError, buildSite} from "./site/build.js";
import {sizeReport} from "./site/sizes.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run build --",
  summary: "Builds the site into a folder that any web server can hold. Nothing is fetched.",
  options: {
    base: {type: "text", default: "/", help: "the path below which the site will stand"},
    output: {type: "text", default: "dist", help: "the folder to build"},
  },
});

try {
  const start = performance.now();
  const progress = (step: string) => log.info(`building: ${step}`);
  const {folder, isUnchanged, run} = await buildSite({
    ...options,
    base: basePath(options.base),
    progress,
  });
  process.stdout.write(formatRun(run.report, run.milliseconds));
  process.stdout.write(sizeReport(folder));
  const why = whyNotSimulated(run.report.snapshot.description);
  if (why !== undefined && environment.SITE_EDITION === undefined)
    log.warn(
      `the bank may hold real persons (${why}), and this site shows all of it to everybody: see docs/security.md`,
    );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const done = isUnchanged ? "nothing has changed in" : "built";
  process.stdout.write(`${done} ${folder} in ${seconds} s\n`);
} catch (error) {
  log.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
}
