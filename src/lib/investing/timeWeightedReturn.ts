/**
 * The return of the holdings, whatever was paid in or out and when: daily returns, chained.
 *
 * The return of a day is its gain over the money that could gain it: value at the close before, plus the most
 * that came in, net, at any moment of the day (capital at work). So a start at zero, a purchase and sale
 * within one day, and a swap of one holding for another all have a sensible base. A day on which nothing was
 * at work has no return and is passed over. With flows only between valuations this is the textbook's linked return
 * (Bacon, Practical Portfolio Performance Measurement and Attribution, "true time-weighted").
 */
import type {Day} from "../day.js";
import {annualize} from "./annualize.js";

/** Closing values and flows by day, as in `Portfolio`; index 0 is the eve of the first day. */
export interface ValuedDays {
  readonly eve: Day;
  readonly valueCents: ArrayLike<number>;
  readonly moneyInCents: ArrayLike<number>;
  readonly moneyOutCents: ArrayLike<number>;
  readonly peakInCents: ArrayLike<number>;
}

export type TimeWeightedReturn =
  | {
      readonly kind: "return";
      /** Over the whole period: 0.05 is 5 %. */
      readonly periodReturn: number;
      /** Per year, by 365 days; null up to a year. */
      readonly annualized: number | null;
      /** First and last day with money at work, and the days from one to the other, both counted. */
      readonly firstDay: Day;
      readonly lastDay: Day;
      readonly days: number;
      /** What 1 invested on the eve was worth at each close. */
      readonly growth: Float64Array;
    }
  | {readonly kind: "none"; readonly reason: string};

/** The time-weighted return of the days; `none` where nothing was ever at work, or more was lost than was there. */
export function timeWeightedReturn(days: ValuedDays): TimeWeightedReturn {
  const {eve, valueCents, moneyInCents, moneyOutCents, peakInCents} = days;
  const growth = new Float64Array(valueCents.length);
  growth[0] = 1;
  let first = -1;
  let last = -1;
  for (let i = 1; i < growth.length; i++) {
    const before = valueCents[i - 1]!;
    const atWork = before + peakInCents[i]!;
    growth[i] = growth[i - 1]!;
    if (atWork <= 0) continue;
    const gain = valueCents[i]! - before - (moneyInCents[i]! - moneyOutCents[i]!);
    if (gain < -atWork) return {kind: "none", reason: "more was lost in a day than was there"};
    growth[i]! *= 1 + gain / atWork;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return {kind: "none", reason: "nothing was invested"};
  const periodReturn = growth[last]! - 1;
  const count = last - first + 1;
  return {
    kind: "return",
    periodReturn,
    annualized: annualize(periodReturn, count),
    firstDay: eve + first,
    lastDay: eve + last,
    days: count,
    growth,
  };
}
