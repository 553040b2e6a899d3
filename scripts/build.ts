/** `npm run build`: the static site. */

import {formatRun} from "../loaders/datasets/report.js";
import {editionOf} from "../loaders/editions/edition.js";
import {log} from "../loaders/log.js";
import {whyNotSimulated} from "../loaders/source.js";
import {runCommand} from "./db/runCommand.js";
import {basePath} from "./site/basePath.js";
import {buildSite} from "./site/build.js";
import {sizeReport} from "./site/sizes.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run build --",
  summary: "Builds the site into a folder that any web server can hold. Nothing is fetched.",
  options: {
    base: {type: "text", default: "/", help: "the path below which the site will stand"},
    edition: {
      type: "text",
      help: "for whom: admin (the whole bank, as without it), public, company:ID, person:ID or group:FILE",
    },
    output: {type: "text", default: "dist", help: "the folder to build"},
  },
});

await runCommand(async () => {
  const start = performance.now();
  const done = (folder: string, isUnchanged: boolean) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const did = isUnchanged ? "nothing has changed in" : "built";
    process.stdout.write(`${did} ${folder} in ${seconds} s\n`);
  };
  const base = basePath(options.base);
  const edition = options.edition === undefined ? undefined : editionOf(options.edition);
  if (edition) {
    // with Framework behind it, which a build of the whole bank has in another process
    const {buildEditions} = await import("./site/editions.js");
    const [built] = await buildEditions([edition], {base, folderOf: () => options.output});
    process.stdout.write(sizeReport(built!.folder));
    done(built!.folder, built!.isUnchanged);
  } else {
    const progress = (step: string) => log.info(`building: ${step}`);
    const {folder, isUnchanged, run} = await buildSite({output: options.output, base, progress});
    process.stdout.write(formatRun(run.report, run.milliseconds));
    process.stdout.write(sizeReport(folder));
    const why = whyNotSimulated(run.report.snapshot.description);
    if (why !== undefined && options.edition === undefined)
      log.warn(
        `the bank may hold real persons (${why}), and this site shows all of it to everybody: say for whom it is ` +
          "(--edition public, or --edition admin for those who may see it all; docs/editions.md)",
      );
    done(folder, isUnchanged);
  }
  return 0;
});
