/**
 * How business is planned to go: sales and purchases of each month, and the cash that owners leave in the company.
 * Costs follow from pay, on which an industry spends a known share of its sales. The plan never sees what is posted;
 * the ledger settles drawings and capital against its cushion, so that noise does not add up over the years.
 */
import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import type {Stream} from "../../src/lib/stream.js";
import {inTrouble, unprofitable} from "./deals.js";
import type {Fate} from "./fate.js";
import {type IndustryFacts, minorShares} from "./industryFacts.js";
import {within} from "./ranges.js";
import type {PayPlan} from "./staffing.js";

/** Each series has a value in cents for every month of the data and the year after them, without VAT. */
export interface Business {
  readonly sales: Float64Array;
  /** Sales as they would be without season, chance and fate. */
  readonly scale: Float64Array;
  /** What suppliers of materials and services get of the sales, from 0 to 1. */
  readonly supplied: Float64Array;
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
  readonly pay: PayPlan;
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
const grownUp = 66;
/** Months in which sales that were lost are found elsewhere. */
const recovery = 24;
/** Days of the mean month, and the cash buffer of the median firm in days (JPMorgan Chase Institute 2016). */
const monthDays = 30.4;
const medianBufferDays = 27;
/** How far cash may fall below the cushion before owners put some in, at least, in months of outflow. */
const leastSlack = 4 / monthDays;
/** Months ahead for which owners leave cash in the company: long enough for a season without sales. */
const lookahead = 10;
/** The part of lost sales that purchases still follow. */
const leftOver = 0.2;
/** What a month's end still asks for when drawings are settled: the part of a month's sales and purchases to come. */
const toCome = 0.4;
/** How far a company's payroll share lies from its industry's, and a month's sales from their season (deviation). */
const payrollSpread = {least: 0.95, spread: 0.1} as const;
const salesSpread = 0.04;
/** Purchases against sales, at least, and how far cash may fall below the cushion, as a part of the target. */
const leastVariable = 0.05;
const slackShare = 0.75;
/** The worst of the small losses as a margin, and how much better the best of them is. */
const smallLoss = {worst: -0.03, range: 0.025} as const;
/** The margin of those that earn, against their industry's: the least, and how much more the best have. */
const marginAgainst = {least: 0.8, range: 0.95} as const;
/** Months for which a place in the industry is kept, and how far it moves then: by the golden section, never back. */
const placeMonths = 24;
const placeStep = 0.381966;
/** What a young company burns: a part of its sales, and of its payroll share; all of it in a third of its youth. */
const youngBurn = {base: 0.14, ofPayroll: 0.5, fullFor: 1.5} as const;
/** Sales when a company runs dry: months of decline, the part left at first, the loss a month; then a trickle. */
const dryDecline = {months: 5, first: 0.85, aMonth: 0.12, trickle: 0.04, trickleMonths: 3} as const;

/** Plans the business of a company; `draw` is its own stream. */
export function planBusiness(draw: Stream, course: Course): Business {
  const {facts, fate, pay, vat, start, firstMonth} = course;
  const length = pay.level.length;
  const [sales, scale, supplied, ordinary, surplus, outflow] = Array.from(
    {length: 6},
    () => new Float64Array(length),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const share = facts.payrollShare * within(draw, payrollSpread);
  const fixed = share + facts.premisesShare + minorShares.fixed;
  const received = 1 - (facts.till ? minorShares.acquirer : minorShares.unpaid);
  for (let month = Math.max(0, firstMonth); month < length; month++) {
    const margin = marginIn(course, month);
    const season = facts.season[(start + month) % 12]!;
    const base = pay.level[month]! / share;
    const level = levelIn(course, fixed, month);
    const variable = Math.max(
      leastVariable,
      1 - (fixed + facts.marketingShare) / received - margin,
    );
    // Whoever loses a customer is left with what was ordered for it.
    const excess = fate === "lost" ? leftOver * (1 - level) : 0;
    scale[month] = base;
    sales[month] = Math.round(base * season * level * (1 + salesSpread * normal(draw)));
    supplied[month] = variable * (1 + excess);
    const kept = received * (1 - variable) - facts.marketingShare;
    const income = base * kept * (facts.till ? season : seasonBefore(facts, start + month));
    const costs = pay.paid[month]! + base * (fixed - share);
    ordinary[month] = income - costs;
    surplus[month] = income * level - costs;
    outflow[month] = base * (1 + vat - margin);
  }
  const trade = {sales, scale, supplied, surplus, outflow};
  return {...trade, ...planCash(trade, ordinary, course)};
}

/** The cash that stays in a company, by where it stands in its industry. `ordinary` is its surplus without its fate. */
function planCash(
  {sales, supplied, outflow}: Pick<Business, "sales" | "supplied" | "outflow">,
  ordinary: Float64Array,
  {facts, pay, cash, vat}: Course,
): Pick<Business, "cushion" | "floor" | "pending"> {
  const target = (daysOf(cash) * facts.bufferDays) / (medianBufferDays * monthDays);
  const pending = sales.map(
    (sold, month) => pay.paid[month]! - toCome * sold * (1 - supplied[month]!) * (1 + vat),
  );
  const cushion = pending.map((cents, month) =>
    Math.round(outflow[month]! * target + cents + shortfallAfter(ordinary, month)),
  );
  const floor = cushion.map((cents, month) =>
    Math.round(cents - outflow[month]! * Math.max(slackShare * target, leastSlack)),
  );
  return {cushion, floor, pending};
}

/** The planned margin before tax; every other year the companies of an industry change places. */
function marginIn({facts, fate, earnings}: Course, month: number): number {
  if (fate === "young" || fate === "lost" || fate === "dry") return facts.margin;
  const place = ((earnings - inTrouble) / (1 - inTrouble) + turnsOf(month)) % 1;
  if (place < inTheRed) return smallLoss.worst + (smallLoss.range * place) / inTheRed;
  return (
    facts.margin *
    (marginAgainst.least + (marginAgainst.range * (place - inTheRed)) / (1 - inTheRed))
  );
}

/** The share of the others that make a small loss. */
const inTheRed = (unprofitable - inTrouble) / (1 - inTrouble);

function turnsOf(month: number): number {
  return Math.floor(month / placeMonths) * placeStep;
}

/** Sales against what the staff could sell. */
function levelIn(course: Course, fixed: number, month: number): number {
  const {fate, turnMonth, lostShare, facts, age} = course;
  if (fate === "young") {
    const youth = Math.min(1, Math.max(0, youngBurn.fullFor * (1 - (age + month) / grownUp)));
    const burn = youth * (youngBurn.base + youngBurn.ofPayroll * facts.payrollShare);
    return fixed / (fixed + burn);
  }
  if (month < turnMonth - (fate === "dry" ? dryDecline.months : 0)) return 1;
  if (fate === "lost") return 1 - lostShare * Math.max(0, 1 - (month - turnMonth) / recovery);
  if (fate === "dry") {
    if (month >= turnMonth + dryDecline.trickleMonths) return 0;
    if (month >= turnMonth) return dryDecline.trickle;
    return dryDecline.first - dryDecline.aMonth * (month - turnMonth + dryDecline.months);
  }
  return 1;
}

/** The season of what is paid in a month: of invoices one and two months old. */
function seasonBefore({season}: IndustryFacts, month: Month): number {
  return (season[(month + 11) % 12]! + season[(month + 10) % 12]!) / 2;
}

/** How much is missing at worst in the months after one, if nothing is put in. */
function shortfallAfter(surplus: Float64Array, month: number): number {
  let sum = 0;
  let lowest = 0;
  for (let ahead = month + 1; ahead <= month + lookahead && ahead < surplus.length; ahead++) {
    sum += surplus[ahead]!;
    lowest = Math.min(lowest, sum);
  }
  return -lowest;
}

/** Days of outflow that are left at the lowest point of a month, from the least to the most. */
const bufferDays = [-3, 6, 9, 12, 16, 21, 28, 42, 62, 98, 150] as const;

function daysOf(place: number): number {
  const at = place * (bufferDays.length - 1);
  const below = Math.floor(at);
  const from = bufferDays[below]!;
  const to = bufferDays[Math.min(below + 1, bufferDays.length - 1)]!;
  return from + (to - from) * (at - below);
}
