/**
 * What makes payments a contract: they come at a regular interval, on their due day, and their amount stays, or steps,
 * or is metered but comes all the more regularly. Nothing else is asked: neither what a payment was for nor how it
 * was paid.
 */
import type {Day, Month} from "../day.js";
import {maybeDueFit} from "./dueDay.js";
import {regularCents} from "./extras.js";
import type {Contract, Payments} from "./payments.js";

const intervals = [1, 2, 3, 6, 12] as const;

/** The fewest payments that can show a contract. */
export const fewest = {steady: 3, metered: 5} as const;

/** The contract that all these payments make together, if they do. */
export function maybeContract({days, cents}: Payments): Contract | undefined {
  if (days.length < fewest.steady || !mayRecur(days)) return undefined;
  const regular = regularCents(cents);
  const extraCount = regular.filter((amount, at) => amount !== cents[at]).length;
  const isSteady = areSteady(regular) && extraCount <= cents.length / 4;
  if (!isSteady && (days.length < fewest.metered || !areAlike(cents))) return undefined;
  // Few payments may fall regularly by chance, the more so where their amounts tell nothing.
  const isStrict = !isSteady || days.length < 6;
  const fit = maybeDueFit(days, isStrict ? 1 : 1.75);
  if (!fit) return undefined;
  const {months, distances, meanDistance, dayOfMonth, roll} = fit;
  if (distances.filter((distance) => distance > 4).length > days.length / 8) return undefined;
  // Payments refused for want of money leave gaps; who is always exactly on the day may leave more of them.
  const isExact = days.length >= (isSteady ? 4 : 5) && meanDistance === 0;
  const everyMonths = intervalOf(months, isExact ? 0.35 : isSteady ? 0.7 : 0.8);
  if (everyMonths === undefined) return undefined;
  const due = {dayOfMonth, roll};
  return {due, everyMonths, months, isSteady, days, cents, regular: isSteady ? regular : cents};
}

/** Whether the days are spread as a contract's would be: a quick look that spares most groups the long one. */
function mayRecur(days: readonly Day[]): boolean {
  let short = 0;
  for (let i = 1; i < days.length; i++) if (days[i]! - days[i - 1]! < 20) short++;
  return short <= days.length / 8;
}

/** The interval in months, if the months keep to one and few are missing (a payment may be refused now and then). */
function intervalOf(months: readonly Month[], filled: number): number | undefined {
  const gaps: number[] = [];
  for (let i = 1; i < months.length; i++) gaps.push(months[i]! - months[i - 1]!);
  if (gaps.some((gap) => gap <= 0)) return undefined;
  return intervals.findLast((interval) => {
    if (gaps.some((gap) => gap % interval !== 0)) return false;
    return months.length / ((months.at(-1)! - months[0]!) / interval + 1) >= filled;
  });
}

/** Whether most payments are of the same amount as the one before or after. */
function areSteady(cents: readonly number[]): boolean {
  let alone = 0;
  for (let i = 0; i < cents.length; i++)
    if (cents[i] !== cents[i - 1] && cents[i] !== cents[i + 1]) alone++;
  return alone <= cents.length / 6;
}

/** Whether metered amounts are of one size: between a third and the threefold of the middle one. */
function areAlike(cents: readonly number[]): boolean {
  const sorted = [...cents].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return sorted[0]! >= middle / 3 && sorted.at(-1)! <= middle * 3;
}
