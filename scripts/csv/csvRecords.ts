/**
 * The rows of a CSV file (RFC 4180), in blocks, as fast as the check that follows can take them. Most rows
 * hold no quote and are cut at the commas; only those with one are read character by character. Windows line
 * ends and a byte order mark are no errors. What cannot be a row is handed on with the reason, and reading
 * goes on in the next line: one bad row must not hide the others.
 */
import {isUtf8} from "node:buffer";
import {createReadStream} from "node:fs";

export interface CsvRecord {
  /** The line it starts in, counted as an editor does: the header is line 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why it cannot be read, where it cannot; `fields` is then what could be made of it. */
  readonly fault?: string;
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
}

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
  let line = 1;
  let bytes = 0;
  for await (const chunk of createReadStream(file, {highWaterMark: blockBytes})) {
    const first = bytes === 0;
    bytes += (chunk as Buffer).length;
    onBytes?.(chunk as Buffer);
    const joined = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const block = first ? withoutMark(joined) : joined;
    const end = block.lastIndexOf(newline) + 1;
    const {records, used, nextLine} = recordsOf(block.subarray(0, end), line, {
      isFirstTooLong: rest.length > longestRow,
    });
    rest = block.subarray(used);
    line = nextLine;
    if (records.length > 0) yield {records, bytes};
  }
  if (rest.length > 0) yield {records: recordsOf(rest, line, {isLast: true}).records, bytes};
}

/** The rows of a text that is in memory, whose first line has this number. */
export function csvRecords(text: Buffer, line = 1): readonly CsvRecord[] {
  return recordsOf(line === 1 ? withoutMark(text) : text, line, {isLast: true}).records;
}

function withoutMark(block: Buffer): Buffer {
  const hasMark = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
  return hasMark ? block.subarray(3) : block;
}

/** The whole rows of a block that ends with a line; `used` is how many of its bytes they take. */
function recordsOf(
  block: Buffer,
  line: number,
  {isLast = false, isFirstTooLong = false}: {isLast?: boolean; isFirstTooLong?: boolean},
) {
  const broken = isUtf8(block) ? undefined : brokenLines(block, line);
  const text = block.toString("utf8");
  const cursor: Cursor = {at: 0, line};
  const records: CsvRecord[] = [];
  let quote = text.indexOf('"');
  while (cursor.at < text.length) {
    const {at, line: start} = cursor;
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    let record: CsvRecord;
    if (quote === -1 || quote > end) {
      cursor.at = end + 1;
      cursor.line = start + 1;
      if (end > at && text.charCodeAt(end - 1) === 13) end -= 1;
      if (end === at) continue;
      record = {line: start, fields: text.slice(at, end).split(",")};
    } else {
      const quoted = quotedRecord(text, cursor, isLast || (isFirstTooLong && at === 0));
      if (!quoted) break;
      record = quoted;
    }
    records.push(broken ? withBrokenText(record, cursor.line, broken) : record);
  }
  const used =
    cursor.at >= text.length ? block.length : bytesBefore(block, text, cursor.at, broken);
  return {records, used, nextLine: cursor.line};
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
  let position = at;
  for (;;) {
    if (text[position] !== '"') {
      const end = fieldEnd(text, position);
      const field = text.slice(position, end);
      if (field.includes('"')) return badQuoting(text, cursor);
      fields.push(field);
      position = end;
    } else {
      const end = closingQuote(text, position + 1);
      if (end === -1) return isLast ? badQuoting(text, cursor) : undefined;
      fields.push(text.slice(position + 1, end).replaceAll('""', '"'));
      position = end + 1;
    }
    const next = text[position];
    if (next === ",") {
      position += 1;
      continue;
    }
    if (next === "\r" && text[position + 1] === "\n") position += 1;
    if (position < text.length && text[position] !== "\n") return badQuoting(text, cursor);
    cursor.at = position + 1;
    cursor.line = line + 1 + lineBreaks(text, at, position);
    return {line, fields};
  }
}

function fieldEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") end += 1;
  return text[end] !== "," && text[end - 1] === "\r" && end > from ? end - 1 : end;
}

/** Where the quote stands that ends a field, or -1. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

/** The line at the cursor as a row that cannot be read; the next row starts behind it. */
function badQuoting(text: string, cursor: Cursor): CsvRecord {
  const {at, line} = cursor;
  const end = text.indexOf("\n", at);
  const stop = end === -1 ? text.length : end;
  cursor.at = stop + 1;
  cursor.line = line + 1;
  const fault = "bad quoting (double the quotes in a quoted field, and close it)";
  return {line, fields: text.slice(at, stop).replace(/\r$/, "").split(","), fault};
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    count += 1;
  }
  return count;
}

/** The numbers of the lines that are not UTF-8. */
function brokenLines(block: Buffer, firstLine: number): Set<number> {
  const broken = new Set<number>();
  let line = firstLine;
  for (let at = 0; at < block.length; line++) {
    const end = block.indexOf(newline, at);
    const stop = end === -1 ? block.length : end;
    if (!isUtf8(block.subarray(at, stop))) broken.add(line);
    at = stop + 1;
  }
  return broken;
}

function withBrokenText(record: CsvRecord, nextLine: number, broken: Set<number>): CsvRecord {
  for (let line = record.line; line < nextLine; line++) {
    if (broken.has(line)) return {...record, fault: "broken UTF-8 (save the file as UTF-8)"};
  }
  return record;
}
