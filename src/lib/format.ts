/**
 * How values look in words, charts and tables. Pure and fixed to English, without `Intl`, so that a page reads
 * the same in Node, in every browser and in every locale.
 *
 * One rounding rule everywhere: halves away from zero, on the decimal that the value prints as, so that 1.005
 * becomes 1.01. The minus sign is U+2212, as wide as the plus; a missing value is an en dash. Between a sign and the
 * euro sign stands a word joiner (U+2060): a line may otherwise end between them.
 */

import {
  digits,
  finite,
  missing,
  rounded,
  signed,
  units,
  type Value,
  withSignBefore,
} from "./digits.js";
import {type Format, unitScale} from "./unitScale.js";

export type {Value} from "./digits.js";
export {missing, rounded} from "./digits.js";
export type {Format} from "./unitScale.js";

/** An instant as a page may hold it; a text is ISO 8601 and in UTC. */
export type Time = Date | number | string | null | undefined;

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A plain number with at most so many decimals, grouped: `1,234.5`. */
export function number(value: Value, decimals = 0): string {
  const given = finite(value);
  if (given === undefined) return missing;
  const shown = rounded(given, decimals);
  const body = digits(Math.abs(shown), decimals);
  return signed(shown, decimals > 0 ? body.replace(/\.?0+$/, "") : body);
}

/** A count: `4,212`. */
export function count(value: Value): string {
  return number(value, 0);
}

const scaling = (write: (value: Value) => string, currency: "" | "€"): Format =>
  Object.assign(write, {scale: (values: readonly Value[]) => unitScale(values, currency)});

/**
 * A number for charts and prose: in full below 10,000 (`1,465`, `4.2`), above with three figures at most and a unit
 * (`12.3k`, `350k`, `1.2m`). What rounds up to the next unit takes it: 999,950 is `1m`.
 */
export const short: Format = scaling((value) => {
  const given = finite(value);
  return given === undefined ? missing : signed(rounded(given, 2), shortMagnitude(Math.abs(given)));
}, "");

function shortMagnitude(magnitude: number): string {
  if (rounded(magnitude) < 10_000) return cleaned(magnitude, magnitude < 9.995 ? 2 : 0);
  let scaled = magnitude / 1000;
  let unit = 1;
  const places = () => (scaled < 99.95 ? 1 : 0);
  while (rounded(scaled, places()) >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${cleaned(scaled, places())}${units[unit]}`;
}

/** Rounded digits; whole numbers without decimals, but no half-cut cents: `4`, `4.20`. */
function cleaned(magnitude: number, decimals: number): string {
  const value = rounded(magnitude, decimals);
  return digits(value, Number.isInteger(value) ? 0 : decimals);
}

/** Euros for charts and prose: `€1.2m`, `€350k`, `€1,465`, `€12`, `−€0.40`. */
export const money: Format = scaling((euros) => {
  const given = finite(euros);
  if (given === undefined) return missing;
  return signed(rounded(given, 2), `€${shortMagnitude(Math.abs(given))}`);
}, "€");

/** The writer of amounts that stand together, on an axis or in a figure, in one unit: `€12.3k`, `€6.0k`, `€0`. */
export function moneyScale(values: readonly Value[]): Format {
  return unitScale(values, "€");
}

/** Whole euros, for aggregates in tables and sums that are to be followed: `€1,235`. */
export function moneyWhole(euros: Value): string {
  const given = finite(euros);
  if (given === undefined) return missing;
  const shown = rounded(given);
  return signed(shown, `€${digits(Math.abs(shown), 0)}`);
}

/** Euros to the cent, for tables of bookings: `€1,234.56`. */
export function moneyExact(euros: Value): string {
  const given = finite(euros);
  if (given === undefined) return missing;
  const shown = rounded(given, 2);
  return signed(shown, `€${digits(Math.abs(shown), 2)}`);
}

/** A share (0 to 1) as `4.2%`, `35%`: one decimal at most and below ten only, or exactly `decimals` if asked. */
export function percent(share: Value, decimals?: number): string {
  const given = finite(share);
  if (given === undefined) return missing;
  const hundredfold = Number((given * 100).toPrecision(15));
  const places = decimals ?? (Math.abs(hundredfold) < 9.95 ? 1 : 0);
  const shown = rounded(hundredfold, places);
  const body = digits(Math.abs(shown), places);
  return signed(shown, `${decimals === undefined ? body.replace(/\.0$/, "") : body}%`);
}

/** The size of a difference of two shares, without its sign: `1.2 percentage points`. */
export function points(difference: Value): string {
  const given = finite(difference);
  if (given === undefined) return missing;
  const size = percent(Math.abs(given), 1).slice(0, -1);
  return `${size} percentage ${size === "1.0" ? "point" : "points"}`;
}

/** Any formatter's text with a plus where the value is above zero: `+€1.2m`, `−3.1%`, `€0`. */
export function withSign(value: Value, format: (value: Value) => string): string {
  const given = finite(value);
  const text = format(value);
  return given !== undefined && given > 0 && /[1-9]/.test(text) ? withSignBefore("+", text) : text;
}

/** A stretch of days: `1 day`, `12 days`, `3 months`, `1 year 2 months`; from 60 days on in months of 30.44. */
export function duration(days: Value): string {
  const given = finite(days);
  if (given === undefined) return missing;
  const whole = rounded(Math.abs(given));
  const months = rounded(whole / 30.436875);
  const many = (amount: number, noun: string) =>
    `${count(amount)} ${noun}${amount === 1 ? "" : "s"}`;
  if (whole < 60) return signed(given < 0 && whole > 0 ? -1 : 1, many(whole, "day"));
  const years = Math.floor(months / 12);
  const parts = [years && many(years, "year"), months % 12 && many(months % 12, "month")];
  return signed(given, parts.filter(Boolean).join(" "));
}

/** The instant as a `Date`; an ISO text without a zone counts as UTC. `undefined` if it is none. */
export function asDate(time: Time): Date | undefined {
  if (time === null || time === undefined || time === "") return undefined;
  const text = typeof time === "string" ? time.replace(" ", "T") : time;
  const zoned = typeof text === "string" && /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const part = (time: Time, words: (date: Date) => string): string => {
  const date = asDate(time);
  return date ? words(date) : missing;
};

const monthName = (date: Date) => monthNames[date.getUTCMonth()] ?? missing;

/** `May 2025` */
export function monthText(time: Time): string {
  return part(time, (date) => `${monthName(date)} ${date.getUTCFullYear()}`);
}

/** `May`, at most three letters, for axes. */
export function monthShort(time: Time): string {
  return part(time, (date) => monthName(date).slice(0, 3));
}

/** `2025` */
export function year(time: Time): string {
  return part(time, (date) => String(date.getUTCFullYear()));
}

/** `1 May 2025` */
export function dayText(time: Time): string {
  return part(time, (date) => `${date.getUTCDate()} ${monthText(date)}`);
}

/** `1 May 2025`, its month at most three letters, for tables. */
export function dayShort(time: Time): string {
  return part(time, (date) => `${date.getUTCDate()} ${monthShort(date)} ${date.getUTCFullYear()}`);
}

/** `2025-05`, for attributes. */
export function monthIso(time: Time): string {
  return part(time, (date) => date.toISOString().slice(0, 7));
}

/** `1 May 2025, 13:45` in UTC. */
export function instant(time: Time): string {
  return part(time, (date) => `${dayShort(date)}, ${date.toISOString().slice(11, 16)}`);
}
