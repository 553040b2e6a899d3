/**
 * The live stream: the bank goes on after its last day, and what is posted comes out in small batches. Each
 * batch is a folder of CSV files with the columns of the bank's tables, to be added to what is there (an
 * invoice that was paid comes again, with its receipt: rows are merged by key).
 */
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {TableName} from "../../src/lib/bank/schema.js";
import {type Day, formatDay, secondsPerDay} from "../../src/lib/day.js";
import type {Invoice} from "./invoiceBook.js";
import type {MonthFrame} from "./monthFrame.js";
import {openFiles, writeActions, writeDay, writeInvoices, writeMarket} from "./tables.js";
import type {WrittenBank} from "./writeBank.js";

export interface Batch {
  readonly number: number;
  readonly transactions: number;
  /** The last day it reaches. */
  readonly asOf: string;
}

const batchTables = [
  "calendar",
  "prices",
  "fx_rates",
  "splits",
  "dividends",
  "transactions",
  "trades",
  "invoices",
] as const satisfies readonly TableName[];

/**
 * Posts batches of at least `size` transactions, one every `intervalSeconds`, until the signal aborts or
 * `limit` batches are written. The folder's earlier batches are removed: they continued another bank.
 */
export async function* liveStream(
  {bank, simulation, journal}: WrittenBank,
  folder: string,
  {
    size,
    intervalSeconds,
    signal,
    limit = Infinity,
  }: {size: number; intervalSeconds: number; signal: AbortSignal; limit?: number},
): AsyncGenerator<Batch> {
  clearBatches(folder);
  const {ledger, drafts} = simulation;
  let written = 0;
  while (!signal.aborted) {
    const {frame, order, issued} = simulation.propose();
    const diary = new Diary(frame, issued);
    for (let rank = 0; rank < order.length && !signal.aborted && written < limit; ) {
      const name = `batch-${String(++written).padStart(6, "0")}`;
      const aside = join(folder, `.${name}.partial`);
      mkdirSync(aside, {recursive: true});
      const files = openFiles(aside, bank, batchTables);
      journal.files = files;
      const before = ledger.transactionCount;
      let day = frame.first;
      while (rank < order.length && ledger.transactionCount - before < size) {
        day = Math.floor(drafts.proposals.at(order[rank]!) / secondsPerDay);
        ledger.post(drafts.proposals, order.subarray(rank, ++rank), simulation.results);
      }
      if (rank === order.length) day = frame.last;
      const {days, market, invoices, dividends, splits} = diary.until(
        day,
        bank.market,
        simulation.takePaid(),
      );
      for (const date of days) writeDay(files.calendar, date);
      writeMarket(files, market);
      writeActions(files, {dividends, splits});
      writeInvoices(bank, files.invoices, invoices);
      closeBatch(aside, files);
      renameSync(aside, join(folder, name));
      yield {number: written, transactions: ledger.transactionCount - before, asOf: formatDay(day)};
      if (written < limit) await pause(intervalSeconds, signal);
    }
    if (written >= limit) return;
    simulation.settle(frame);
  }
}

/** What of a month has not been told yet. */
class Diary {
  readonly #frame: MonthFrame;
  #told: Day;
  #issued: Invoice[];

  constructor(frame: MonthFrame, issued: readonly Invoice[]) {
    this.#frame = frame;
    this.#told = frame.first - 1;
    this.#issued = [...issued];
  }

  until(day: Day, {dividends, splits}: WrittenBank["bank"]["market"], paid: readonly Invoice[]) {
    const from = this.#told + 1;
    const isNew = (date: Day) => date >= from && date <= day;
    const issued = this.#issued.filter(({issuedOn}) => issuedOn <= day);
    this.#issued = this.#issued.filter(({issuedOn}) => issuedOn > day);
    this.#told = Math.max(this.#told, day);
    return {
      days: Array.from({length: Math.max(0, day - from + 1)}, (_, index) => from + index),
      market: this.#frame.market.filter((marketDay) => isNew(marketDay.day)),
      dividends: dividends.filter(({exOn}) => isNew(exOn)),
      splits: splits.filter((split) => isNew(split.day)),
      invoices: [...new Set([...issued, ...paid])].sort((a, b) => a.id - b.id),
    };
  }
}

function closeBatch(aside: string, files: ReturnType<typeof openFiles>): void {
  const written = batchTables.map((table) => ({
    table,
    file: `${table}.csv`,
    ...files[table].close(),
  }));
  for (const {file, rows} of written) if (rows === 0) rmSync(join(aside, file));
  const manifest = {files: written.filter(({rows}) => rows > 0)};
  writeFileSync(join(aside, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function clearBatches(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^\.?batch-\d+(\.partial)?$/.test(name)) rmSync(join(folder, name), {recursive: true});
  }
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(seconds * 1000, undefined, {signal});
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
