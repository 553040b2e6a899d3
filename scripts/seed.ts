import {relative} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {parseMonth} from "../src/lib/day.js";
import {writeBank} from "./seed/writeBank.js";
import {log} from "./terminal/log.js";
import {type Command, readOptions} from "./terminal/options.js";
import {startProgress} from "./terminal/progress.js";

const command = {
  usage: "npm run seed --",
  summary: "Makes a bank from a seed and writes it as CSV files with a manifest.",
  options: {
    individuals: {type: "integer", default: 2500, min: 0, max: 100_000, help: "people"},
    companies: {type: "integer", default: 120, min: 0, max: 10_000, help: "companies"},
    months: {type: "integer", default: 18, min: 1, max: 600, help: "months of data"},
    seed: {type: "integer", default: 42, min: 0, max: 4_294_967_295, help: "same seed, same bytes"},
    start: {type: "text", default: "2025-05", help: "first month"},
    out: {type: "text", default: `${projectRoot}data/seed`, help: "folder to write to"},
  },
} as const satisfies Command<Record<string, import("./terminal/options.js").Option>>;

const options = readOptions(command);
const {individuals, companies, months, seed} = options;
const started = performance.now();
const progress = startProgress("seed", months, {unit: "months"});
const {manifest} = writeBank(
  {individuals, companies, months, seed, start: parseMonth(options.start)},
  options.out,
  {onMonth: progress.at},
);
progress.end();
const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
const seconds = ((performance.now() - started) / 1000).toFixed(2);
log.success(`${rows} rows in ${relative(process.cwd(), options.out) || "."} after ${seconds} s`);
