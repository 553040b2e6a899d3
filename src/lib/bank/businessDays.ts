/**
 * Settlement days of TARGET, the euro's payment system: no weekends, and closed on 1 January, Good Friday,
 * Easter Monday, 1 May, 25 and 26 December (ECB, long-term calendar for TARGET closing days).
 */
import {civilOf, type Day, dayOf, weekdayOf} from "../day.js";

/** Whether transfers and direct debits settle on a day. */
export function isBusinessDay(day: Day): boolean {
  if (weekdayOf(day) > 5) return false;
  const {year, month, dayOfMonth} = civilOf(day);
  if (month === 1 || month === 5) return dayOfMonth !== 1;
  if (month === 12) return dayOfMonth !== 25 && dayOfMonth !== 26;
  if (month !== 3 && month !== 4) return true;
  const easter = easterSunday(year);
  return day !== easter - 2 && day !== easter + 1;
}

/** The first business day on or after a day. */
export function businessDayFrom(day: Day): Day {
  let found = day;
  while (!isBusinessDay(found)) found++;
  return found;
}

/** The last business day on or before a day. */
export function businessDayUntil(day: Day): Day {
  let found = day;
  while (!isBusinessDay(found)) found--;
  return found;
}

/** Easter Sunday of a Gregorian year (the anonymous algorithm printed in Nature, 1876). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
