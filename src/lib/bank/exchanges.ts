/**
 * Days and hours of the exchanges, by their rules and so for any year, in UTC and without a time zone database.
 *
 * - US market: NYSE Rule 7.2 and the hours that NYSE and Nasdaq publish, 9:30 to 16:00 in New York, to 13:00 on half
 *   days. Nasdaq (XNAS) keeps the days and hours of the New York Stock Exchange (XNYS).
 * - Euronext Amsterdam (XAMS): Euronext's calendar of business days, 9:00 to 17:30 in Amsterdam, to 14:05 on 24 and 31
 *   December.
 * - Xetra (XETR): Deutsche Börse's trading calendar, 9:00 to 17:30 in Frankfurt, closed on 24 and 31 December.
 *
 * Rules as they stand since 2022 (Juneteenth in New York; Whit Monday a trading day in Frankfurt); closings that no rule
 * foretells, such as days of mourning, are not known here. Half days are trading days.
 */

import {civilOf, type Day, dayOf, weekdayOf} from "../day.js";
import {easterSunday, isBusinessDay} from "./businessDays.js";

/** Exchanges by their market identifier code (ISO 10383). */
export const exchanges = ["XAMS", "XETR", "XNAS", "XNYS"] as const;

export type ExchangeCode = (typeof exchanges)[number];

/** First and last instant of trading on a day, in minutes since midnight UTC. */
export interface Session {
  readonly opens: number;
  readonly closes: number;
}

const at = (hour: number, minute = 0) => hour * 60 + minute;

/** Whether an exchange trades on a day. */
export function isExchangeDay(exchange: ExchangeCode, day: Day): boolean {
  if (exchange === "XNAS" || exchange === "XNYS") return weekdayOf(day) <= 5 && !isUsHoliday(day);
  // Both keep the holidays of the euro's payment system: 1 January, Easter, 1 May, Christmas.
  return isBusinessDay(day) && !(exchange === "XETR" && isYearEndEve(day));
}

/** When an exchange trades on a day; undefined where it is closed. */
export function maybeSession(exchange: ExchangeCode, day: Day): Session | undefined {
  if (!isExchangeDay(exchange, day)) return undefined;
  if (exchange === "XNAS" || exchange === "XNYS") {
    const toUtc = isUsSummer(day) ? at(4) : at(5);
    return {opens: at(9, 30) + toUtc, closes: (isUsHalfDay(day) ? at(13) : at(16)) + toUtc};
  }
  const toUtc = isEuSummer(day) ? at(2) : at(1);
  return {opens: at(9) - toUtc, closes: (isYearEndEve(day) ? at(14, 5) : at(17, 30)) - toUtc};
}

/** Daylight saving in the US, by trading days: from the second Sunday of March to the first of November (Energy Policy Act of 2005). */
export function isUsSummer(day: Day): boolean {
  const {year} = civilOf(day);
  return day >= weekdayIn(year, 3, 7, 2) && day < weekdayIn(year, 11, 7, 1);
}

/** Daylight saving in the EU, by trading days: from the last Sunday of March to that of October (Directive 2000/84/EC). */
export function isEuSummer(day: Day): boolean {
  const {year} = civilOf(day);
  return day >= weekdayIn(year, 4, 7, 1) - 7 && day < weekdayIn(year, 11, 7, 1) - 7;
}

/** 24 and 31 December. */
function isYearEndEve(day: Day): boolean {
  const {month, dayOfMonth} = civilOf(day);
  return month === 12 && (dayOfMonth === 24 || dayOfMonth === 31);
}

/**
 * A holiday that falls on a Saturday is kept on the Friday before, one on a Sunday on the Monday after; only New Year
 * on a Saturday is not made up for, because 31 December closes the year's books.
 */
function isUsHoliday(day: Day): boolean {
  const {year, month} = civilOf(day);
  const fixed = [dayOf(year, 6, 19), dayOf(year, 7, 4), dayOf(year, 12, 25)];
  if (fixed.some((holiday) => keptOn(holiday) === day)) return true;
  if (month === 1 && day === newYearKeptOn(year)) return true;
  return (
    day === weekdayIn(year, 1, 1, 3) || // Martin Luther King
    day === weekdayIn(year, 2, 1, 3) || // Washington
    day === easterSunday(year) - 2 ||
    day === weekdayIn(year, 6, 1, 1) - 7 || // Memorial Day, the last Monday of May
    day === weekdayIn(year, 9, 1, 1) || // Labor Day
    day === thanksgiving(year)
  );
}

function keptOn(holiday: Day): Day {
  const weekday = weekdayOf(holiday);
  return holiday + (weekday === 6 ? -1 : weekday === 7 ? 1 : 0);
}

function newYearKeptOn(year: number): Day {
  const holiday = dayOf(year, 1, 1);
  return holiday + (weekdayOf(holiday) === 7 ? 1 : 0);
}

function thanksgiving(year: number): Day {
  return weekdayIn(year, 11, 4, 4);
}

/** The eves of Independence Day and Christmas from Monday to Thursday, and the day after Thanksgiving. */
function isUsHalfDay(day: Day): boolean {
  const {year, month, dayOfMonth} = civilOf(day);
  if (day === thanksgiving(year) + 1) return true;
  const isEve = (month === 7 && dayOfMonth === 3) || (month === 12 && dayOfMonth === 24);
  return isEve && weekdayOf(day) <= 4;
}

/** The nth weekday (1 for Monday to 7 for Sunday) of a month. */
function weekdayIn(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}
