import {join} from "node:path";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {parseMonth} from "../../../src/lib/day.js";
import {loadBank} from "../../db/load/loadBank.js";
import {migrate} from "../../db/migrate.js";
import type {ThrowAwayServer} from "../../db/throwAwayServer.js";
import {postStream} from "../../live/postStream.js";
import {liveStream} from "../../seed/live/liveStream.js";
import {writeBank} from "../../seed/writeBank.js";

/** Transactions in a batch: as the generator writes them unless told, and as the load does. */
const batchSizes = [150, 500];
const rowsOfEach = 45_000;
/** Rows a second that the worker is to post, whatever the size. */
const aim = 2000;

const defaultBank = {
  individuals: 2500,
  companies: 120,
  months: 18,
  seed: 42,
  start: parseMonth("2025-05"),
};

/** How fast the worker posts behind the default bank, against loading that bank. */
export async function runPostingSpeed(
  server: ThrowAwayServer,
  scratch: string,
): Promise<{lines: string[]; isMissed: boolean}> {
  const folder = join(scratch, "bank");
  const stream = `${folder}-stream`;
  const rejectsFolder = join(scratch, "rejects");
  const settings = requiredDatabaseSettings(await server.createDatabase());
  await migrate(settings);
  const {manifest} = writeBank(defaultBank, folder);
  const loadSeconds = await secondsOf(() => loadBank(settings, {folder, rejectsFolder}));
  const loaded = manifest.files.reduce((sum, {rows}) => sum + rows, 0);
  const loadRate = loaded / loadSeconds;
  const lines = [`db:load of the default bank: ${Math.round(loadRate)} rows/s`];
  let isMissed = false;
  for (const size of batchSizes) {
    const signal = new AbortController().signal;
    const terms = {size, intervalSeconds: 0, signal, limit: Math.ceil(rowsOfEach / size)};
    let rows = 0;
    let last = 0;
    for await (const batch of liveStream(writeBank(defaultBank, folder), stream, terms)) {
      rows += batch.rows;
      last = batch.batch;
    }
    const stop = new AbortController();
    const seconds = await secondsOf(() =>
      postStream({
        settings,
        folder: stream,
        rejectsFolder,
        signal: stop.signal,
        onBatch(batch, reason) {
          if (reason !== undefined) throw new Error(`batch ${batch} was set aside: ${reason}`);
          if (batch === last) stop.abort();
        },
      }),
    );
    const rate = rows / seconds;
    isMissed ||= rate < aim;
    lines.push(
      `  live:post, batches of ${size}: ${Math.round(rate)} rows/s (aim: at least ${aim}), a load is ${(loadRate / rate).toFixed(1)} × as fast`,
    );
  }
  return {lines, isMissed};
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
