/** The contracts among one person's payments to one party: first all payments as one, then in parts. */
import type {Day} from "../day.js";
import {middleOf} from "../middle.js";
import {fewest, maybeContract} from "./contract.js";
import {maybeDueFit} from "./dueDay.js";
import {type Contract, type Payments, placeOf} from "./payments.js";

/** How near to its due day a payment must be to be told from the others of a party by its day. */
const near = 3;
/** The mean distance from a due day at which half of the payments may be on it. */
const halfOff = 3.5;

/**
 * The contracts with one party. Where all payments together make none, those of exactly one amount may (a membership
 * paid where one also shops), then those of one size, then those around one day of the month.
 */
export function contractsIn(payments: Payments): Contract[] {
  const whole = maybeContract(payments) ?? oncePerDay(payments);
  if (whole) return [whole];
  const found: Contract[] = [];
  let rest = payments;
  // Among many payments, three of one amount fall regularly by chance.
  const enough = isSparse(payments) ? fewest.steady : fewest.steady + 1;
  for (const part of byAmount(payments, enough)) {
    const contract = maybeContract(part);
    if (!contract) continue;
    found.push(contract);
    rest = without(rest, contract);
  }
  if (isSparse(rest))
    for (;;) {
      const contract = bySize(rest) ?? byDay(rest);
      if (!contract) break;
      found.push(contract);
      rest = without(rest, contract);
    }
  return joined(found);
}

/** The contract where now and then a second payment comes on the same day, as a thirteenth salary does. */
function oncePerDay({days, cents}: Payments): Contract | undefined {
  const usual = middleOf(cents);
  const places = new Map<Day, number>();
  days.forEach((day, at) => {
    const other = places.get(day);
    const isNearer =
      other === undefined || Math.abs(cents[at]! - usual) < Math.abs(cents[other]! - usual);
    if (isNearer) places.set(day, at);
  });
  const at = [...places.values()];
  const second = days.length - at.length;
  if (second === 0 || second > days.length / 4) return undefined;
  return maybeContract({days: at.map((i) => days[i]!), cents: at.map((i) => cents[i]!)});
}

/** Payments of exactly the same amount, the most frequent first. */
function byAmount({days, cents}: Payments, enough: number): Payments[] {
  const amounts = new Map<number, number[]>();
  cents.forEach((amount, i) => {
    const at = amounts.get(amount);
    if (at) at.push(i);
    else amounts.set(amount, [i]);
  });
  return [...amounts.values()]
    .filter((at) => at.length >= enough)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((at) => ({days: at.map((i) => days[i]!), cents: at.map((i) => cents[i]!)}));
}

/** At most three payments in two months: among more, some would fall on any day. */
function isSparse({days}: Payments): boolean {
  if (days.length < fewest.steady) return false;
  return (1.5 * (days.at(-1)! - days[0]!)) / 30.4 + 1.5 >= days.length;
}

/** A contract among payments of one size: amounts that no gap of a quarter divides. */
function bySize(payments: Payments): Contract | undefined {
  const {days, cents} = payments;
  const order = [...cents.keys()].sort((a, b) => cents[a]! - cents[b]!);
  const clusters: number[][] = [];
  for (const i of order) {
    const last = clusters.at(-1);
    if (last && cents[i]! <= 1.25 * cents[last.at(-1)!]!) last.push(i);
    else clusters.push([i]);
  }
  if (clusters.length < 2) return undefined;
  for (const cluster of clusters) {
    if (cluster.length < fewest.steady) continue;
    const at = cluster.sort((a, b) => a - b);
    const part = {days: at.map((i) => days[i]!), cents: at.map((i) => cents[i]!)};
    const contract = maybeContract(part);
    if (contract) return contract;
  }
  return undefined;
}

/** A contract among the payments near one day of the month: it began, ended or moved, or is one of two. */
function byDay(payments: Payments): Contract | undefined {
  const {days, cents} = payments;
  if (days.length <= fewest.steady) return undefined;
  const {distances} = maybeDueFit(days, halfOff) ?? {distances: days.map(() => near + 1)};
  const at = [...days.keys()].filter((i) => distances[i]! <= near);
  if (at.length === days.length || at.length < fewest.steady) return undefined;
  return maybeContract({days: at.map((i) => days[i]!), cents: at.map((i) => cents[i]!)});
}

function without({days, cents}: Payments, {days: taken, cents: takenCents}: Payments): Payments {
  const gone = new Set(taken.map((day, i) => placeOf(day, takenCents[i]!)));
  const at = [...days.keys()].filter((i) => !gone.has(placeOf(days[i]!, cents[i]!)));
  return {days: at.map((i) => days[i]!), cents: at.map((i) => cents[i]!)};
}

/** Contracts of which one begins where another ends are one whose amount stepped, if together they still are one. */
function joined(contracts: readonly Contract[]): Contract[] {
  const sorted = [...contracts].sort((a, b) => a.days[0]! - b.days[0]!);
  const result: Contract[] = [];
  for (const next of sorted) {
    const at = result.findIndex((before) => {
      const gap = next.months[0]! - before.months.at(-1)!;
      return gap > 0 && gap <= 2 * before.everyMonths && next.everyMonths === before.everyMonths;
    });
    const before = result[at];
    const both =
      before &&
      maybeContract({
        days: [...before.days, ...next.days],
        cents: [...before.cents, ...next.cents],
      });
    if (both) result[at] = both;
    else result.push(next);
  }
  return result;
}
