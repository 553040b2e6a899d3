/**
 * What an employer pays beside the month's salary: a thirteenth salary, a holiday allowance, a bonus. It comes in the same
 * payment or in one of its own, in certain months of the year, and says nothing of what the other months bring.
 */
import {type Day, type Month, monthOf} from "../day.js";
import {middleOf} from "../middle.js";
import {type DueDay, dueOn} from "./dueDay.js";
import {type Contract, type Payments, type Place, placeOf} from "./payments.js";

/** A payment counts as extra, or to have an extra in it, from this part of the regular amount on; a raise is smaller. */
const extraFrom = 0.25;

/** How many days before the due day of its income an extra may come: half a month. */
export const extraLead = 16;

/** How many payments before and after tell what is regular. */
const around = 3;

/**
 * The amounts without what is extra in them: where one exceeds the median of the seven around it by more than a quarter,
 * that median. A lasting step moves the median and stays.
 */
export function regularCents(cents: readonly number[]): number[] {
  return cents.map((amount, at) => {
    const usual = middleOf(cents.slice(Math.max(0, at - around), at + around + 1));
    return amount > (1 + extraFrom) * usual ? Math.round(usual) : amount;
  });
}

export interface Extra {
  readonly on: Day;
  /** The month of the contract's due day that it came next to, and by how many days after that day. */
  readonly month: Month;
  readonly lag: number;
  /** Its size, in regular amounts of the time. */
  readonly share: number;
}

/** What came beside a monthly income: in its payments, and in others of the same party; `all` are the party's payments. */
export function extrasOf(contract: Contract, all: Payments): Extra[] {
  const {days, cents, regular, due, everyMonths, isSteady} = contract;
  if (everyMonths !== 1 || !isSteady) return [];
  // A second payment of the same day and amount is beside the first, so each of the contract's stands for one.
  const own = new Map<Place, number>();
  days.forEach((day, at) => {
    const key = placeOf(day, cents[at]!);
    own.set(key, (own.get(key) ?? 0) + 1);
  });
  const within = days.flatMap((on, at) =>
    cents[at] === regular[at] ? [] : [{on, cents: cents[at]! - regular[at]!, of: regular[at]!}],
  );
  const beside = all.days.flatMap((on, at) => {
    const key = placeOf(on, all.cents[at]!);
    const left = own.get(key) ?? 0;
    own.set(key, left - 1);
    if (left > 0) return [];
    const near = days.findLastIndex((day) => day <= on);
    return [{on, cents: all.cents[at]!, of: regular[Math.max(near, 0)]!}];
  });
  return [...within, ...beside]
    .filter(({cents, of}) => cents >= extraFrom * of)
    .map(({on, cents, of}) => ({on, ...nearestDue(due, on), share: cents / of}))
    .sort((a, b) => a.on - b.on);
}

/** The due day that lies nearest to a day. */
export function nearestDue(due: DueDay, on: Day): {month: Month; lag: number} {
  const months = [0, -1, 1].map((step) => monthOf(on) + step);
  const lags = months.map((month) => ({month, lag: on - dueOn(due, month)}));
  return lags.reduce((best, one) => (Math.abs(one.lag) < Math.abs(best.lag) ? one : best));
}

/**
 * What is to be expected beside the payment of a month: what came in the same month of the year before, if it came in each
 * such month since the contract began. None in a month that has not been seen a year before.
 */
export function expectedExtra(
  extras: readonly Pick<Extra, "month" | "lag" | "share">[],
  since: Month,
  month: Month,
): {lag: number; share: number} | undefined {
  const before = extras.filter((extra) => extra.month < month && (month - extra.month) % 12 === 0);
  const years = Math.floor((month - since) / 12);
  const seen = new Set(before.map((extra) => extra.month)).size;
  const last = before.filter((extra) => extra.month === month - 12);
  if (years < 1 || seen < years || last.length === 0) return undefined;
  return {lag: last[0]!.lag, share: last.reduce((sum, {share}) => sum + share, 0)};
}
