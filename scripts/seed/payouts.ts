/**
 * What firms and funds pay out: an amount per share that stands until it is raised, once a year at the most, and that
 * no fall of the price ever cuts. Amounts, months and waits are near those of 2025: US firms and ASML pay each quarter,
 * Dutch ones twice a year, German ones once, soon after their meeting in spring; accumulating funds pay nothing.
 */
import {chance, type Stream} from "../../src/lib/stream.js";
import type {Ticker} from "./instruments.js";
import {type Range, within} from "./ranges.js";

export interface Payout {
  /** Per share and payment at the start, in ten-thousandths of the currency. */
  readonly amountE4: number;
  /** Calendar months of the ex days. */
  readonly months: readonly number[];
  /** Which day of trading in the month is the ex day; even April has 18 of them. */
  readonly exDay: number;
  /** Days from the ex day to the payment, at the least. */
  readonly wait: number;
  /** Calendar month of the payment that is raised, and the usual raise of it. */
  readonly raisedIn: number;
  readonly growth: number;
}

const payout = (
  amount: number,
  months: readonly number[],
  {
    exDay,
    wait,
    raisedIn = months[0]!,
    growth,
  }: {exDay: number; wait: number; raisedIn?: number; growth: number},
): Payout => ({amountE4: Math.round(amount * 1e4), months, exDay, wait, raisedIn, growth});

/** Days from the ex day to the payment; German firms pay on the third business day after their meeting. */
const waits = {dutch: 20, german: 2} as const;
/** A raise against the usual one, and how often there is none. */
const raiseSize: Range = {least: 0.5, spread: 1};
const unraisedShare = 0.1;
/** Amounts are whole cents, from a euro on whole multiples of five, in ten-thousandths. */
const steps = {small: 100, large: 500, largeFrom: 10_000} as const;

/** What a German firm pays after its meeting: the ex day is the first business day after it. */
const meeting = (amount: number, month: number, exDay: number, growth: number) =>
  payout(amount, [month], {exDay, wait: waits.german, growth});

const dutch = (amount: number, months: readonly number[], exDay: number, growth: number) =>
  payout(amount, months, {exDay, wait: waits.dutch, growth});

export const payouts: Readonly<Partial<Record<Ticker, Payout>>> = {
  AAPL: payout(0.26, [2, 5, 8, 11], {exDay: 7, wait: 3, raisedIn: 5, growth: 0.04}),
  AD: dutch(0.59, [4, 8], 8, 0.05),
  ALV: meeting(15.4, 5, 7, 0.07),
  ASML: payout(1.6, [2, 4, 7, 10], {exDay: 18, wait: 8, raisedIn: 4, growth: 0.06}),
  BAS: meeting(2.25, 5, 2, 0.02),
  BMW: meeting(4.3, 5, 10, 0.04),
  DHL: meeting(1.85, 5, 3, 0.03),
  DTE: meeting(0.9, 4, 7, 0.1),
  EUNH: payout(1.15, [1, 7], {exDay: 10, wait: 13, growth: 0.03}),
  EXSA: payout(0.36, [3, 6, 9, 12], {exDay: 11, wait: 6, growth: 0.04}),
  HEIA: dutch(0.93, [4, 8], 17, 0.05),
  INGA: dutch(0.53, [4, 8], 15, 0.05),
  MSFT: payout(0.83, [2, 5, 8, 11], {exDay: 14, wait: 21, raisedIn: 11, growth: 0.09}),
  MUV2: meeting(20, 4, 18, 0.1),
  NVDA: payout(0.01, [3, 6, 9, 12], {exDay: 8, wait: 21, growth: 0}),
  PHIA: dutch(0.85, [5], 6, 0.01),
  SAP: meeting(2.35, 5, 9, 0.06),
  SIE: meeting(5.2, 2, 10, 0.04),
  VWRL: payout(0.46, [3, 6, 9, 12], {exDay: 14, wait: 13, growth: 0.05}),
  WKL: dutch(1.2, [5, 8], 10, 0.1),
};

/**
 * The next amount after one, in whole cents, from a euro on in steps of five: raised by half to one and a half times
 * the usual, and one time in ten left as it is.
 */
export function raised(amountE4: number, growth: number, draw: Stream): number {
  const step = amountE4 >= steps.largeFrom ? steps.large : steps.small;
  const size = growth * within(draw, raiseSize);
  if (chance(draw, unraisedShare)) return amountE4;
  return Math.max(amountE4, Math.round((amountE4 * (1 + size)) / step) * step);
}
