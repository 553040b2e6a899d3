import {createHash} from "node:crypto";
import {closeSync, openSync, writeSync} from "node:fs";
import {devNull} from "node:os";
import {formatDay, secondsPerDay} from "../../src/lib/day.js";
import {copyWords, type Texts} from "./texts.js";

const comma = 44;
const newline = 10;
const minus = 45;
const point = 46;
const zero = 48;
/** No row is longer; a row is only begun where it fits. */
const longestRow = 4096;
/** Bytes of the buffer: few enough to stay in a core's own cache beside what the ledger reads. */
const bufferSize = 1 << 16;
/** How long an instant is as a field, and it and its day, with their commas. */
const [instantLength, instantAndDayLength] = [20, 31];
/** Powers of ten; a safe integer has at most 16 digits. */
const scales = Float64Array.from({length: 16}, (_, power) => 10 ** power);

/** What the manifest says of a file. */
export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A CSV file written byte by byte, without a string per row: fields go into one buffer, which is hashed and
 * written when it is full. Each field method ends its field with a comma; `endRow` turns the last into a
 * line end.
 */
export class CsvFile {
  #rows = 0;
  #written = 0;
  #place = 0;
  #day = Number.NaN;
  /** Midnight of the current day as `2025-05-01 00:00:00,2025-05-01,`. */
  readonly #midnight = new DataView(new ArrayBuffer(32));
  readonly #buffer = Buffer.from(new ArrayBuffer(bufferSize));
  readonly #words = new DataView(this.#buffer.buffer);
  #hash = createHash("sha256");
  readonly #descriptor: number;
  readonly #texts: Texts;

  private constructor(descriptor: number, texts: Texts) {
    this.#descriptor = descriptor;
    this.#texts = texts;
  }

  /** A new file. Throws if it is there. */
  static create(file: string, header: readonly string[], texts: Texts): CsvFile {
    const created = new CsvFile(openSync(file, "wx"), texts);
    created.#place += created.#buffer.write(`${header.join(",")}\n`);
    return created;
  }

  /** A file that is there, to be gone on with. */
  static append(file: string, texts: Texts): CsvFile {
    return new CsvFile(openSync(file, "a"), texts);
  }

  /** A file whose rows nobody keeps. */
  static discard(texts: Texts): CsvFile {
    return new CsvFile(openSync(devNull, "w"), texts);
  }

  endRow(): void {
    this.#buffer[this.#place - 1] = newline;
    this.#rows++;
    if (this.#place > this.#buffer.length - longestRow) this.#flush();
  }

  empty(): void {
    this.#buffer[this.#place++] = comma;
  }

  /** A text of the pool. */
  text(text: number): void {
    const end = this.#texts.copy(text, this.#words, this.#place);
    this.#buffer[end] = comma;
    this.#place = end + 1;
  }

  /** A text of the pool with a number after it. */
  numberedText(text: number, number: number): void {
    this.#place = this.#texts.copy(text, this.#words, this.#place);
    this.integer(number);
  }

  /** A string that is not worth keeping, already in its CSV form. */
  raw(field: string): void {
    this.#place += this.#buffer.write(field, this.#place);
    this.#buffer[this.#place++] = comma;
  }

  integer(value: number): void {
    let place = this.#place;
    if (value < 0) this.#buffer[place++] = minus;
    place = writeDigits(this.#buffer, place, Math.abs(value), 1);
    this.#buffer[place] = comma;
    this.#place = place + 1;
  }

  /** A whole number of units as a decimal with `decimals` (1 or more) places: cents as euros with 2. */
  decimal(units: number, decimals: number): void {
    const scale = scales[decimals]!;
    const magnitude = Math.abs(units);
    const whole = Math.floor(magnitude / scale);
    let place = this.#place;
    if (units < 0) this.#buffer[place++] = minus;
    place = writeDigits(this.#buffer, place, whole, 1);
    this.#buffer[place++] = point;
    place = writeDigits(this.#buffer, place, magnitude - whole * scale, decimals);
    this.#buffer[place] = comma;
    this.#place = place + 1;
  }

  day(day: number): void {
    if (day !== this.#day) this.#setDay(day);
    copyWords(this.#midnight, instantLength, instantAndDayLength, this.#words, this.#place);
    this.#place += instantAndDayLength - instantLength;
  }

  /** Seconds since 1970 as `2025-05-01 13:45:10`. */
  instant(at: number): void {
    this.#writeInstant(at, instantLength);
  }

  /** An instant, and the day it lies on as the next field. */
  instantAndDay(at: number): void {
    this.#writeInstant(at, instantAndDayLength);
  }

  /** Writes out what is buffered; returns what was written since the last cut, or the beginning. */
  cut(): WrittenFile {
    this.#flush();
    const written = {rows: this.#rows, bytes: this.#written, sha256: this.#hash.digest("hex")};
    this.#rows = 0;
    this.#written = 0;
    this.#hash = createHash("sha256");
    return written;
  }

  /** Ends the file; nothing can be added afterwards. */
  close(): WrittenFile {
    const written = this.cut();
    closeSync(this.#descriptor);
    return written;
  }

  #flush(): void {
    const filled = this.#buffer.subarray(0, this.#place);
    this.#hash.update(filled);
    for (let done = 0; done < filled.length; ) {
      done += writeSync(this.#descriptor, filled, done, filled.length - done);
    }
    this.#written += this.#place;
    this.#place = 0;
  }

  /** Writes so much of the midnight before an instant, and over it the time of day. */
  #writeInstant(at: number, length: number): void {
    const day = Math.floor(at / secondsPerDay);
    if (day !== this.#day) this.#setDay(day);
    const place = this.#place;
    copyWords(this.#midnight, 0, length, this.#words, place);
    const second = at - day * secondsPerDay;
    const hours = (second / 3600) | 0;
    const minutes = ((second / 60) | 0) - hours * 60;
    writePair(this.#buffer, place + 11, hours);
    writePair(this.#buffer, place + 14, minutes);
    writePair(this.#buffer, place + 17, second - hours * 3600 - minutes * 60);
    this.#place = place + length;
  }

  #setDay(day: number): void {
    this.#day = day;
    const date = formatDay(day);
    Buffer.from(this.#midnight.buffer).write(`${date} 00:00:00,${date},`);
  }
}

function writePair(buffer: Uint8Array, place: number, value: number): void {
  const tens = (value / 10) | 0;
  buffer[place] = zero + tens;
  buffer[place + 1] = zero + value - tens * 10;
}

/** Writes a whole number with zeros in front up to `width`, and returns the place behind it. */
function writeDigits(buffer: Uint8Array, at: number, value: number, width: number): number {
  let length = width;
  while (length < scales.length && value >= scales[length]!) length++;
  const end = at + length;
  let place = end;
  let rest = value;
  // Beyond 31 bits first, in floating point; then in integers, which is faster.
  while (rest > 0x7fffffff) {
    const tenth = Math.floor(rest / 10);
    buffer[--place] = zero + rest - tenth * 10;
    rest = tenth;
  }
  let small = rest | 0;
  while (place > at) {
    const tenth = (small / 10) | 0;
    buffer[--place] = zero + small - tenth * 10;
    small = tenth;
  }
  return end;
}
