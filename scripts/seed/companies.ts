/**
 * The companies and their plans: how many people they want, what each job pays, how well business goes. A
 * plan is drawn from the company's own stream and never looks at what was posted.
 */
import type {Day, Month} from "../../src/lib/day.js";
import {dayOf} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import {type Industry, industries} from "../../src/lib/schema.js";
import {between, chance, pick, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import {industryFacts} from "./industryFacts.js";
import {occupationOf} from "./occupations.js";
import {cities, cityWeights} from "./places.js";

export type Fate = "steady" | "growing" | "shrinking" | "burning" | "dry";

/** A job: who holds it is settled in careers.ts. Months count from the start of the data. */
export interface Job {
  readonly company: number;
  readonly occupation: string;
  readonly netCents: number;
  /** First month of the job; 0 or less if it exists at the start. */
  readonly from: number;
  /** First month in which it is gone. */
  readonly to: number;
}

export interface Company {
  readonly index: number;
  readonly id: string;
  readonly city: number;
  readonly industry: Industry;
  readonly foundedOn: Day;
  readonly fate: Fate;
  /** Month in which the money runs out, for the fate "dry". */
  readonly dryMonth: number;
  readonly jobs: readonly Job[];
  /** Net pay of all planned jobs by month, in cents, before raises. */
  readonly netPay: Float64Array;
  /** Sales without VAT planned for each month, in cents. */
  readonly sales: Float64Array;
  /** Profit before tax planned, as a share of sales. */
  readonly margin: number;
  readonly payday: number;
  /** Calendar month (1 to 12) and size, in basis points, of the yearly raise. */
  readonly raiseMonth: number;
  readonly raiseBps: number;
  /** Days of outflow held at the start. */
  readonly bufferDays: number;
  readonly savesTax: boolean;
}

/** What an employer pays for a euro of net pay: income tax and social contributions are on top. */
export const costOfNetPay = 1.62;

const isVentureFunded: ReadonlySet<Industry> = new Set([
  "it_services",
  "media",
  "engineering",
  "health_care",
]);
const farAway = 10_000;
const industryWeights = industries.map((name) => industryFacts[name].weight);
const fates: readonly Fate[] = ["steady", "growing", "shrinking", "burning", "dry"];
/** Buffers against the usual one of the industry. */
const bufferSpread = [0.18, 0.3, 0.5, 0.9, 1.2, 2.1, 4.2, 6];
const paydays = [25, 27, 28, 30];

/** The companies of a bank, the first `count` of an endless row. `start` is the first month of the data. */
export function planCompanies(
  seed: number,
  count: number,
  months: number,
  start: Month,
): Company[] {
  return Array.from({length: count}, (_, index) => planCompany(seed, index, months, start));
}

function planCompany(seed: number, index: number, months: number, start: Month): Company {
  const id = `com-${String(index + 1).padStart(5, "0")}`;
  const draw = stream(seed, `company/${id}`);
  const industry = industries[pickIndex(draw, industryWeights)]!;
  const facts = industryFacts[industry];
  const fate = fateOf(draw, index, months, industry);
  const city = pickIndex(draw, cityWeights);
  const dryMonth =
    fate === "dry" ? between(draw, Math.ceil(months * 0.45), Math.max(1, months - 4)) : farAway;
  const payLevel = cities[city]!.pay * (0.9 + 0.25 * draw());
  const size = headcount(draw, index);
  const jobs = planJobs(draw, {
    index,
    fate,
    size,
    months,
    dryMonth,
    payLevel,
    industry,
  });
  const netPay = payByMonth(jobs, months);
  const margin = fate === "burning" ? -0.35 : fate === "dry" ? -0.1 : -0.055 + 0.115 * draw();
  const share = facts.payrollShare * (0.92 + 0.16 * draw());
  const growth = fate === "growing" ? 0.004 : fate === "shrinking" ? -0.006 : 0;
  const sales = netPay.map((pay, month) => {
    const base = fate === "shrinking" || fate === "dry" ? netPay[0]! : pay;
    const season = facts.season[(start + month) % 12]!;
    const noise = 1 + 0.05 * normal(draw);
    const level =
      fate === "burning" ? 0.62 : month >= dryMonth ? 0.04 : month >= dryMonth - 3 ? 0.35 : 1;
    return Math.round(
      ((base * costOfNetPay) / share) * season * noise * level * (1 + growth * month),
    );
  });
  return {
    index,
    id,
    city,
    industry,
    foundedOn: dayOf(
      Math.floor(start / 12) - between(draw, 2, 45),
      between(draw, 1, 12),
      between(draw, 1, 28),
    ),
    fate,
    dryMonth,
    jobs,
    netPay,
    sales,
    margin,
    payday: pick(draw, paydays),
    raiseMonth: pick(draw, [1, 1, 1, 3, 4, 4, 7, 10]),
    raiseBps: between(draw, 15, 45) * 10,
    bufferDays: Math.min(
      fate === "dry" ? 25 : 170,
      facts.bufferDays * (1 + 0.2 * normal(draw)) * pick(draw, bufferSpread),
    ),
    savesTax: chance(draw, 0.35),
  };
}

/** A few fates are dealt rather than drawn, so that a small bank has its stories too. */
function fateOf(draw: Stream, index: number, months: number, industry: Industry): Fate {
  const drawn = fates[pickIndex(draw, [0.5, 0.22, 0.12, 0.14, 0.02])]!;
  const dealt = index % 40 === 7 ? "dry" : drawn;
  if (dealt === "dry" && months < 6) return "shrinking";
  return dealt === "burning" && !isVentureFunded.has(industry) ? "steady" : dealt;
}

/** Employees at the start: most companies have fewer than ten, a few have fifty and more. */
function headcount(draw: Stream, index: number): number {
  const u = draw();
  const size = draw();
  if (index % 40 === 5) return 52 + Math.floor(size * 30);
  if (u < 0.8) return 2 + Math.floor(size * size * 8);
  if (u < 0.99) return 10 + Math.floor(size * size * 22);
  return 50 + Math.floor(size * 50);
}

function planJobs(
  draw: Stream,
  plan: {
    index: number;
    fate: Fate;
    size: number;
    months: number;
    dryMonth: number;
    payLevel: number;
    industry: Industry;
  },
): Job[] {
  const {index, fate, size, months, dryMonth, payLevel, industry} = plan;
  const {occupations} = industryFacts[industry];
  const job = (from: number, to: number): Job => {
    const occupation = pick(draw, occupations);
    const {payCents, spread} = occupationOf(occupation);
    const level = payLevel * Math.max(0.6, 1 + spread * normal(draw));
    return {company: index, occupation, netCents: Math.round(payCents * level), from, to};
  };
  const leaving = fate === "shrinking" ? 0.45 : fate === "burning" ? 0.15 : 0.03;
  const jobs = Array.from({length: size}, () => {
    const to = chance(draw, leaving) ? between(draw, 3, Math.max(3, months)) : farAway;
    const gone = Math.min(farAway, dryMonth + between(draw, 1, 3));
    return job(0, Math.min(to, gone));
  });
  const rate = fate === "growing" ? 0.55 : fate === "burning" ? 0.3 : 0.04;
  const hires = Math.floor(size * rate * (months / 18) + draw());
  for (let hire = 0; hire < hires; hire++)
    jobs.push(job(between(draw, 1, Math.max(1, months - 1)), farAway));
  return jobs;
}

function payByMonth(jobs: readonly Job[], months: number): Float64Array {
  const pay = new Float64Array(months);
  for (const {from, to, netCents} of jobs) {
    for (let month = Math.max(0, from); month < Math.min(to, months); month++)
      pay[month]! += netCents;
  }
  return pay;
}
