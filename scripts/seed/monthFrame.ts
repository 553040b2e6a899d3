import {isBusinessDay} from "../../src/lib/bank/businessDays.js";
import {
  civilOf,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  secondsPerDay,
} from "../../src/lib/day.js";
import {between, type Stream} from "../../src/lib/stream.js";
import type {MarketDay} from "./market.js";
import {inSpan, type Span} from "./ranges.js";

/** The month that the themes are asked about, with what they all need to know of its days. */
export interface MonthFrame {
  readonly month: Month;
  /** Months since the start of the data. */
  readonly index: number;
  /** 1 for January. */
  readonly calendarMonth: number;
  readonly first: Day;
  readonly last: Day;
  readonly businessDays: readonly Day[];
  readonly market: readonly MarketDay[];
  /** The days on which an instrument trades and the bank settles. */
  tradingDays(instrument: number): readonly MarketDay[];
  /** The first business day from a day of the month on (1 to 31), or else the last of the month. */
  businessDay(dayOfMonth: number): Day;
  /** The first business day of the month after a day; the day itself, if none is left. */
  businessDayAfter(day: Day): Day;
  /** The day on which something due on a day of the month is paid: moved forward early in it, else back. */
  payday(dayOfMonth: number): Day;
}

export function monthFrame(month: Month, start: Month, market: readonly MarketDay[]): MonthFrame {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const businessDays: Day[] = [];
  const onOrAfter: Day[] = [];
  for (let day = first; day <= last; day++) if (isBusinessDay(day)) businessDays.push(day);
  for (let day = first; day <= last; day++) {
    onOrAfter.push(businessDays.find((candidate) => candidate >= day) ?? businessDays.at(-1)!);
  }
  const businessDay = (dayOfMonth: number) =>
    onOrAfter[Math.min(dayOfMonth, onOrAfter.length) - 1]!;
  const onOrBefore = (day: Day) => {
    const business = businessDays.filter((candidate) => candidate <= day);
    return business.at(-1) ?? businessDays[0]!;
  };
  const paydays = Array.from({length: 31}, (_, index) =>
    index < 5 ? businessDay(index + 1) : onOrBefore(Math.min(first + index, last)),
  );
  const settling = market.filter(({hasFixing}) => hasFixing);
  const trading: MarketDay[][] = [];
  return {
    month,
    index: month - start,
    calendarMonth: civilOf(first).month,
    first,
    last,
    businessDays,
    market,
    tradingDays: (instrument) => {
      trading[instrument] ??= settling.filter(({closeE4}) => closeE4[instrument]! > 0);
      return trading[instrument];
    },
    businessDay,
    businessDayAfter: (day) => {
      const next = day < last ? onOrAfter[day + 1 - first]! : day;
      return next > day ? next : day;
    },
    payday: (dayOfMonth) => paydays[dayOfMonth - 1]!,
  };
}

/** The instant of a time of day, in seconds since 1970. */
export function instant(day: Day, hour: number, minute = 0, second = 0): number {
  return day * secondsPerDay + hour * 3600 + minute * 60 + second;
}

/** An instant in one of the hours of a day, the first and the last included, each as likely as another. */
export function sometime(draw: Stream, day: Day, hours: Span): number {
  return instant(day, inSpan(draw, hours), between(draw, 0, 59), between(draw, 0, 59));
}
