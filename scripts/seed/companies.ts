/**
 * The companies and their plans: how many people they want and how well business goes, after their lives in
 * companyLives.ts. A plan is drawn from the company's own stream, after what it is dealt, and never looks at what was
 * posted.
 */
import type {Industry} from "../../src/lib/bank/schema.js";
import {type Month, monthOf} from "../../src/lib/day.js";
import {chance, pick, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import {type Business, planBusiness} from "./business.js";
import {type CompanyLife, isLarge, planCompanyLife} from "./companyLives.js";
import {type Deal, dealCompanies} from "./deals.js";
import {industryFacts} from "./industryFacts.js";
import {cities, cityWeights, countries} from "./places.js";
import {inSpan, within} from "./ranges.js";
import {farAway, headcount, type Job, payPlan, planJobs} from "./staffing.js";

export interface Company extends CompanyLife {
  readonly index: number;
  readonly id: string;
  readonly city: number;
  readonly industry: Industry;
  readonly jobs: readonly Job[];
  readonly business: Business;
  readonly payday: number;
  /** Calendar month (1 to 12) and size, in basis points, of the yearly raise. */
  readonly raiseMonth: number;
  readonly raiseBps: number;
  readonly savesTax: boolean;
  /** Whether losses of earlier years outweigh what it earns, so that no tax on profit falls due. */
  readonly carriesLosses: boolean;
}

/** Days of the month on which companies pay their staff. */
const paydays = [25, 27, 28, 30];
/** Calendar months of the yearly raise: January most often, then the quarters. */
const raiseMonths = [1, 1, 1, 3, 4, 4, 7, 10];
/** A yearly raise in tenths of a per cent, least and most: 1.5 to 4.5 %. */
const raiseRange = [15, 45] as const;
/** Pay against that of the city: this much at least, and so much between the meanest and the most generous employer. */
const payAgainstCity = {least: 0.9, spread: 0.25} as const;
/** Months of pay beyond the data that are planned, so that a bank that goes on live has a plan for a year. */
const monthsAhead = 12;
/** The shares of companies that put tax aside on a savings account, and that set old losses against their profit. */
const habitShares = {savesTax: 0.35, carriesLosses: 0.32} as const;

/** The companies of a bank, the first `count` of an endless row. `start` is the first month of the data. */
export function planCompanies(
  seed: number,
  count: number,
  months: number,
  start: Month,
): Company[] {
  return dealCompanies(seed, count).map((deal, index) => {
    const id = `com-${String(index + 1).padStart(5, "0")}`;
    return planCompany(stream(seed, `company/${id}`), {deal, index, id, months, start});
  });
}

function planCompany(
  draw: Stream,
  {
    deal,
    index,
    id,
    months,
    start,
  }: {deal: Deal; index: number; id: string; months: number; start: Month},
): Company {
  const {industry, earnings, cash} = deal;
  const facts = industryFacts[industry];
  const life = planCompanyLife(draw, deal, {index, months, start});
  const city = pickIndex(draw, cityWeights);
  const {country, pay} = cities[city]!;
  const {vatBps, extraPay} = countries[country];
  const raise = {
    raiseMonth: pick(draw, raiseMonths),
    raiseBps: inSpan(draw, raiseRange) * 10,
  };
  const jobs = planJobs(draw, {
    index,
    fate: life.fate,
    size: headcount(draw, isLarge(index), life.firstMonth > 0),
    months,
    firstMonth: life.firstMonth,
    dryMonth: life.fate === "dry" ? life.turnMonth : farAway,
    payLevel: pay * within(draw, payAgainstCity),
    industry,
  });
  const business = planBusiness(draw, {
    facts,
    pay: payPlan(jobs, {months: months + monthsAhead, start, extraPay, ...raise}),
    earnings,
    cash,
    vat: vatBps / 10_000,
    start,
    age: start - monthOf(life.foundedOn),
    ...life,
  });
  return {
    index,
    id,
    city,
    industry,
    jobs,
    business,
    payday: pick(draw, paydays),
    savesTax: chance(draw, habitShares.savesTax),
    carriesLosses: chance(draw, habitShares.carriesLosses),
    ...raise,
    ...life,
  };
}
