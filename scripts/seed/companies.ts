/**
 * The companies and their plans: when they were founded and joined, how many people they want, how well business goes.
 * A plan is drawn from the company's own stream, after what it is dealt, and never looks at what was posted.
 */
import {businessDayFrom} from "../../src/lib/bank/businessDays.js";
import type {Industry} from "../../src/lib/bank/schema.js";
import {type Day, firstDayOf, type Month, monthOf} from "../../src/lib/day.js";
import {between, chance, pick, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import {type Business, planBusiness} from "./business.js";
import {type Deal, dealCompanies, fateShares, inTrouble} from "./deals.js";
import type {Fate} from "./fate.js";
import {industryFacts} from "./industryFacts.js";
import {cities, cityWeights, countries} from "./places.js";
import {inSpan, within} from "./ranges.js";
import {farAway, headcount, type Job, payPlan, planJobs} from "./staffing.js";

export interface Company extends Life {
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

interface Life {
  readonly foundedOn: Day;
  readonly joinedOn: Day;
  /** Month in which business begins here, from −3 on for one that joined before the data. */
  readonly firstMonth: number;
  readonly fate: Fate;
  /** The month in which the main customer leaves, or the money runs out. */
  readonly turnMonth: number;
  /** The share of sales that is lost then. */
  readonly lostShare: number;
}

/** The share of companies that join during the data. */
const joinsLate = 0.075;
/** Months of the data that stories need. */
const shortestStory = 6;
const paydays = [25, 27, 28, 30];
/** Calendar months of the yearly raise: January most often, then the quarters. */
const raiseMonths = [1, 1, 1, 3, 4, 4, 7, 10];
/** A yearly raise in tenths of a per cent, least and most: 1.5 to 4.5 %. */
const raiseRange = [15, 45] as const;
/** Pay against that of the city: this much at least, and so much between the meanest and the most generous employer. */
const payAgainstCity = {least: 0.9, spread: 0.25} as const;
/** The shares of companies that put tax aside on a savings account, and that set old losses against their profit. */
const habitShares = {savesTax: 0.35, carriesLosses: 0.32} as const;
/** Of those without a story of their own: the share that grows, and of the rest the share that shrinks. */
const otherFates = {growing: 0.28, shrinking: 0.16} as const;
/** When the turn comes, as parts of the months of the data; a company runs dry late, but six months before the end. */
const turnRange = {least: 0.33, most: 0.62, dry: 0.45, monthsAfterDry: 6} as const;
/** The part of sales that a lost customer takes along, at least, and what comes on top at most. */
const lostRange = {least: 0.38, spread: 0.12} as const;
/** Days from founding to joining, and ages at the beginning of the data, least and most. */
const daysBefore = {
  joiningYoung: [5, 80],
  joiningOld: [400, 6_000],
  dataYoung: [100, 730],
  dataOld: [800, 16_000],
} as const;
/** Of the older companies that join late, the share that is as new as the young ones. */
const newShare = 0.6;

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
  const life = planLife(draw, deal, {index, months, start});
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
    pay: payPlan(jobs, {months: months + 12, start, extraPay, ...raise}),
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

/** Every fortieth has fifty employees and more, so that a small bank has one, too. */
function isLarge(index: number): boolean {
  return index % 40 === 5;
}

/** Whether a company joins during the data, and what becomes of it. */
function planLife(
  draw: Stream,
  {earnings, joining, isDoomed}: Deal,
  {index, months, start}: {index: number; months: number; start: Month},
): Life {
  const isDry = isDoomed && months >= shortestStory;
  const isLate = !isDry && !isLarge(index) && joining < joinsLate && months >= shortestStory;
  const first = isLate ? between(draw, 2, months - 3) : 0;
  const firstDry = Math.ceil(months * turnRange.dry);
  const turn = isDry
    ? between(draw, firstDry, Math.max(firstDry, months - turnRange.monthsAfterDry))
    : between(draw, Math.ceil(months * turnRange.least), Math.floor(months * turnRange.most));
  const other = chance(draw, otherFates.growing)
    ? "growing"
    : chance(draw, otherFates.shrinking)
      ? "shrinking"
      : "steady";
  const loses = months >= shortestStory && turn >= first + 4;
  const fate = isDry
    ? "dry"
    : earnings < fateShares.young && !isLarge(index)
      ? "young"
      : earnings < inTrouble && loses
        ? "lost"
        : other;
  const days = datesOf(draw, {isLate, isYoung: fate === "young", start, first});
  return {
    firstMonth: isLate ? first : Math.min(0, Math.max(-3, monthOf(days.joinedOn) + 1 - start)),
    fate,
    turnMonth: fate === "dry" || fate === "lost" ? turn : farAway,
    lostShare: fate === "lost" ? within(draw, lostRange) : 0,
    ...days,
  };
}

/** Nobody joins before being founded; the days spread over the years, and over the data for those who join late. */
function datesOf(
  draw: Stream,
  {isLate, isYoung, start, first}: {isLate: boolean; isYoung: boolean; start: Month; first: number},
): {foundedOn: Day; joinedOn: Day} {
  const begin = firstDayOf(start);
  if (isLate) {
    const joinedOn = businessDayFrom(firstDayOf(start + first - 1) + between(draw, 1, 23));
    const isNew = isYoung || chance(draw, newShare);
    const ago = inSpan(draw, daysBefore[isNew ? "joiningYoung" : "joiningOld"]);
    return {joinedOn, foundedOn: joinedOn - ago};
  }
  const foundedOn = begin - inSpan(draw, daysBefore[isYoung ? "dataYoung" : "dataOld"]);
  const earliest = Math.max(foundedOn + 5, begin - 8000);
  const latest = isYoung ? foundedOn + 35 : begin - 60;
  return {foundedOn, joinedOn: businessDayFrom(between(draw, earliest, latest))};
}
