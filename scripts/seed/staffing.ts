/** The jobs of a company, and what all of them cost month by month. */

import type {Industry} from "../../src/lib/bank/schema.js";
import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import {between, chance, pick, type Stream} from "../../src/lib/stream.js";
import type {Fate} from "./fate.js";
import {industryFacts} from "./industryFacts.js";
import {leastLevel, occupationOf} from "./occupations.js";
import {inSpan, type Range, type Span} from "./ranges.js";

/** A job: who holds it is settled in careers.ts. Months count from the start of the data. */
export interface Job {
  readonly company: number;
  readonly occupation: string;
  /** Net pay a month, over the year, of somebody in mid-career. */
  readonly netCents: number;
  /** First month of the job; 0 or less if it exists at the start. */
  readonly from: number;
  /** First month in which it is gone. */
  readonly to: number;
}

/** What an employer pays for a euro of net pay: income tax and social contributions are on top. */
export const costOfNetPay = 1.62;
/** Months in which a company that grows finds its staff. */
const hiring = 24;
/** The end of a job that does not end. */
export const farAway = 10_000;
/** Employees of a company by its kind; those below fifty are drawn squared, so that small ones are more frequent. */
const sizes = {
  new: {least: 2, spread: 4},
  large: {least: 52, spread: 30},
  micro: {least: 2, spread: 7},
  small: {least: 10, spread: 22},
  medium: {least: 50, spread: 50},
} as const satisfies Record<string, Range>;
/** The shares of companies with fewer than ten employees, and with fewer than fifty. */
const sharesBelow = {ten: 0.8, fifty: 0.99} as const;
/** The share of jobs that are given up over the months of the data, by what becomes of the company. */
const leaving: Readonly<Record<Fate, number>> = {
  steady: 0.03,
  growing: 0.03,
  young: 0.03,
  dry: 0.03,
  lost: 0.15,
  shrinking: 0.4,
};
/** Jobs that come on top, against those there are. */
const hiringRate: Readonly<Record<Fate, number>> = {
  steady: 0.02,
  lost: 0.02,
  dry: 0.02,
  shrinking: 0.02,
  young: 0.2,
  growing: 0.25,
};
/** The fewest months of a job that is given up, and the months of the last ones when the money has run out. */
const shortestJob = 3;
const lastMonths: Span = [1, 3];
/** How many jobs are held, usually; the others wait for somebody. */
const held = 0.985;
/** The part of raises that is still paid years later: who takes over a job begins anew. */
const raiseKept = 0.6;
/** What bonuses add to the pay of occupations that know them, over a year. */
const bonusPart = 0.045;

/**
 * Employees when business begins: most companies have fewer than ten, a few have fifty and more; one that is new has a
 * handful.
 */
export function headcount(draw: Stream, isLarge: boolean, isNew: boolean): number {
  const u = draw();
  const size = draw();
  if (isNew) return employees(sizes.new, size * size);
  if (isLarge) return employees(sizes.large, size);
  if (u < sharesBelow.ten) return employees(sizes.micro, size * size);
  if (u < sharesBelow.fifty) return employees(sizes.small, size * size);
  return employees(sizes.medium, size);
}

function employees({least, spread}: Range, place: number): number {
  return least + Math.floor(place * spread);
}

export interface StaffPlan {
  readonly index: number;
  readonly fate: Fate;
  readonly size: number;
  readonly months: number;
  /** The month in which business begins here, and the one in which it ends. */
  readonly firstMonth: number;
  readonly dryMonth: number;
  /** Pay against the average of the countries. */
  readonly payLevel: number;
  readonly industry: Industry;
}

/** The jobs that a company wants filled over the months. */
export function planJobs(draw: Stream, plan: StaffPlan): Job[] {
  const {index, fate, size, months, firstMonth, dryMonth, payLevel, industry} = plan;
  const {occupations} = industryFacts[industry];
  const begins = Math.max(0, firstMonth);
  const job = (from: number, to: number): Job => {
    const occupation = pick(draw, occupations);
    const {payCents, spread} = occupationOf(occupation);
    const level = payLevel * Math.max(leastLevel, 1 + spread * normal(draw));
    return {company: index, occupation, netCents: Math.round(payCents * level), from, to};
  };
  const jobs = Array.from({length: size}, () => {
    const earliest = begins + shortestJob;
    const to = chance(draw, leaving[fate])
      ? between(draw, earliest, Math.max(earliest, months))
      : farAway;
    return job(begins, Math.min(to, dryMonth + inSpan(draw, lastMonths)));
  });
  const hires = Math.floor(size * hiringRate[fate] + draw());
  const [first, last] = [begins + 1, Math.min(begins + hiring, months - 1)];
  for (let hire = 0; hire < hires; hire++)
    jobs.push(job(between(draw, first, Math.max(first, last)), farAway));
  return jobs;
}

/** What jobs cost the employer month by month, in cents. */
export interface PayPlan {
  /** Spread evenly over each year. */
  readonly level: Float64Array;
  /** As it is paid: with thirteenth salaries and bonuses in their months. */
  readonly paid: Float64Array;
}

/** What all jobs are expected to cost. `extraPay` has the calendar months with a salary more. */
export function payPlan(
  jobs: readonly Job[],
  {
    months,
    start,
    extraPay,
    raiseMonth,
    raiseBps,
  }: {months: number; start: Month; extraPay: readonly number[]} & Raise,
): PayPlan {
  const level = new Float64Array(months);
  const paid = new Float64Array(months);
  for (const {from, to, netCents, occupation} of jobs) {
    const bonus = occupationOf(occupation).hasBonus ? bonusPart : 0;
    let pay = netCents * costOfNetPay * held;
    for (let month = Math.max(0, from); month < Math.min(to, months); month++) {
      const calendarMonth = ((start + month) % 12) + 1;
      if (month > from && calendarMonth === raiseMonth) pay *= 1 + (raiseKept * raiseBps) / 10_000;
      const salaries = extraPay.includes(calendarMonth) ? 2 : 1;
      level[month]! += pay * (1 + bonus);
      paid[month]! += (pay * 12 * salaries) / (12 + extraPay.length);
      if (calendarMonth === raiseMonth) paid[month]! += pay * 12 * bonus;
    }
  }
  return {level, paid};
}

/** Calendar month (1 to 12) and size, in basis points, of the yearly raise. */
export interface Raise {
  readonly raiseMonth: number;
  readonly raiseBps: number;
}
