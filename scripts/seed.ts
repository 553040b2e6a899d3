import {join, relative, resolve} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {withLock} from "../loaders/lock.js";
import {log} from "../loaders/log.js";
import {parseMonth} from "../src/lib/day.js";
import {liveStream} from "./seed/live/liveStream.js";
import {type WrittenBank, writeBank} from "./seed/writeBank.js";
import {streamFolder} from "./stream/layout.js";
import {readerPlaces} from "./stream/readers.js";
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
    individuals: {type: "integer", default: 2500, min: 0, max: 999_999, help: "people"},
    companies: {type: "integer", default: 120, min: 0, max: 99_999, help: "companies"},
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
    "live-speed": {
      type: "number",
      min: 1,
      help: "seconds of the bank a second (default: full batches set the pace)",
    },
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
  const folder = options.out ? `${resolve(options.out)}-stream` : streamFolder;
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const where = relative(process.cwd(), folder);
  await withLock(join(folder, ".lock"), async () => {
    log.info(`posting into ${where} until interrupted`);
    const batches = liveStream(bank, folder, {
      size: options["live-batch-size"],
      intervalSeconds: options["live-interval"],
      speed: options["live-speed"],
      signal: stop.signal,
      onWait: (isWaiting) =>
        log.info(isWaiting ? waitingText(folder) : "somebody reads again: going on"),
    });
    for await (const {batch, rows, live, at} of batches) {
      log.info(`batch ${batch}: ${rows} transactions, ${live.rows} by card, up to ${at}`);
    }
  });
  log.info("stopped");
}

/** Why the stream waits, and what to do. */
function waitingText(folder: string): string {
  const slowest = readerPlaces(folder).sort((a, b) => a.batch - b.batch)[0];
  return slowest === undefined
    ? "waiting: the folder is full and nobody reads (start npm run live or npm run live:post)"
    : `waiting: the folder is full and ${slowest.name} has read up to batch ${slowest.batch} ` +
        `(start it, or remove readers/${slowest.name}.json)`;
}

function startOf(text: string): number {
  try {
    return parseMonth(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
