/** The jobs of a company, and what all of them cost month by month. */

import type {Industry} from "../../src/lib/bank/schema.js";
import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import {between, chance, pick, type Stream} from "../../src/lib/stream.js";
import type {Fate} from "./fate.js";
import {industryFacts} from "./industryFacts.js";
import {occupationOf} from "./occupations.js";

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

/**
 * Employees when business begins: most companies have fewer than ten, a few have fifty and more; one that is new has a
 * handful.
 */
export function headcount(draw: Stream, isLarge: boolean, isNew: boolean): number {
  const u = draw();
  const size = draw();
  if (isNew) return 2 + Math.floor(size * size * 4);
  if (isLarge) return 52 + Math.floor(size * 30);
  if (u < 0.8) return 2 + Math.floor(size * size * 7);
  if (u < 0.99) return 10 + Math.floor(size * size * 22);
  return 50 + Math.floor(size * 50);
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
    const level = payLevel * Math.max(0.6, 1 + spread * normal(draw));
    return {company: index, occupation, netCents: Math.round(payCents * level), from, to};
  };
  const leaving = fate === "shrinking" ? 0.4 : fate === "lost" ? 0.15 : 0.03;
  const jobs = Array.from({length: size}, () => {
    const to = chance(draw, leaving)
      ? between(draw, begins + 3, Math.max(begins + 3, months))
      : farAway;
    return job(begins, Math.min(to, dryMonth + between(draw, 1, 3)));
  });
  const rate = fate === "growing" ? 0.25 : fate === "young" ? 0.2 : 0.02;
  const hires = Math.floor(size * rate + draw());
  const [first, last] = [begins + 1, Math.min(begins + hiring, months - 1)];
  for (let hire = 0; hire < hires; hire++)
    jobs.push(job(between(draw, first, Math.max(first, last)), farAway));
  return jobs;
}

/** How many jobs are held, usually; the others wait for somebody. */
const held = 0.985;
/** The part of raises that is still paid years later: who takes over a job begins anew. */
const raiseKept = 0.6;

/** What bonuses add to the pay of occupations that know them, over a year. */
const bonusPart = 0.045;

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
