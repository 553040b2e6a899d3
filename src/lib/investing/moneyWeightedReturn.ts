/**
 * The return on the money, when it was there: the yearly rate at which all flows are worth nothing together
 * (internal rate of return, as XIRR of spreadsheets, on 365 days). Such a rate need not exist, and need not be
 * the only one; an iteration from a guess hides both. Here every rate is enclosed.
 *
 * With u = ln(1 + rate) the worth is a sum of amounts × e^(−u·t). Its inflows and its outflows both
 * fall as u grows, which bounds the worth, and in the same way its slope, on any interval: an interval whose bounds
 * leave out zero has no root, one with a slope of one sign has at most one, and the others are halved. For
 * u below zero the same is done with time reversed, so that no power overflows.
 *
 * A root at which the worth touches zero without crossing it cannot be told from two that are so close that what
 * lies between them is of the size of rounding. Such a stretch is one root: its turning point.
 */
import type {Day} from "../day.js";
import {annualize} from "./annualize.js";

/** Signed as the investor sees it: paid in is negative, taken out, and the value at the end, positive. */
export interface CashFlow {
  readonly day: Day;
  readonly amountCents: number;
}

export type MoneyWeightedReturn =
  | {
      readonly kind: "rate";
      /** Per year, even where the period is shorter: what XIRR shows. Infinity beyond what a number holds. */
      readonly yearlyRate: number;
      /** The same over the period, from the first flow to the last. */
      readonly periodReturn: number;
      /** The yearly rate beyond a year, null up to one. */
      readonly annualized: number | null;
      readonly days: number;
    }
  | {readonly kind: "none"; readonly reason: string}
  /** More than one rate, rising: the flows change sign too often for one rate to tell the story. */
  | {readonly kind: "several"; readonly yearlyRates: readonly number[]};

const precision = 1e-13;
const narrowest = 1e-9;

/** What a sum of worths is exact to, as a share of its two sides. */
const rounding = 1e-14;

/** A stretch that is zero to rounding is searched no further once it is as narrow as this. */
const narrow = 1e-4;

/**
 * The money-weighted return of the flows, in any order. What was paid in and is worth nothing on a later, last day
 * (a flow of 0) is lost: −100 %.
 */
export function moneyWeightedReturn(flows: readonly CashFlow[]): MoneyWeightedReturn {
  const byDay = netByDay(flows);
  const moved = byDay.filter(({amountCents}) => amountCents !== 0);
  if (moved.length === 0) return {kind: "none", reason: needed};
  const first = moved[0]!.day;
  const end = byDay.at(-1)!;
  if (end.amountCents === 0 && moved.every(({amountCents}) => amountCents < 0)) {
    const days = end.day - first;
    return {kind: "rate", yearlyRate: -1, periodReturn: -1, annualized: annualize(-1, days), days};
  }
  const terms = moved.map(({day, amountCents}) => ({
    amount: amountCents,
    years: (day - first) / 365,
  }));
  if (!terms.some(({amount}) => amount < 0) || !terms.some(({amount}) => amount > 0)) {
    return {kind: "none", reason: needed};
  }
  const years = terms.at(-1)!.years;
  const reversed = terms.map((term) => ({...term, years: years - term.years})).reverse();
  const below = rootsOf(reversed).map(([a, b]): Stretch => [0 - b, 0 - a]);
  const distinct = joined([...below.reverse(), ...rootsOf(terms)], terms);
  if (distinct.length > 1) return {kind: "several", yearlyRates: distinct.map(Math.expm1)};
  if (distinct.length === 0) return {kind: "none", reason: "no rate makes the flows even"};
  const [u] = distinct as [number];
  const days = Math.round(years * 365);
  const periodReturn = Math.expm1(u * years);
  return {
    kind: "rate",
    yearlyRate: Math.expm1(u),
    periodReturn,
    annualized: annualize(periodReturn, days),
    days,
  };
}

interface Term {
  readonly amount: number;
  readonly years: number;
}

const needed = "needs money in and money out, on different days";

/** One flow a day, by day. */
function netByDay(flows: readonly CashFlow[]): CashFlow[] {
  const byDay = new Map<Day, number>();
  for (const {day, amountCents} of flows) byDay.set(day, (byDay.get(day) ?? 0) + amountCents);
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, amountCents]): CashFlow => ({day, amountCents}));
}

/** An interval on which the worth is zero to rounding; often a single point. */
type Stretch = readonly [from: number, to: number];

/**
 * All roots u ≥ 0, rising, of Σ amount × e^(−u·years), years rising from 0. Beyond the bound on which the search ends
 * the first amount outweighs all others together.
 */
function rootsOf(terms: readonly Term[]): Stretch[] {
  const slopeTerms = slopeOf(terms);
  const search = (a: number, b: number): Stretch[] => {
    if (excludesZero(terms, a, b)) return [];
    if (excludesZero(slopeTerms, a, b)) return bisect(terms, a, b).map((u) => [u, u]);
    const middle = (a + b) / 2;
    if (b - a < narrow && [a, middle, b].every((u) => isZero(terms, u))) return [[a, b]];
    if (b - a < narrowest) return bisect(terms, a, b).map((u) => [u, u]);
    return [...search(a, middle), ...search(middle, b)];
  };
  const [first, ...rest] = terms as [Term, Term, ...Term[]];
  const others = rest.reduce((sum, {amount}) => sum + Math.abs(amount), 0);
  const bound = Math.log(others / Math.abs(first.amount)) / rest[0]!.years;
  return search(0, Math.max(0, bound) + narrowest);
}

/**
 * The roots in rising stretches: one for each, and one for all of those between which the worth stays zero to
 * a hundred times of rounding, at whose edge sums are erratic.
 */
function joined(stretches: readonly Stretch[], terms: readonly Term[]): number[] {
  const result: Stretch[] = [];
  for (const [from, to] of stretches) {
    const last = result.at(-1);
    const isSame =
      last !== undefined &&
      (from - last[1] <= 2 * narrowest || isZero(terms, (last[1] + from) / 2, 100 * rounding));
    if (isSame) result[result.length - 1] = [last[0], to];
    else result.push([from, to]);
  }
  return result.map((stretch) => turningPoint(stretch, terms));
}

/** Where the slope changes sign in a stretch; its middle where it does not. */
function turningPoint([a, b]: Stretch, terms: readonly Term[]): number {
  if (a === b) return a;
  return bisect(slopeOf(terms), a - narrowest, b + narrowest)[0] ?? (a + b) / 2;
}

function slopeOf(terms: readonly Term[]): Term[] {
  return terms.map(({amount, years}) => ({amount: -amount * years, years}));
}

function isZero(terms: readonly Term[], u: number, tolerance = rounding): boolean {
  const {positive, negative} = sides(terms, u);
  return Math.abs(positive - negative) <= tolerance * (positive + negative);
}

/** Whether the sum is certainly of one sign on [a, b]: each side of it falls from a to b. */
function excludesZero(terms: readonly Term[], a: number, b: number): boolean {
  const atA = sides(terms, a);
  const atB = sides(terms, b);
  return atB.positive > atA.negative || atB.negative > atA.positive;
}

function sides(terms: readonly Term[], u: number): {positive: number; negative: number} {
  let positive = 0;
  let negative = 0;
  for (const {amount, years} of terms) {
    const worth = amount * Math.exp(-u * years);
    if (worth > 0) positive += worth;
    else negative -= worth;
  }
  return {positive, negative};
}

/** The root of a monotone sum on [a, b], if its ends have different signs. */
function bisect(terms: readonly Term[], a: number, b: number): number[] {
  const worth = (u: number) => {
    const {positive, negative} = sides(terms, u);
    return positive - negative;
  };
  const atA = worth(a);
  const atB = worth(b);
  if (atA === 0) return [a];
  if (atB === 0) return [b];
  if (atA > 0 === atB > 0) return [];
  let [low, high] = [a, b];
  while (high - low > precision * Math.max(1, high)) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (worth(middle) > 0 === atA > 0) low = middle;
    else high = middle;
  }
  return [(low + high) / 2];
}
