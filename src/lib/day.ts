/**
 * Calendar days as integers, the number of days since 1970-01-01, so that arithmetic needs neither `Date`
 * nor a time zone; months as `year * 12 + monthIndex`. The conversions are Howard Hinnant's
 * "chrono-Compatible Low-Level Date Algorithms" (public), exact for the proleptic Gregorian calendar.
 */

export type Day = number;
export type Month = number;

export const secondsPerDay = 86_400;
/** A day in milliseconds, as `Date` counts. */
export const dayMs = 86_400_000;

/** The day of a civil date; `month` runs from 1 to 12. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day; `month` runs from 1 to 12. */
export function civilOf(day: Day): {year: number; month: number; dayOfMonth: number} {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth};
}

/** `2025-05-01` for a day. */
export function formatDay(day: Day): string {
  const {year, month, dayOfMonth} = civilOf(day);
  return `${String(year).padStart(4, "0")}-${pad2(month)}-${pad2(dayOfMonth)}`;
}

/** The day of `2025-05-01`; undefined for an impossible date, which `Date.parse` moves: the 31st of February to the 3rd of March. */
export function maybeDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDay(day) === text ? day : undefined;
}

/** The day of `2025-05-01`; throws on an impossible date. */
export function parseDay(text: string): Day {
  const day = maybeDay(text);
  if (day === undefined)
    throw new Error(`invalid date: ${JSON.stringify(text)} (write it as 2025-05-01)`);
  return day;
}

/** Whether the text is a day of the calendar, as `2025-05-01`: the 30th of February is none. */
export const isDay = (text: string): boolean => maybeDay(text) !== undefined;

/** `2025-05-01 13:45:10`, UTC, of whole seconds since 1970. */
export function formatInstant(seconds: number): string {
  const day = Math.floor(seconds / secondsPerDay);
  const second = seconds - day * secondsPerDay;
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${formatDay(day)} ${parts.map(pad2).join(":")}`;
}

/** Seconds since 1970 of `2025-05-01 13:45:10`, UTC; throws on anything else. */
export function parseInstant(text: string): number {
  const match = /^(\S+) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text);
  if (!match) throw new Error(`invalid instant: ${text} (write it as 2025-05-01 13:45:10, UTC)`);
  const [hours, minutes, seconds] = match.slice(2).map(Number) as [number, number, number];
  return parseDay(match[1]!) * secondsPerDay + hours * 3600 + minutes * 60 + seconds;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(day: Day): Month {
  const {year, month} = civilOf(day);
  return year * 12 + month - 1;
}

export function firstDayOf(month: Month): Day {
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** `2025-05` for a month. */
export function formatMonth(month: Month): string {
  return formatDay(firstDayOf(month)).slice(0, 7);
}

/** The month of `2025-05`; throws on an impossible one. */
export function parseMonth(text: string): Month {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  const monthOfYear = Number(match?.[2]);
  if (match && monthOfYear >= 1 && monthOfYear <= 12)
    return Number(match[1]) * 12 + monthOfYear - 1;
  throw new Error(`invalid month: ${JSON.stringify(text)} (write it as 2025-05)`);
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
