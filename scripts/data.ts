/** `npm run data`: brings the snapshot and the datasets of the site up to date. */

import {formatRun} from "../loaders/datasets/report.js";
import {makeDatasets} from "../loaders/datasets/runner.js";
import {log} from "../loaders/log.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "npm run data --",
  summary: "Makes the datasets that are out of date, from MariaDB or the CSV files.",
  options: {},
});

try {
  const start = performance.now();
  const report = await makeDatasets();
  process.stdout.write(formatRun(report, performance.now() - start));
  for (const {error} of report.datasets) if (error) log.error(error);
  if (report.datasets.some(({state}) => state === "failed")) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
