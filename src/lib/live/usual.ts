/** A usual day of the bank, to hold a day under way against. */
import {isBusinessDay} from "../bank/businessDays.js";
import {type Day, secondsPerDay} from "../day.js";

/** A row of `live-usual.csv`: the mean of many days, up to the end of an hour. */
export interface UsualHour {
  readonly is_business_day: boolean;
  readonly hour: number;
  readonly day_count: number;
  readonly payment_count: number;
  readonly moved_eur: number;
}

export interface Usual {
  readonly count: number;
  readonly cents: number;
}

/** The hours of days of the kind that a day is of: those on which banks settle, or the others. */
export function usualHours(hours: readonly UsualHour[], day: Day): UsualHour[] {
  const isBusiness = isBusinessDay(day);
  return hours
    .filter(({is_business_day}) => is_business_day === isBusiness)
    .sort((a, b) => a.hour - b.hour);
}

/**
 * What has usually moved by this time of a day of the same kind, in a straight line within the hour; undefined where the
 * history has no such day. `at` is in seconds since 1970.
 */
export function usualBy(hours: readonly UsualHour[], at: number): Usual | undefined {
  const own = usualHours(hours, Math.floor(at / secondsPerDay));
  const [hour, share] = [Math.floor((at % secondsPerDay) / 3600), (at % 3600) / 3600];
  const end = own[hour];
  if (!end || end.day_count === 0) return undefined;
  const begin = own[hour - 1] ?? {payment_count: 0, moved_eur: 0};
  const between = (from: number, to: number) => from + share * (to - from);
  return {
    count: between(begin.payment_count, end.payment_count),
    cents: 100 * between(begin.moved_eur, end.moved_eur),
  };
}
