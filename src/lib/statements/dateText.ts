/** Dates as banks write them. Which number is the day and which the month is left open: the column decides it. */
import {dayOf, formatDay} from "../day.js";
import {monthNamed} from "./monthNames.js";

export type DateOrder = "ymd" | "dmy" | "mdy";

export interface DateText {
  /** Three numbers as written; a month by its name is a number already. */
  readonly parts: readonly [string, string, string];
  /** The orders that the writing itself allows. */
  readonly orders: readonly DateOrder[];
  /** What stands between the numbers; empty where nothing does. */
  readonly mark: string;
}

const clock = String.raw`(?:[T ,-]|, |\. )\s*(\d{1,2}[:.]\d{2}.*|\d{6}|as of .*|od .*)`;
const apart = new RegExp(
  String.raw`^(?:\p{L}{2,4}\.?,? )?(\d{1,4})([-./ ]|\. )(\d{1,2}|\p{L}{3,12}\.?)` +
    String.raw`(?:[-./ ,]|\. |, ){1,2}(\d{4}|\d{2})\.?(?:${clock})?$`,
  "u",
);
const monthFirst =
  /^(?:\p{L}{2,9}\.?,? )?(\p{L}{3,12})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})(?:,? \d{1,2}[:.]\d{2}.*)?$/u;
const together = /^(?:(\d{8})(?:\d{6})?|(\d{6}))(?:[;T ,] ?\d{1,2}:?\d{2}(?::?\d{2})?.*)?$/;
const mostLetters = 60;

/** What a cell says as a date, with or without a time behind it; undefined where it is none. */
export function maybeDate(cell: string): DateText | undefined {
  if (cell.length < 6 || cell.length > mostLetters) return undefined;
  const code = cell.charCodeAt(0);
  const text = code > 127 || / {2}|\bde\b|\u00a0|'|\/\p{L}/u.test(cell) ? plainDate(cell) : cell;
  const match = apart.exec(text);
  if (match) return apartDate(match);
  const named = monthFirst.exec(text);
  if (named) {
    const month = monthNamed(named[1]!);
    return month
      ? {parts: [String(month), named[2]!, named[3]!], orders: ["mdy"], mark: "name"}
      : undefined;
  }
  const [, long, short] = together.exec(text) ?? [];
  const digits = long ?? short;
  return digits === undefined ? undefined : togetherDate(digits);
}

/** `5 de enero de 2024` and `5  jan '24` without what is no number and no name. */
function plainDate(cell: string): string {
  return cell
    .replace(/\u00a0/g, " ")
    .replace(/\bde\b|'/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** Whether a cell is a date. */
export function isDate(cell: string): boolean {
  const date = maybeDate(cell);
  return date !== undefined && date.mark !== "6" && readings(date).length > 0;
}

function apartDate([, first = "", mark = "", middle = "", last = ""]: RegExpExecArray):
  | DateText
  | undefined {
  const named = /^\d/.test(middle) ? undefined : monthNamed(middle);
  if (named === undefined && !/^\d/.test(middle)) return undefined;
  const parts = [first, named === undefined ? middle : String(named), last] as const;
  const sign = named === undefined ? mark.trim() || " " : "name";
  if (first.length === 4)
    return last.length === 4 ? undefined : {parts, orders: ["ymd"], mark: sign};
  if (first.length === 3) return undefined;
  // `24-Jan-05` is no day of 2024 where it could be one of 2005: nobody writes a short year first beside a name
  if (named !== undefined)
    return {parts, orders: [last.length === 2 && Number(first) > 31 ? "ymd" : "dmy"], mark: sign};
  return {parts, orders: last.length === 4 ? ["dmy", "mdy"] : ["dmy", "mdy", "ymd"], mark: sign};
}

function togetherDate(digits: string): DateText | undefined {
  const cut = (...ends: [number, number]) =>
    [digits.slice(0, ends[0]), digits.slice(ends[0], ends[1]), digits.slice(ends[1])] as const;
  if (digits.length === 6) return {parts: cut(2, 4), orders: ["ymd", "dmy", "mdy"], mark: "6"};
  const isYearFirst = /^(19|20)\d\d(0[1-9]|1[0-2])/.test(digits);
  if (isYearFirst) return {parts: cut(4, 6), orders: ["ymd"], mark: ""};
  return /(19|20)\d\d$/.test(digits)
    ? {parts: cut(2, 4), orders: ["dmy", "mdy"], mark: ""}
    : undefined;
}

/** The day of a date in an order, as `2025-05-01`; undefined where the calendar has none. */
export function dayIn({parts, orders}: DateText, order: DateOrder): string | undefined {
  if (!orders.includes(order)) return undefined;
  const [a, b, c] = parts;
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  if (year.length !== 4 && year.length !== 2) return undefined;
  return maybeDay(fullYear(year), Number(month), Number(day));
}

/** Banks have no statements from before 1970: `70` is 1970, `69` is 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

function maybeDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2100)
    return undefined;
  const text = formatDay(dayOf(year, month, day));
  return Number(text.slice(8)) === day ? text : undefined;
}

/** The orders in which a date is a day of the calendar. */
export function readings(date: DateText): DateOrder[] {
  return date.orders.filter((order) => dayIn(date, order) !== undefined);
}
