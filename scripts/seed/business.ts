/**
 * How business is planned to go: sales and purchases of each month, and the cash that owners leave in the company. Costs
 * follow from pay: an industry spends a known share of its sales on it. What is planned never looks at what was posted;
 * the ledger settles drawings and capital against the plan's cushion, so that noise does not add up over the years.
 */
import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import type {Stream} from "../../src/lib/stream.js";
import type {Fate} from "./companies.js";
import {type IndustryFacts, minorShares} from "./industryFacts.js";

/** Each series has a value in cents for every month of the data and the year after them, without VAT. */
export interface Business {
  readonly sales: Float64Array;
  /** Sales as they would be without season, chance and fate. */
  readonly scale: Float64Array;
  /** Materials and services bought. */
  readonly goods: Float64Array;
  /** The cash that stays when owners draw profit, and the one below which they make good a loss. */
  readonly cushion: Float64Array;
  readonly floor: Float64Array;
  /** The part of the cushion that the rest of the month asks for. */
  readonly pending: Float64Array;
  /** What is burned in each month beyond what comes in, where it is negative. */
  readonly surplus: Float64Array;
  /** What leaves the account in an ordinary month, VAT included. */
  readonly outflow: Float64Array;
}

export interface Course {
  readonly facts: IndustryFacts;
  readonly fate: Fate;
  /** Pay and contributions of each month, in cents. */
  readonly payCosts: Float64Array;
  /** Where the company stands in its industry by earnings and by cash, from 0 to 1. */
  readonly earnings: number;
  readonly cash: number;
  readonly vat: number;
  readonly start: Month;
  readonly firstMonth: number;
  /** Months from the founding to the start of the data. */
  readonly age: number;
  /** The month in which the main customer leaves or the money runs out, and the share of sales that is lost. */
  readonly turnMonth: number;
  readonly lostShare: number;
}

/** Age in months at which a young company earns as others do. */
export const grownUp = 66;
/** Months in which sales that were lost are found elsewhere. */
const recovery = 20;
/** What a month's end still asks for when drawings are settled: the part of a month's sales and purchases to come. */
const toCome = 0.4;

/** Plans the business of a company; `draw` is its own stream. */
export function planBusiness(draw: Stream, course: Course): Business {
  const {facts, fate, payCosts, cash, vat, start, firstMonth} = course;
  const length = payCosts.length;
  const series = () => new Float64Array(length);
  const [sales, scale, goods, cushion, floor, pending, surplus, outflow] = [
    series(),
    series(),
    series(),
    series(),
    series(),
    series(),
    series(),
    series(),
  ];
  const share = facts.payrollShare * (0.92 + 0.16 * draw());
  const fixed = share + facts.premisesShare + minorShares.fixed;
  const ordinary = series();
  for (let month = Math.max(0, firstMonth); month < length; month++) {
    const margin = marginIn(course, month);
    const season = facts.season[(start + month) % 12]!;
    const base = payCosts[month]! / share;
    const level = levelIn(course, fixed, month);
    const variable = Math.max(0.05, 1 - fixed - facts.marketingShare - leakOf(facts) - margin);
    scale[month] = base;
    sales[month] = Math.round(base * season * level * (1 + 0.04 * normal(draw)));
    // One that fails cuts its purchases late.
    const lagging = fate === "dry" ? levelIn(course, fixed, month - 3) * 0.8 : 0;
    goods[month] = Math.round(Math.max(sales[month]!, base * season * lagging) * variable);
    const kept = 1 - variable - facts.marketingShare - leakOf(facts);
    const income = base * kept * (facts.till ? season : seasonBefore(facts, start + month));
    const costs = payCosts[month]! + base * (fixed - share);
    ordinary[month] = income - costs;
    surplus[month] = income * level - costs;
    outflow[month] = base * (1 + vat - margin);
  }
  // Those who wait for their own customers pay suppliers a month later, too.
  if (!facts.till)
    goods.copyWithin(Math.max(1, firstMonth + 1), Math.max(0, firstMonth), length - 1);
  const target = daysOf(cash) * (facts.bufferDays / 27);
  for (let month = 0; month < length; month++) {
    const buffer = (outflow[month]! * target) / 30.4;
    pending[month] = payCosts[month]! + toCome * (goods[month]! - sales[month]!) * (1 + vat);
    cushion[month] = Math.round(buffer + pending[month]! + shortfallAfter(ordinary, month));
    floor[month] = Math.round(
      cushion[month]! - Math.max(0.75 * buffer, (outflow[month]! * 4) / 30.4),
    );
  }
  return {sales, scale, goods, cushion, floor, pending, surplus, outflow};
}

/** The planned margin before tax; every other year the companies of an industry change places. */
function marginIn({facts, fate, earnings}: Course, month: number): number {
  if (fate === "young" || fate === "lost" || fate === "dry") return facts.margin;
  const place = ((earnings - fateShares.young - fateShares.lost) / earners + turnsOf(month)) % 1;
  if (place < inTheRed) return -0.03 + (0.025 * place) / inTheRed;
  return facts.margin * (0.5 + (1.5 * (place - inTheRed)) / (1 - inTheRed));
}

/** The shares of an industry's companies whose earnings are a story of their own. */
export const fateShares = {young: 0.075, lost: 0.065} as const;
const earners = 1 - fateShares.young - fateShares.lost;
/** The share of the others that make a small loss. */
const inTheRed = 0.1;

function turnsOf(month: number): number {
  return Math.floor(month / 24) * 0.381966;
}

/** Sales against what the staff could sell. */
function levelIn(course: Course, fixed: number, month: number): number {
  const {fate, turnMonth, lostShare, facts, age} = course;
  if (fate === "young") {
    const youth = Math.max(0, 1 - (age + month) / grownUp);
    const burn = youth * (0.09 + 0.45 * facts.payrollShare);
    return fixed / (fixed + burn);
  }
  if (month < turnMonth - (fate === "dry" ? 5 : 0)) return 1;
  if (fate === "lost") return 1 - lostShare * Math.max(0, 1 - (month - turnMonth) / recovery);
  if (fate === "dry") {
    if (month >= turnMonth + 3) return 0;
    return month >= turnMonth ? 0.04 : 0.85 - 0.12 * (month - turnMonth + 5);
  }
  return 1;
}

/** What is sold and never arrives: the card acquirer's part, or invoices that nobody pays or that are credited. */
function leakOf({till}: IndustryFacts): number {
  return till ? minorShares.acquirer : minorShares.unpaid;
}

/** The season of what is paid in a month: of invoices one and two months old. */
function seasonBefore({season}: IndustryFacts, month: Month): number {
  return (season[(month + 11) % 12]! + season[(month + 10) % 12]!) / 2;
}

/** How much is missing at worst in the ten months after one, if nothing is put in. */
function shortfallAfter(surplus: Float64Array, month: number): number {
  let sum = 0;
  let lowest = 0;
  for (let ahead = month + 1; ahead <= month + 10 && ahead < surplus.length; ahead++) {
    sum += surplus[ahead]!;
    lowest = Math.min(lowest, sum);
  }
  return -lowest;
}

/** Days of outflow that are left at the lowest point of a month, from the least to the most. */
const bufferDays = [-1, 8, 11, 14, 18, 23, 30, 43, 63, 100, 150] as const;

function daysOf(place: number): number {
  const at = place * (bufferDays.length - 1);
  const below = Math.floor(at);
  const from = bufferDays[below]!;
  const to = bufferDays[Math.min(below + 1, bufferDays.length - 1)]!;
  return from + (to - from) * (at - below);
}
