/**
 * The return on the money, when it was there: the yearly rate at which all flows are worth nothing together
 * (internal rate of return, as XIRR of spreadsheets, on 365 days). Such a rate need not exist, and need not be
 * the only one; an iteration from a guess hides both. Here every rate is enclosed.
 *
 * With u = ln(1 + rate) the worth is a sum of amounts × e^(−u·t). Its inflows and its outflows both
 * fall as u grows, which bounds the worth, and in the same way its slope, on any interval: an interval whose bounds
 * leave out zero has no root, one with a slope of one sign has at most one, and the others are halved. For
 * u below zero the same is done with time reversed, so that no power overflows.
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

/** The money-weighted return of the flows, in any order. */
export function moneyWeightedReturn(flows: readonly CashFlow[]): MoneyWeightedReturn {
  const terms = termsOf(flows);
  if (!terms.some(({amount}) => amount < 0) || !terms.some(({amount}) => amount > 0)) {
    return {kind: "none", reason: "needs money in and money out, on different days"};
  }
  const years = terms.at(-1)!.years;
  const reversed = terms.map((term) => ({...term, years: years - term.years}));
  const logRates = [...rootsOf(reversed.reverse()).map((u) => -u), ...rootsOf(terms)].sort(
    (a, b) => a - b,
  );
  const distinct = logRates.filter((u, i) => i === 0 || u - logRates[i - 1]! > 2 * narrowest);
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

/** One term a day with a flow that is not zero, by day, years counted from the first. */
function termsOf(flows: readonly CashFlow[]): Term[] {
  const byDay = new Map<Day, number>();
  for (const {day, amountCents} of flows) byDay.set(day, (byDay.get(day) ?? 0) + amountCents);
  const days = [...byDay].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b);
  const first = days[0]?.[0] ?? 0;
  return days.map(([day, amount]) => ({amount, years: (day - first) / 365}));
}

/**
 * All roots u ≥ 0 of Σ amount × e^(−u·years), years rising from 0. Beyond the bound on which the search ends
 * the first amount outweighs all others together.
 */
function rootsOf(terms: readonly Term[]): number[] {
  const slopeTerms = terms.map(({amount, years}) => ({amount: -amount * years, years}));
  const search = (a: number, b: number): number[] => {
    if (excludesZero(terms, a, b)) return [];
    if (excludesZero(slopeTerms, a, b)) return bisect(terms, a, b);
    if (b - a < narrowest) return [(a + b) / 2];
    const middle = (a + b) / 2;
    return [...search(a, middle), ...search(middle, b)];
  };
  const [first, ...rest] = terms as [Term, Term, ...Term[]];
  const others = rest.reduce((sum, {amount}) => sum + Math.abs(amount), 0);
  const bound = Math.log(others / Math.abs(first.amount)) / rest[0]!.years;
  return search(0, Math.max(0, bound) + narrowest);
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
