/** An account day by day: what was put in, and which days are shown. */
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";

/** What was there at the start and has been paid in since, less what was taken out, in cents by day. */
export function paidIn({valueCents, moneyInCents, moneyOutCents}: Portfolio): Float64Array {
  const paid = new Float64Array(valueCents.length);
  paid[0] = valueCents[0]!;
  for (let i = 1; i < paid.length; i++)
    paid[i] = paid[i - 1]! + moneyInCents[i]! - moneyOutCents[i]!;
  return paid;
}

/** The index of the first day with money; −1 where there never was any. */
export function firstWithMoney({valueCents, moneyInCents}: Portfolio): number {
  return valueCents.findIndex((value, i) => value !== 0 || moneyInCents[i] !== 0);
}

/** The indices of trading days and of the last day, from the first day with money on; none where there never was any. */
export function tradingDays(days: Portfolio, {market}: Exchange): number[] {
  const first = firstWithMoney(days);
  if (first < 0) return [];
  const {length} = days.valueCents;
  const from = Math.max(1, first);
  return Array.from({length: length - from}, (_, i) => from + i).filter(
    (i) => i === length - 1 || market.isTradingDay[days.eve + i - market.firstDay] === 1,
  );
}
