/**
 * The folder of the live stream, `data/stream`:
 *
 *     stream.json                   which bank it continues
 *     transactions_live.csv         card payments, the newest; the file is rotated by size, and
 *     transactions_live.000001.csv  is its first part, complete
 *     batch-000001/                 all else that was posted meanwhile, and manifest.json
 *     readers/live.json             how far a reader has come, so that nothing it needs is removed
 *
 * A batch exists when its folder does: it is written aside and renamed, after its lines of the live file are written. Its
 * manifest says which lines those are.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {seedFolder} from "../../loaders/csv/tableFile.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Channel, TableName} from "../../src/lib/bank/schema.js";

/** Of the bank in `data/seed`; that of a bank made with `--out X` is `X-stream`. */
export const streamFolder = join(projectRoot, "data/stream");

/** The folder of the bank that a stream continues. */
export function bankOf(stream: string): string {
  return stream === streamFolder ? seedFolder : stream.replace(/-stream$/, "");
}

export const liveFileName = "transactions_live.csv";

/** The tables whose rows make up the time that passes: postings are on their days. */
export const dayTables = [
  "calendar",
  "prices",
  "fx_rates",
  "splits",
  "dividends",
] as const satisfies readonly TableName[];

/** The tables that grow while the bank goes on, each after those that it refers to. */
export const batchTables = [
  ...dayTables,
  "transactions",
  "trades",
  "invoices",
] as const satisfies readonly TableName[];

/** Whether a payment by the channel goes to the live file. */
export function isCardStyle(channel: Channel): boolean {
  return channel === "card" || channel === "e_money";
}

/** What `stream.json` says. */
export interface StreamIdentity {
  /** The manifest's `generator` and `parameters` of the bank that is continued. */
  readonly generator: {readonly name: string; readonly version: string};
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Of the first transaction of the stream. */
  readonly first_id: number;
}

/** Lines of the live file. */
export interface LiveLines {
  /** The part of the file, from 1; the newest has no number in its name. */
  readonly segment: number;
  /** The first byte, and the first after the lines. */
  readonly from: number;
  readonly to: number;
  /** The number of the first line. */
  readonly line: number;
  readonly rows: number;
  readonly sha256: string;
}

/** What the `manifest.json` of a batch says. */
export interface BatchManifest {
  readonly batch: number;
  /** Of its first transaction; the others follow without a gap, in the batch's files and the live file together. */
  readonly first_id: number;
  /** Transactions in both. */
  readonly rows: number;
  /** How far the bank's time has come with it: `2026-11-01 07:12:44`, UTC. */
  readonly at: string;
  /** When it was written, ISO 8601, UTC. */
  readonly written_at: string;
  /** Where the generator goes on: so many proposals of the month were looked at. */
  readonly place: {readonly month: string; readonly rank: number};
  readonly live: LiveLines;
  readonly files: readonly {
    table: string;
    file: string;
    rows: number;
    bytes: number;
    sha256: string;
  }[];
}

export const batchName = (batch: number) => `batch-${String(batch).padStart(6, "0")}`;

/** The numbers of the batches in a folder, ascending; none where there is no folder. */
export function batchNumbers(folder: string): number[] {
  return numbersIn(folder, /^batch-(\d{6,})$/);
}

/** The numbers of the parts of the live file that are complete, ascending. */
export function segmentNumbers(folder: string): number[] {
  return numbersIn(folder, /^transactions_live\.(\d{6,})\.csv$/);
}

/** Where a part of the live file is once it is complete. */
export function segmentFile(folder: string, segment: number): string {
  return join(folder, `transactions_live.${String(segment).padStart(6, "0")}.csv`);
}

/** The identity of the stream in a folder; undefined where there is none, or it cannot be read. */
export function readIdentity(folder: string): StreamIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "stream.json"), "utf8")) as StreamIdentity;
  } catch {
    return undefined;
  }
}

/** Throws where the manifest is missing or is none. */
export function readManifest(folder: string, batch: number): BatchManifest {
  const file = join(folder, batchName(batch), "manifest.json");
  let manifest: BatchManifest;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8")) as BatchManifest;
  } catch (error) {
    throw new Error(
      `${batchName(batch)}/manifest.json cannot be read: ${(error as Error).message}`,
    );
  }
  const {first_id, rows, live} = manifest;
  if ([manifest.batch, first_id, rows, live?.segment, live?.from, live?.to].every(Number.isInteger))
    return manifest;
  throw new Error(`${batchName(batch)}/manifest.json is no manifest of a batch`);
}

function numbersIn(folder: string, pattern: RegExp): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => Number(pattern.exec(name)?.[1]))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}
