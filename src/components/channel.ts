import {asDate, type Time, type Value} from "../lib/format.js";
import {suggestion} from "../lib/nearest.js";

/** How a chart reads a row: the name of a column, or a function. */
export type Channel<Row, T> = (keyof Row & string) | ((row: Row) => T);

/** The reader of a channel of these rows. Throws where it names a column that none of them has. */
export function reader<Row extends object, T>(
  channel: Channel<Row, T>,
  rows: readonly Row[],
): (row: Row) => T {
  if (typeof channel === "function") return channel;
  assertColumn(channel, rows);
  return (row) => row[channel] as unknown as T;
}

/** Throws, with the nearest name, where no row has the column; rows that are not there are not asked. */
export function assertColumn(name: string, rows: readonly object[]): void {
  if (rows.length === 0 || rows.some((row) => name in row)) return;
  throw new Error(`no column ${name}${suggestion(name, Object.keys(rows[0]!))}`);
}

/** The number of a value; `NaN` where there is none, which Plot leaves out. */
export function numeric(value: Value): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}

/** The instant of a time; an invalid date where there is none. */
export function dated(time: Time): Date {
  return asDate(time) ?? new Date(Number.NaN);
}

/** Throws where times are small numbers, as of weekdays or years: as milliseconds they would all lie in one day of 1970. */
export function assertTimes(name: string, times: readonly Time[]): void {
  const given = times.filter((time) => time !== null && time !== undefined);
  const isSmall = (time: Time) => typeof time === "number" && Math.abs(time) < smallestTime;
  if (given.length === 0 || !given.every(isSmall)) return;
  const step = "a date, or a text as 2026-10-31; barChart draws over any names";
  throw new Error(`${name} is no time: ${given[0]} (${step})`);
}

/** In milliseconds: some days after 1970 began. */
const smallestTime = 1e9;

/** The distinct values in order of appearance. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
