/**
 * Many clients of the live events in one process, started by `load.ts`: the address and their number are its arguments.
 * It says when all are connected, and when it is told the last batch, what they saw.
 */
import {get} from "node:http";
import {parseArgs} from "node:util";
import type {LiveBatch} from "../../../src/lib/live/events.js";
import {type Frame, FrameScanner} from "./frameScanner.js";

/** What the clients saw. */
export interface ClientsReport {
  readonly bytes: number;
  /** From the write to a fast client, in milliseconds. */
  readonly latency: {readonly p50: number; readonly p95: number; readonly max: number};
  /** Batches that a fast client was not told of, or a slow one after it came back. */
  readonly lost: {readonly fast: number; readonly slow: number};
  /** Connections that fast clients lost. */
  readonly fastLosses: number;
  readonly slowLosses: number;
  /** The reasons that clients were given, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
  /** What the one that reads all was told: the rows and cents of each batch. */
  readonly batches: readonly (readonly [batch: number, rows: number, cents: number])[];
}

const {url, count} = parseArgs({options: {url: {type: "string"}, count: {type: "string"}}}).values;
/** One in ten reads slowly. */
const isSlow = (index: number) => index % 10 === 9;
/** A slow client stops reading so long after it was connected, and for so long, in milliseconds. */
const stallAfterMs = 5_000;
const stallMs = 60_000;
const retryMs = 1_000;
const longestLatencyMs = 120_000;

const latencies = new Uint32Array(longestLatencyMs);
const lost = {fast: 0, slow: 0};
const losses = {fast: 0, slow: 0};
const reasons: Record<string, number> = {};
const batches: [number, number, number][] = [];
const clients = Array.from({length: Number(count)}, (_, index) => ({
  kind: isSlow(index) ? ("slow" as const) : ("fast" as const),
  isReader: index === 0,
  last: Number.NaN,
  lastEventId: "",
}));
type Client = (typeof clients)[number];
/** Those that were never connected. */
const waiting = new Set(clients);
let isReady = false;
let bytes = 0;
let isEnding = false;

function connect(client: Client): void {
  const headers = client.lastEventId === "" ? {} : {"last-event-id": client.lastEventId};
  const isBack = client.lastEventId !== "";
  let isCaughtUp = !isBack;
  get(url!, {headers, agent: false}, (response) => {
    const scanner = new FrameScanner({
      keepsData: client.isReader,
      onFrame(frame) {
        take(client, frame);
        const delay = Date.now() - frame.writtenAt;
        isCaughtUp ||= delay < 1000;
        if (client.kind === "fast" && frame.event === "batch" && isCaughtUp)
          latencies[Math.min(longestLatencyMs - 1, Math.max(0, delay))]!++;
      },
    });
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      scanner.take(chunk);
    });
    response.on("error", () => {});
    response.once("close", () => {
      if (isEnding) return;
      losses[client.kind]++;
      setTimeout(connect, retryMs, client);
    });
    if (client.kind === "slow") {
      setTimeout(() => response.pause(), stallAfterMs * (1 + Math.random()));
      setTimeout(() => response.resume(), stallAfterMs * 2 + stallMs * (0.5 + Math.random() / 2));
    }
    waiting.delete(client);
    if (waiting.size === 0 && !isReady) {
      isReady = true;
      process.send!("connected");
    }
  }).on("error", () => setTimeout(connect, retryMs, client));
}

function take(client: Client, {event, id, batch, data}: Frame): void {
  if (event === "dropped") {
    const {reason} = JSON.parse(data) as {reason: string};
    const kind = reason.replace(/\d+ batches/, "… batches");
    reasons[kind] = (reasons[kind] ?? 0) + 1;
  }
  if (id === "") return;
  if (event === "state" && !Number.isNaN(client.last)) lost[client.kind] += batch - client.last;
  if (event === "batch" && !Number.isNaN(client.last))
    lost[client.kind] += Math.abs(batch - client.last - 1);
  client.last = batch;
  client.lastEventId = id;
  if (!client.isReader || event !== "batch") return;
  const {rows} = JSON.parse(data) as LiveBatch;
  batches.push([batch, rows.length, rows.reduce((sum, row) => sum + row[6], 0)]);
}

/** The latency that a share of all batches told does not exceed. */
function quantile(share: number): number {
  const total = latencies.reduce((sum, each) => sum + each, 0);
  let below = 0;
  return latencies.findIndex((each) => {
    below += each;
    return below >= total * share;
  });
}

process.on("message", (last: number) => {
  isEnding = true;
  for (const {kind, last: seen} of clients) if (kind === "fast") lost.fast += last - seen;
  const report: ClientsReport = {
    bytes,
    latency: {p50: quantile(0.5), p95: quantile(0.95), max: quantile(1)},
    lost,
    fastLosses: losses.fast,
    slowLosses: losses.slow,
    reasons,
    batches,
  };
  process.send!(report, () => process.exit());
});
for (const client of clients) connect(client);
