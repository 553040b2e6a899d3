/**
 * The live stream under load: the default bank at 2,000 rows a second, from the file to 500 clients, one in ten of
 * which stops reading for a while.
 */
import {once} from "node:events";
import {availableParallelism, loadavg} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {startNode} from "../../../loaders/childProcess.js";
import {parseEur} from "../../../src/lib/money.js";
import {freePort} from "../../db/freePort.js";
import {batchNumbers, readManifest} from "../../stream/layout.js";
import {readBatch} from "../../stream/readBatch.js";
import {CommandProcess} from "./commandProcess.js";
import {writeEmptySite} from "./emptySite.js";
import type {ClientsReport} from "./loadClients.js";
import {type Usage, watchUsage} from "./processUsage.js";

export interface LoadOptions {
  /** An empty folder. */
  readonly scratch: string;
  readonly seconds: number;
}

const clientCount = 500;
const rowsPerSecond = 2000;
const batchRows = 500;
/** What the figures are held to. */
const aims = {rowShare: 0.99, p95Ms: 250, growth: 1.2};
/** How long the generator may take to make its bank, in milliseconds. */
const patienceMs = 120_000;

/** Runs the load, and comes back with lines for a person; `isMissed` where a figure misses its aim. */
export async function runLoad({scratch, seconds}: LoadOptions) {
  const folder = join(scratch, "bank");
  const stream = `${folder}-stream`;
  const site = join(scratch, "site");
  writeEmptySite(site);
  const port = await freePort();
  const interval = `${batchRows / rowsPerSecond}`;
  const pace = ["--live-batch-size", `${batchRows}`, "--live-interval", interval];
  const generate = ["scripts/seed.ts", "--out", folder, "--continuous", ...pace];
  const generator = new CommandProcess("generator", generate);
  const serving = ["--folder", site, "--stream", stream, "--port", `${port}`];
  const publisher = new CommandProcess("publisher", ["scripts/live.ts", ...serving]);
  const url = `http://127.0.0.1:${port}/live/events`;
  generator.start();
  publisher.start();
  let clients: ReturnType<typeof startClients> | undefined;
  try {
    await until(() => lastBatch(stream) > 0, generator);
    clients = startClients(url);
    await once(clients, "message");
    const stop = new AbortController();
    const pids = {generator: generator.pid, publisher: publisher.pid, clients: clients.pid!};
    const watching = watchUsage(pids, stop.signal);
    const from = {id: lastId(stream), at: performance.now()};
    await sleep(seconds * 1000);
    const taken = (performance.now() - from.at) / 1000;
    const rate = (lastId(stream) - from.id) / taken;
    stop.abort();
    const usage = await watching;
    await generator.end();
    await sleep(1000);
    const told = once(clients, "message");
    clients.send(lastBatch(stream));
    const [report] = (await told) as [ClientsReport];
    await publisher.end();
    return figures(report, {rate, seconds: taken, usage, wrong: wrongBatches(stream, report)});
  } finally {
    clients?.kill("SIGKILL");
    publisher.abandon();
    generator.abandon();
  }
}

function startClients(url: string) {
  const args = ["scripts/bench/live/loadClients.ts", "--url", url, "--count", `${clientCount}`];
  return startNode(["--import", "tsx", ...args], {stdio: ["ignore", "inherit", "inherit", "ipc"]});
}

function figures(
  {latency, lost, bytes, fastLosses, slowLosses, reasons}: ClientsReport,
  measured: {
    rate: number;
    seconds: number;
    usage: Readonly<Record<string, Usage>>;
    wrong: {readonly compared: number; readonly wrong: number};
  },
) {
  const {rate, seconds, usage, wrong} = measured;
  const grown = Object.values(usage).filter(
    ({firstMegabytes, lastMegabytes}) => lastMegabytes > firstMegabytes * aims.growth,
  );
  const isMissed =
    rate < rowsPerSecond * aims.rowShare ||
    lost.fast > 0 ||
    fastLosses > 0 ||
    wrong.wrong > 0 ||
    latency.p95 > aims.p95Ms ||
    grown.length > 0;
  const lines = [
    `${clientCount} clients, one in ten slow, for ${seconds.toFixed(0)} s: ${Math.round(rate)} rows/s written (aim: ${rowsPerSecond}), ${(bytes / seconds / 1e6).toFixed(0)} MB/s read by the clients`,
    `  batches lost by fast clients     ${lost.fast} (aim: 0), connections ${fastLosses} (aim: 0)`,
    `  batches lost by slow clients     ${lost.slow}, connections ${slowLosses}; told why: ${reasonsText(reasons)}`,
    `  batches that a client read whole ${wrong.compared} compared with the files, ${wrong.wrong} differ in rows or cents (aim: 0)`,
    `  from the write to a fast client  p50 ${latency.p50} ms, p95 ${latency.p95} ms (aim: below ${aims.p95Ms}), at most ${latency.max} ms`,
    ...Object.entries(usage).map(
      ([name, {firstMegabytes, lastMegabytes, cpuSeconds, waitSeconds}]) =>
        `  ${name.padEnd(32)} ${firstMegabytes.toFixed(0)} MB in the first quarter, ${lastMegabytes.toFixed(0)} in the last (aim: at most ${aims.growth} ×), ${cpuSeconds.toFixed(0)} s of processor, ${waitSeconds.toFixed(0)} s of waiting for one`,
    ),
  ];
  const [, busy] = loadavg() as [number, number, number];
  lines.push(
    `  the machine, all that ran on it    ${busy.toFixed(1)} wanted to run at a time, for ${availableParallelism()} cores`,
  );
  return {lines, isMissed};
}

function reasonsText(reasons: Readonly<Record<string, number>>): string {
  const parts = Object.entries(reasons).map(([reason, count]) => `${count} × "${reason}"`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** Compares what a client read whole with the batches that are still there. */
function wrongBatches(stream: string, {batches}: ClientsReport) {
  const kept = new Set(batchNumbers(stream));
  const compared = batches.filter(([batch]) => kept.has(batch));
  const wrong = compared.filter(([batch, rows, cents]) => {
    const transactions = readBatch(stream, batch).rows.get("transactions") ?? [];
    const sum = transactions.reduce((total, fields) => total + parseEur(fields[4]!), 0);
    return transactions.length !== rows || sum !== cents;
  });
  return {compared: compared.length, wrong: wrong.length};
}

async function until(isThere: () => boolean, generator: CommandProcess): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isThere()) {
    generator.assertRuns();
    if (performance.now() > deadline) throw new Error("the generator has written nothing");
    await sleep(100);
  }
}

const lastBatch = (stream: string) => batchNumbers(stream).at(-1) ?? 0;

function lastId(stream: string): number {
  const {first_id, rows} = readManifest(stream, lastBatch(stream));
  return first_id + rows - 1;
}
