/**
 * The rows of a CSV file (RFC 4180), in blocks, as fast as the check that follows can take them. Most rows
 * hold no quote and are cut at the commas; only those with one are read character by character. Windows line
 * ends, where all are, and a byte order mark are no errors. What cannot be a row is handed on with the reason, and reading
 * goes on in the next line: one bad row must not hide the others.
 */
import {isUtf8} from "node:buffer";
import {createReadStream} from "node:fs";
import {brokenLines} from "./brokenLines.js";
import {
  badQuoting,
  brokenUtf8,
  carriageReturn,
  otherLineEnd,
  type RecordFault,
} from "./recordFault.js";

export interface CsvRecord {
  /** The line it starts in, counted as an editor does: the header is line 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why it cannot be read, where it cannot; `fields` is then what could be made of it. */
  readonly fault?: RecordFault;
}

export interface CsvBlock {
  readonly records: readonly CsvRecord[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

interface Cursor {
  /** Where the next row starts, in the text. */
  at: number;
  /** The line it starts in. */
  line: number;
  /** How the first line of the file ends, once it is known. */
  lineEnd?: LineEnd;
}

type LineEnd = "\n" | "\r\n";

const newline = 10;

/** No row of the bank comes near; what is longer is a quote that was never closed. */
const longestRow = 1 << 20;

/**
 * The rows of a file, header included, with a memory bounded by the block and the longest row. `onBytes` is
 * given every byte read, in order.
 */
export async function* csvBlocks(
  file: string,
  {blockBytes = 1 << 20, onBytes}: {blockBytes?: number; onBytes?: (bytes: Buffer) => void} = {},
): AsyncGenerator<CsvBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let cursor: Cursor = {at: 0, line: 1};
  let bytes = 0;
  for await (const chunk of createReadStream(file, {highWaterMark: blockBytes})) {
    const first = bytes === 0;
    bytes += (chunk as Buffer).length;
    onBytes?.(chunk as Buffer);
    const joined = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const block = first ? withoutMark(joined) : joined;
    const end = block.lastIndexOf(newline) + 1;
    const {records, used} = recordsOf(block.subarray(0, end), cursor, {
      isFirstTooLong: rest.length > longestRow,
    });
    rest = block.subarray(used);
    cursor = {...cursor, at: 0};
    if (records.length > 0) yield {records, bytes};
  }
  if (rest.length > 0) yield {records: recordsOf(rest, cursor, {isLast: true}).records, bytes};
}

/** The rows of a text that is in memory, whose first line has this number. */
export function csvRecords(text: Buffer, line = 1): readonly CsvRecord[] {
  const block = line === 1 ? withoutMark(text) : text;
  return recordsOf(block, {at: 0, line}, {isLast: true}).records;
}

function withoutMark(block: Buffer): Buffer {
  const hasMark = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
  return hasMark ? block.subarray(3) : block;
}

/**
 * The whole rows of a block that ends with a line; the cursor goes through them. `used` is how many of the block's
 * bytes they take.
 */
function recordsOf(
  block: Buffer,
  cursor: Cursor,
  {isLast = false, isFirstTooLong = false}: {isLast?: boolean; isFirstTooLong?: boolean},
) {
  const broken = isUtf8(block) ? undefined : brokenLines(block, cursor.line);
  const text = block.toString("utf8");
  const records: CsvRecord[] = [];
  let quote = text.indexOf('"');
  let carriage = text.indexOf("\r");
  while (cursor.at < text.length) {
    const {at} = cursor;
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    if (carriage !== -1 && carriage < at) carriage = text.indexOf("\r", at);
    let record: CsvRecord | undefined;
    if (quote === -1 || quote > end) {
      record = plainRecord(text, cursor, {end, hasReturn: carriage !== -1 && carriage < end});
      if (!record) continue;
    } else {
      record = quotedRecord(text, cursor, isLast || (isFirstTooLong && at === 0));
      if (!record) break;
    }
    records.push(broken ? withBrokenText(record, cursor.line, broken) : record);
  }
  const used =
    cursor.at >= text.length ? block.length : bytesBefore(block, text, cursor.at, broken);
  return {records, used};
}

/** Reads a row without quotes, which is a line, and moves the cursor behind it. Undefined where the line is empty. */
function plainRecord(
  text: string,
  cursor: Cursor,
  {end, hasReturn}: {end: number; hasReturn: boolean},
): CsvRecord | undefined {
  const {at, line} = cursor;
  const isWindows = hasReturn && end < text.length && text.charCodeAt(end - 1) === 13;
  const row = text.slice(at, isWindows ? end - 1 : end);
  cursor.at = end + 1;
  cursor.line = line + 1;
  const isOther = end < text.length && isOtherEnd(cursor, isWindows ? "\r\n" : "\n");
  const fields = row.split(",");
  const place = hasReturn ? fields.findIndex((field) => field.includes("\r")) : -1;
  if (place !== -1) return {line, fields, fault: carriageReturn(place)};
  if (isOther) return {line, fields, fault: otherLineEnd};
  return row === "" ? undefined : {line, fields};
}

/** Whether a line ends otherwise than the first one, which is noted. */
function isOtherEnd(cursor: Cursor, end: LineEnd): boolean {
  cursor.lineEnd ??= end;
  return cursor.lineEnd !== end;
}

/** The byte at which a character of the text stands. */
function bytesBefore(block: Buffer, text: string, at: number, broken: unknown): number {
  if (!broken) return Buffer.byteLength(text.slice(0, at));
  let lines = text.slice(0, at).split("\n").length - 1;
  let byte = 0;
  for (; lines > 0; lines--) byte = block.indexOf(newline, byte) + 1;
  return byte;
}

/**
 * Reads a row with quotes, and moves the cursor behind it. Undefined where the row does not end in this
 * text, unless nothing follows: then the first line alone is the bad row.
 */
function quotedRecord(text: string, cursor: Cursor, isLast: boolean): CsvRecord | undefined {
  const {at, line} = cursor;
  const fields: string[] = [];
  let fault: RecordFault | undefined;
  let position = at;
  for (;;) {
    const place = fields.length;
    if (text[position] !== '"') {
      const end = fieldEnd(text, position);
      const field = text.slice(position, end);
      if (field.includes('"')) return badLine(text, cursor, place);
      if (field.includes("\r")) fault ??= carriageReturn(place);
      fields.push(field);
      position = end;
    } else {
      const end = closingQuote(text, position + 1);
      if (end === -1) return isLast ? badLine(text, cursor, place) : undefined;
      fields.push(text.slice(position + 1, end).replaceAll('""', '"'));
      position = end + 1;
    }
    if (text[position] === ",") {
      position += 1;
      continue;
    }
    const isWindows = text[position] === "\r" && text[position + 1] === "\n";
    if (isWindows) position += 1;
    if (position < text.length && text[position] !== "\n") return badLine(text, cursor, place);
    if (position < text.length && isOtherEnd(cursor, isWindows ? "\r\n" : "\n"))
      fault ??= otherLineEnd;
    cursor.at = position + 1;
    cursor.line = line + 1 + lineBreaks(text, at, position);
    return fault ? {line, fields, fault} : {line, fields};
  }
}

function fieldEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") end += 1;
  return text[end] === "\n" && text[end - 1] === "\r" && end > from ? end - 1 : end;
}

/** Where the quote stands that ends a field, or -1. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

/** The line at the cursor as a row that cannot be read, by a field's quotes; the next row starts behind it. */
function badLine(text: string, cursor: Cursor, place: number): CsvRecord {
  const {at, line} = cursor;
  const end = text.indexOf("\n", at);
  const stop = end === -1 ? text.length : end;
  cursor.at = stop + 1;
  cursor.line = line + 1;
  return {
    line,
    fields: text.slice(at, stop).replace(/\r$/, "").split(","),
    fault: badQuoting(place),
  };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    count += 1;
  }
  return count;
}

function withBrokenText(record: CsvRecord, nextLine: number, broken: Set<number>): CsvRecord {
  for (let line = record.line; line < nextLine; line++) {
    if (broken.has(line)) return {...record, fault: brokenUtf8};
  }
  return record;
}
