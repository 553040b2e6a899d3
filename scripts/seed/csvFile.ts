import {createHash} from "node:crypto";
import {closeSync, openSync, writeSync} from "node:fs";
import {formatDay} from "../../src/lib/day.js";
import type {Texts} from "./texts.js";

const comma = 44;
const newline = 10;
const minus = 45;
const point = 46;
const zero = 48;
const colon = 58;
const space = 32;
/** No row is longer; a row is only begun where it fits. */
const longestRow = 4096;
const secondsPerDay = 86_400;

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
  readonly #dayBytes = new Uint8Array(10);
  readonly #buffer = Buffer.allocUnsafe(1 << 20);
  readonly #hash = createHash("sha256");
  readonly #descriptor: number;
  readonly #texts: Texts;

  constructor(file: string, header: readonly string[], texts: Texts) {
    this.#descriptor = openSync(file, "wx");
    this.#texts = texts;
    this.#place += this.#buffer.write(`${header.join(",")}\n`);
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
    this.#place = this.#texts.copy(text, this.#buffer, this.#place);
    this.#buffer[this.#place++] = comma;
  }

  /** A text of the pool with a number after it. */
  numberedText(text: number, number: number): void {
    this.#place = this.#texts.copy(text, this.#buffer, this.#place);
    this.integer(number);
  }

  /** A string that is not worth keeping, already in its CSV form. */
  raw(field: string): void {
    this.#place += this.#buffer.write(field, this.#place);
    this.#buffer[this.#place++] = comma;
  }

  integer(value: number): void {
    this.#sign(value);
    this.#digits(Math.abs(value), 1);
    this.#buffer[this.#place++] = comma;
  }

  /** A whole number of units as a decimal with `decimals` (1 or more) places: cents as euros with 2. */
  decimal(units: number, decimals: number): void {
    const scale = 10 ** decimals;
    const magnitude = Math.abs(units);
    const whole = Math.floor(magnitude / scale);
    this.#sign(units);
    this.#digits(whole, 1);
    this.#buffer[this.#place++] = point;
    this.#digits(magnitude - whole * scale, decimals);
    this.#buffer[this.#place++] = comma;
  }

  day(day: number): void {
    this.#dayText(day);
    this.#buffer[this.#place++] = comma;
  }

  /** Seconds since 1970 as `2025-05-01 13:45:10`. */
  instant(at: number): void {
    const day = Math.floor(at / secondsPerDay);
    const second = at - day * secondsPerDay;
    this.#dayText(day);
    const buffer = this.#buffer;
    buffer[this.#place++] = space;
    this.#digits(Math.floor(second / 3600), 2);
    buffer[this.#place++] = colon;
    this.#digits(Math.floor(second / 60) % 60, 2);
    buffer[this.#place++] = colon;
    this.#digits(second % 60, 2);
    buffer[this.#place++] = comma;
  }

  /** An instant, and the day it lies on as the next field. */
  instantAndDay(at: number): void {
    this.instant(at);
    for (let index = 0; index < 10; index++) this.#buffer[this.#place++] = this.#dayBytes[index]!;
    this.#buffer[this.#place++] = comma;
  }

  /** Ends the file; nothing can be added afterwards. */
  close(): WrittenFile {
    this.#flush();
    closeSync(this.#descriptor);
    return {rows: this.#rows, bytes: this.#written, sha256: this.#hash.digest("hex")};
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

  #sign(value: number): void {
    if (value < 0) this.#buffer[this.#place++] = minus;
  }

  /** The digits of a whole number, with zeros in front up to `width`. */
  #digits(value: number, width: number): void {
    let length = 1;
    for (let limit = 10; value >= limit; limit *= 10) length++;
    if (length < width) length = width;
    const end = this.#place + length;
    let rest = value;
    for (let place = end - 1; place >= this.#place; place--) {
      const tenth = Math.floor(rest / 10);
      this.#buffer[place] = zero + rest - tenth * 10;
      rest = tenth;
    }
    this.#place = end;
  }

  #dayText(day: number): void {
    if (day !== this.#day) {
      this.#day = day;
      this.#dayBytes.set(Buffer.from(formatDay(day)));
    }
    for (let index = 0; index < 10; index++) {
      this.#buffer[this.#place++] = this.#dayBytes[index]!;
    }
  }
}
