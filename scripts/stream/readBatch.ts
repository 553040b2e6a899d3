/** A batch of the stream as checked rows: those of its folder, and its lines of the live file among them. */
import {createHash} from "node:crypto";
import {closeSync, existsSync, openSync, readFileSync, readSync} from "node:fs";
import {join} from "node:path";
import {type CsvRecord, csvRecords} from "../../loaders/csv/csvRecords.js";
import {faultWords} from "../../loaders/csv/recordFault.js";
import {type TableName, tableNamed} from "../../src/lib/bank/schema.js";
import {createRowCheck, type RowTable} from "../csv/rowCheck.js";
import {
  type BatchManifest,
  batchName,
  batchTables,
  type LiveLines,
  liveFileName,
  readManifest,
  segmentFile,
} from "./layout.js";
import {refusalTable} from "./refusals.js";

/** A row as the text of its fields, in the order of the columns; empty for null. */
export type Fields = readonly string[];

export interface StreamBatch {
  readonly manifest: BatchManifest;
  /** By table; the transactions in the order of their ids. */
  readonly rows: ReadonlyMap<TableName, readonly Fields[]>;
  readonly refusals: readonly Fields[];
}

/** A batch that cannot be read: one line with file, line, column and value. */
export class BatchFault extends Error {
  override readonly name = "BatchFault";
}

/** Reads a batch. Throws `BatchFault` where a file is missing, cut short, changed or holds what no row may hold. */
export function readBatch(folder: string, batch: number): StreamBatch {
  const manifest = manifestOf(folder, batch);
  const rows = new Map<TableName, readonly Fields[]>();
  for (const name of batchTables) {
    const table = tableNamed(name);
    const inFolder = tableRows(folder, manifest, table);
    const all =
      name === "transactions" ? merged(inFolder, liveRows(folder, manifest.live)) : inFolder;
    if (all.length > 0) rows.set(name, all);
  }
  assertDense(manifest, rows.get("transactions") ?? []);
  return {manifest, rows, refusals: tableRows(folder, manifest, refusalTable)};
}

/** The rows of one file of a batch; none where it cannot be read. */
export function readableRows(folder: string, manifest: BatchManifest, name: TableName): Fields[] {
  try {
    return tableRows(folder, manifest, tableNamed(name));
  } catch (error) {
    if (error instanceof BatchFault) return [];
    throw error;
  }
}

function manifestOf(folder: string, batch: number): BatchManifest {
  try {
    return readManifest(folder, batch);
  } catch (error) {
    throw new BatchFault((error as Error).message, {cause: error});
  }
}

/** The rows of a file of the batch; none where the manifest does not name it. */
function tableRows(folder: string, {batch, files}: BatchManifest, table: RowTable): Fields[] {
  const about = files.find((file) => file.table === table.name);
  if (!about) return [];
  const name = `${batchName(batch)}/${about.file}`;
  let text: Buffer;
  try {
    text = readFileSync(join(folder, name));
  } catch (error) {
    throw new BatchFault(`${name} cannot be read: ${(error as Error).message}`, {cause: error});
  }
  const [header, ...records] = csvRecords(text);
  const expected = table.columns.map((column) => column.name).join(",");
  if (header?.fields.join(",") !== expected)
    throw new BatchFault(`${name}, line 1: the header must be ${expected}`);
  const rows = checked(name, table, records);
  assertSame(name, text, about.sha256);
  return rows;
}

/** The lines of a batch in the live file. */
function liveRows(folder: string, {segment, from, to, line, rows, sha256}: LiveLines): Fields[] {
  if (rows === 0) return [];
  const {text, name} = segmentText(folder, segment, from, to);
  if (text.length < to - from)
    throw new BatchFault(`${name} is cut short: ${from + text.length} bytes instead of ${to}`);
  const records = csvRecords(text, line);
  const checkedRows = checked(name, tableNamed("transactions"), records);
  assertSame(name, text, sha256);
  return checkedRows;
}

/** The bytes of a batch in the live file, as far as they are there. */
export function liveText(folder: string, {segment, from, to}: LiveLines): Buffer {
  return segmentText(folder, segment, from, to).text;
}

/** Bytes of a part of the live file, which may be renamed while it is opened. */
function segmentText(folder: string, segment: number, from: number, to: number) {
  const complete = segmentFile(folder, segment);
  for (const isSecondTry of [false, true]) {
    const file = existsSync(complete) ? complete : join(folder, liveFileName);
    let descriptor: number;
    try {
      descriptor = openSync(file, "r");
    } catch (error) {
      if (!isSecondTry) continue;
      throw new BatchFault(`${liveFileName} cannot be read: ${(error as Error).message}`);
    }
    try {
      if (file !== complete && existsSync(complete)) continue;
      const text = Buffer.alloc(to - from);
      const length = readSync(descriptor, text, 0, text.length, from);
      return {text: text.subarray(0, length), name: file.slice(folder.length + 1)};
    } finally {
      closeSync(descriptor);
    }
  }
  throw new BatchFault(`${liveFileName} was renamed while it was read`);
}

function checked(name: string, table: RowTable, records: readonly CsvRecord[]): Fields[] {
  const check = createRowCheck(table, new Map());
  return records.map(({line, fields, fault}) => {
    const problem = fault ? faultWords(fault, table.columns) : check(fields);
    if (problem !== undefined) throw new BatchFault(`${name}, line ${line}: ${problem}`);
    return fields;
  });
}

function assertSame(name: string, text: Buffer, sha256: string): void {
  if (createHash("sha256").update(text).digest("hex") === sha256) return;
  throw new BatchFault(`${name} is not what was written (its SHA-256 differs from the manifest's)`);
}

/** Throws where the ids of the transactions have a gap or begin or end elsewhere than the manifest says. */
function assertDense(
  {batch, first_id, rows}: BatchManifest,
  transactions: readonly Fields[],
): void {
  const wrong = transactions.findIndex(([id], place) => Number(id) !== first_id + place);
  if (wrong === -1 && transactions.length === rows) return;
  const expected = first_id + (wrong === -1 ? transactions.length : wrong);
  throw new BatchFault(`${batchName(batch)}: transaction ${expected} is missing`);
}

/** Two lists of transactions, each in the order of ids, as one. */
function merged(left: readonly Fields[], right: readonly Fields[]): Fields[] {
  const all: Fields[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const isLeft =
      r === right.length || (l < left.length && Number(left[l]![0]) < Number(right[r]![0]));
    all.push(isLeft ? left[l++]! : right[r++]!);
  }
  return all;
}
