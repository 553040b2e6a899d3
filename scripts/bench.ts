/** `npm run bench`: measures what the project promises about speed and size. */

import {log} from "../loaders/log.js";
import {benchDb} from "./bench/db.js";
import {benchEngines} from "./bench/engines.js";
import {benchFaults} from "./bench/faults.js";
import {benchForecast} from "./bench/forecast.js";
import {benchInvesting} from "./bench/investing.js";
import {benchLive} from "./bench/live.js";
import {benchRealism} from "./bench/realism.js";
import {benchScale} from "./bench/scale.js";
import {benchSeed} from "./bench/seed.js";
import {benchSite} from "./bench/site.js";
import {benchWorkbench} from "./bench/workbench.js";
import {readOptions} from "./terminal/options.js";

/** Each measures one area, with lines for a person; a target that is missed, where there are any, ends in exit code 1. */
const benchmarks = {
  seed: benchSeed,
  site: benchSite,
  scale: () => benchScale(individuals ?? 25_000),
  engines: () => benchEngines(individuals ?? 330_000),
  db: benchDb,
  investing: benchInvesting,
  forecast: benchForecast,
  live: () => benchLive(seconds),
  realism: () => benchRealism(seed),
  workbench: benchWorkbench,
};
const names = Object.keys(benchmarks) as (keyof typeof benchmarks)[];
/** Takes an hour and 50 GB of disk: only run by name. */
const onlyByName: readonly string[] = ["engines"];

const {only, faults, seed, seconds, individuals} = readOptions({
  usage: "npm run bench --",
  summary: "Measures what the project promises about speed and size.",
  options: {
    only: {
      type: "text",
      values: names,
      help: `one of ${names.join(", ")}; all but ${onlyByName.join(", ")}, unless told`,
    },
    seed: {
      type: "integer",
      default: 42,
      min: 0,
      max: 4_294_967_295,
      help: "the bank whose realism is shown, or the faults that are drawn",
    },
    seconds: {
      type: "integer",
      default: 600,
      min: 20,
      help: "how long the live stream is under load",
    },
    individuals: {
      type: "integer",
      min: 100,
      help: "the people of the large bank: 25,000 for scale, 330,000 for engines, unless told",
    },
    faults: {type: "flag", help: "disturb each command, a thousand times in all, and nothing else"},
  },
});

try {
  if (faults) tell(await benchFaults(String(seed)));
  for (const name of faults ? [] : names) {
    if (only === undefined ? onlyByName.includes(name) : only !== name) continue;
    log.info(`measuring: ${name}`);
    tell(await benchmarks[name]());
  }
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function tell(measured: string[] | {lines: string[]; isMissed: boolean}): void {
  const {lines, isMissed} = Array.isArray(measured) ? {lines: measured, isMissed: false} : measured;
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (isMissed) process.exitCode = 1;
}
