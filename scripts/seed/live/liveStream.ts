/**
 * The live stream: the bank goes on after its last day, and what is posted comes out in batches (`scripts/stream/layout.ts`
 * says how they are laid out). A stream that ended, however it ended, goes on behind its last whole batch: the same bank
 * posts the same again, so the simulation is brought there without writing.
 */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {makeOwnFolder} from "../../../loaders/ownFolder.js";
import {formatInstant, parseInstant} from "../../../src/lib/day.js";
import {
  type BatchManifest,
  batchNumbers,
  isCardStyle,
  readIdentity,
  readManifest,
  type StreamIdentity,
} from "../../stream/layout.js";
import {StreamRoom} from "../../stream/readers.js";
import {CsvFile} from "../csvFile.js";
import {writeActions, writeDay, writeInvoices, writeMarket} from "../tables.js";
import type {WrittenBank} from "../writeBank.js";
import {BatchFiles} from "./batchFiles.js";
import {clearStream, LiveFile} from "./liveFile.js";
import {OpenMonth} from "./openMonth.js";
import {Pace, pause} from "./pace.js";

export interface StreamTerms {
  /** A batch holds this many transactions, or a few more. */
  readonly size: number;
  /** Seconds between batches. */
  readonly intervalSeconds: number;
  /** Seconds of the bank a second; without it, full batches set the pace. */
  readonly speed?: number | undefined;
  readonly signal: AbortSignal;
  /** Ends after so many batches. */
  readonly limit?: number;
  /** Bytes of the live file before its next part begins. */
  readonly segmentBytes?: number;
  /** Bytes of all that is kept. */
  readonly roomBytes?: number;
  /** Is told when the stream waits because nobody reads, and when it goes on. */
  readonly onWait?: (isWaiting: boolean) => void;
}

/** How often a full folder is looked at again, in milliseconds. */
const fullPauseMs = 500;

/** Posts batch after batch until the signal aborts, and gives each back when it is in its place. */
export async function* liveStream(
  written: WrittenBank,
  folder: string,
  terms: StreamTerms,
): AsyncGenerator<BatchManifest> {
  const {segmentBytes = 16 << 20, roomBytes = 128 << 20, limit = Number.POSITIVE_INFINITY} = terms;
  const last = resumed(folder, written);
  const live = new LiveFile(folder, written.bank.texts, {after: last?.live, segmentBytes});
  const room = new StreamRoom(folder, roomBytes);
  const month = new OpenMonth(written.bank, written.simulation);
  if (last) advance(written, month, last);
  const state = {batch: last?.batch ?? 0, at: last ? parseInstant(last.at) : month.first};
  const pace = new Pace(state.at, terms);
  try {
    for (let count = 0; count < limit && !terms.signal.aborted; ) {
      if (!room.make()) {
        await untilRoom(room, terms);
        pace.restart(state.at);
        continue;
      }
      if (month.isOver) month.next();
      const {until} = pace;
      if (month.hasDue(until)) {
        const extent = {until, count: terms.size};
        const manifest = writeBatch(written, {folder, batch: state.batch + 1, live, month, extent});
        state.at = parseInstant(manifest.at);
        state.batch = manifest.batch;
        live.rotate();
        room.add(manifest.batch);
        yield manifest;
        count++;
        if (pace.isBehind(state.at)) {
          await setImmediate(); // a signal gets its turn
          continue;
        }
      }
      if (count < limit) await pace.next(terms.signal);
    }
  } finally {
    live.close();
  }
}

/** The last batch of the stream in the folder, where it continues this bank; else the folder is made ready for a new one. */
function resumed(folder: string, {manifest, simulation}: WrittenBank): BatchManifest | undefined {
  const {generator, parameters} = manifest;
  const identity = {generator, parameters, first_id: simulation.ledger.transactionCount + 1};
  makeOwnFolder(folder);
  const numbers = batchNumbers(folder);
  if (isSame(readIdentity(folder), identity) && numbers.length > 0)
    return readManifest(folder, numbers.at(-1)!);
  clearStream(folder);
  writeFileSync(join(folder, "stream.json"), `${JSON.stringify(identity, null, 2)}\n`);
  return undefined;
}

function isSame(found: StreamIdentity | undefined, wanted: StreamIdentity): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted);
}

/** Brings the simulation behind a batch that is written already. */
function advance({bank, journal}: WrittenBank, month: OpenMonth, last: BatchManifest): void {
  const nowhere = CsvFile.discard(bank.texts);
  journal.redirect({transactions: nowhere, trades: nowhere}, nowhere, () => false);
  month.advance(last.place);
  month.news(parseInstant(last.at));
  nowhere.close();
}

interface BatchWork {
  readonly folder: string;
  readonly batch: number;
  readonly live: LiveFile;
  readonly month: OpenMonth;
  readonly extent: {readonly until: number; readonly count: number};
}

function writeBatch(
  {bank, simulation: {ledger}, journal}: WrittenBank,
  {folder, batch, live, month, extent}: BatchWork,
): BatchManifest {
  const files = new BatchFiles(folder, batch, bank);
  journal.redirect(files.tables, live.rows, isCardStyle);
  const before = ledger.transactionCount;
  const at = month.post({...extent, refusals: files.refusals});
  const {days, market, dividends, splits, invoices} = month.news(at);
  for (const day of days) writeDay(files.tables.calendar, day);
  writeMarket(files.tables, market);
  writeActions(files.tables, {dividends, splits});
  writeInvoices(bank, files.tables.invoices, invoices);
  return files.finish({
    batch,
    first_id: before + 1,
    rows: ledger.transactionCount - before,
    at: formatInstant(at),
    written_at: new Date().toISOString(),
    place: month.place,
    live: live.cut(),
  });
}

async function untilRoom(room: StreamRoom, {signal, onWait}: StreamTerms): Promise<void> {
  onWait?.(true);
  do await pause(fullPauseMs, signal);
  while (!signal.aborted && !room.make());
  onWait?.(false);
}
