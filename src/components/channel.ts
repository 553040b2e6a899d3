import {asDate, type Time, type Value} from "../lib/format.js";

/** How a chart reads a row: the name of a column, or a function. */
export type Channel<Row, T> = (keyof Row & string) | ((row: Row) => T);

/** The reader of a channel. */
export function reader<Row, T>(channel: Channel<Row, T>): (row: Row) => T {
  return typeof channel === "function" ? channel : (row) => row[channel] as unknown as T;
}

/** The number of a value; `NaN` where there is none, which Plot leaves out. */
export function numeric(value: Value): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}

/** The instant of a time; an invalid date where there is none. */
export function dated(time: Time): Date {
  return asDate(time) ?? new Date(Number.NaN);
}

/** The distinct values in order of appearance. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
