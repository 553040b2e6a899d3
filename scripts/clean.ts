/** `npm run clean`: removes what can be made again. */

import {join} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {removeWhole} from "./clean/removeWhole.js";
import {readOptions} from "./terminal/options.js";

const {data} = readOptions({
  usage: "npm run clean --",
  summary: "Removes the built sites, the cache and the snapshot.",
  options: {
    data: {type: "flag", help: "remove the generated bank as well, and what was published of it"},
  },
});

const made = ["dist", "editions", "src/.observablehq", "data/snapshot"];
const generated = [
  "data/seed",
  "data/stream",
  "data/imports",
  "data/rejects",
  "data/publishes.jsonl",
];

for (const folder of data ? [...made, ...generated] : made) {
  removeWhole(join(projectRoot, folder));
  log.info(`removed ${folder}`);
}
