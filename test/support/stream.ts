/** A small bank and its live stream, for tests. */
import {join} from "node:path";
import {liveStream, type StreamTerms} from "../../scripts/seed/live/liveStream.js";
import {writeBank} from "../../scripts/seed/writeBank.js";
import {type BatchManifest, batchNumbers, readManifest} from "../../scripts/stream/layout.js";
import {readBatch} from "../../scripts/stream/readBatch.js";
import {parseMonth} from "../../src/lib/day.js";
import {parseEur} from "../../src/lib/money.js";

export const smallBank = {
  individuals: 80,
  companies: 10,
  months: 3,
  seed: 42,
  start: parseMonth("2025-05"),
};

/** Makes the bank in a folder, streams beside it, and gives back the batches that were written. */
export async function streamBank(
  folder: string,
  terms: Partial<StreamTerms> & {seed?: number} = {},
): Promise<BatchManifest[]> {
  const {seed = smallBank.seed, ...rest} = terms;
  const bank = writeBank({...smallBank, seed}, join(folder, "seed"));
  const batches: BatchManifest[] = [];
  const all = {size: 100, intervalSeconds: 0, signal: new AbortController().signal, ...rest};
  for await (const batch of liveStream(bank, join(folder, "seed-stream"), all)) batches.push(batch);
  return batches;
}

export interface StreamTotals {
  readonly rows: number;
  /** The sum of all amounts, in cents. */
  readonly cents: number;
  readonly lastId: number;
}

/** What the files of a stream hold, up to a batch. */
export function totalsOfFiles(stream: string, upTo = Number.POSITIVE_INFINITY): StreamTotals {
  let rows = 0;
  let cents = 0;
  let lastId = 0;
  for (const batch of batchNumbers(stream).filter((number) => number <= upTo)) {
    const transactions = readBatch(stream, batch).rows.get("transactions") ?? [];
    rows += transactions.length;
    for (const fields of transactions) cents += parseEur(fields[4]!);
    const {first_id, rows: count} = readManifest(stream, batch);
    lastId = first_id + count - 1;
  }
  return {rows, cents, lastId};
}
