/** `npm run check:licences`: lists the licence of every package, and fails on one that is not allowed. */

import {execFileSync} from "node:child_process";
import {projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {allowedLicences, type Component, licencesOf} from "./licences/licences.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "npm run check:licences --",
  summary:
    "Lists the licence of every package that the product uses, and fails on one that is not allowed.",
  options: {},
});

try {
  const bill = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const {components} = JSON.parse(bill) as {components: readonly Component[]};
  const packages = licencesOf(components);
  for (const {name, version, licence} of packages)
    process.stdout.write(`${`${name}@${version}`.padEnd(48)} ${licence || "none"}\n`);
  const refused = packages.filter(({isAllowed}) => !isAllowed);
  for (const {name, version, licence} of refused)
    log.error(
      `${name}@${version} is under ${licence || "no licence"}, which is none of ${allowedLicences.join(", ")} (scripts/licences/licences.ts)`,
    );
  if (refused.length > 0) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
