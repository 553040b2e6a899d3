/** `npm run data`: brings the snapshot and the datasets of the site up to date. */

import {failuresOf, formatRun} from "../loaders/datasets/report.js";
import {makeDatasets} from "../loaders/datasets/runner.js";
import {log} from "../loaders/log.js";
import {errorWords} from "../loaders/machineError.js";
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
  const failures = failuresOf(report);
  for (const error of failures) log.error(errorWords(error));
  if (failures.length > 0) process.exitCode = 1;
} catch (error) {
  log.error(errorWords(error));
  process.exitCode = 1;
}
