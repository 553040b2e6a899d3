/** `npm run bench`: measures what the project promises about speed and size. */

import {benchSite} from "./bench/site.js";
import {log} from "./terminal/log.js";
import {readOptions} from "./terminal/options.js";

/** Each measures one area and comes back with lines for a person. */
const benchmarks = {site: benchSite};
const names = Object.keys(benchmarks) as (keyof typeof benchmarks)[];

const {only} = readOptions({
  usage: "npm run bench --",
  summary: "Measures what the project promises about speed and size.",
  options: {
    only: {type: "text", values: names, help: `one of ${names.join(", ")}; all, unless told`},
  },
});

try {
  for (const name of names) {
    if (only !== undefined && only !== name) continue;
    log.info(`measuring: ${name}`);
    for (const line of await benchmarks[name]()) process.stdout.write(`${line}\n`);
  }
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
