import {relative, resolve} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {parseMonth} from "../src/lib/day.js";
import {liveStream} from "./seed/liveStream.js";
import {type WrittenBank, writeBank} from "./seed/writeBank.js";
import {
  type Command,
  type Option,
  readOptions,
  UsageError,
  type Values,
} from "./terminal/options.js";
import {startProgress} from "./terminal/progress.js";

const command = {
  usage: "npm run seed --",
  summary: "Makes a bank from a seed and writes it as CSV files with a manifest.",
  options: {
    individuals: {type: "integer", default: 2500, min: 0, max: 200_000, help: "people"},
    companies: {type: "integer", default: 120, min: 0, max: 20_000, help: "companies"},
    months: {type: "integer", default: 18, min: 1, max: 600, help: "months of data"},
    seed: {type: "integer", default: 42, min: 0, max: 4_294_967_295, help: "same seed, same bytes"},
    start: {type: "text", default: "2025-05", help: "first month"},
    out: {type: "text", help: "folder to write to (default data/seed)"},
    continuous: {
      type: "flag",
      help: "go on posting after the last day, into data/stream (with --out X into X-stream)",
    },
    "live-batch-size": {type: "integer", default: 150, min: 1, help: "transactions in a batch"},
    "live-interval": {type: "number", default: 1.5, min: 0, help: "seconds between batches"},
  },
} as const satisfies Command<Record<string, Option>>;

const options = readOptions(command);
try {
  const bank = seed(options);
  if (options.continuous) await stream(bank, options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function seed({
  individuals,
  companies,
  months,
  seed,
  start,
  out,
}: Values<typeof command.options>): WrittenBank {
  const started = performance.now();
  const folder = out ?? `${projectRoot}data/seed`;
  const first = startOf(start);
  const progress = startProgress("seed", months, {unit: "months"});
  const bank = writeBank({individuals, companies, months, seed, start: first}, folder, {
    onMonth: progress.at,
  });
  progress.end();
  const rows = bank.manifest.files.reduce((sum, file) => sum + file.rows, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  log.success(
    `${rows} rows in ${relative(process.cwd(), resolve(folder)) || "."} after ${seconds} s`,
  );
  return bank;
}

async function stream(bank: WrittenBank, options: Values<typeof command.options>): Promise<void> {
  const folder = options.out ? `${resolve(options.out)}-stream` : `${projectRoot}data/stream`;
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  log.info(`posting into ${relative(process.cwd(), resolve(folder))} until interrupted`);
  const batches = liveStream(bank, folder, {
    size: options["live-batch-size"],
    intervalSeconds: options["live-interval"],
    signal: stop.signal,
  });
  for await (const {number, transactions, asOf} of batches) {
    log.info(`batch ${number}: ${transactions} transactions, up to ${asOf}`);
  }
  log.info("stopped");
}

function startOf(text: string): number {
  try {
    return parseMonth(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
