import {mean} from "d3-array";
import type {Month} from "../day.js";
import type {Stream} from "../stream.js";
import {calibration, firstOrigin, type Hindsight, monthsAgain} from "./calibration.js";
import {type CashFit, type CashPaths, cashPaths, type Trio} from "./cashPaths.js";
import {fitPool, type PoolMember} from "./pooledFit.js";
import {pooledLevels} from "./pooledLevels.js";
import {surpriseRuns} from "./surpriseRuns.js";

/** A company's complete months without a gap: operating money only, own transfers and financing left out. */
export interface Company {
  readonly id: string;
  /** With whom it shares its season: its industry. */
  readonly group: string;
  /** The month of the first values. */
  readonly start: Month;
  /** In cents, both positive. */
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
  /** Cash on all accounts at the end of each month, in cents, where it is known. */
  readonly balance?: readonly number[];
}

export interface CompanyForecast {
  readonly id: string;
  /** The first month ahead. */
  readonly start: Month;
  readonly paths: CashPaths;
}

/** Fewer months than this are too little to forecast. */
export const fewestMonths = 3;

/**
 * Forecasts every company of a bank with at least three months, `horizon` months after its last; the others
 * are left out. Each company gets `paths` futures; the median of the paths is the forecast, their quantiles
 * the band. `random` gives numbers from 0 to below 1; the same numbers give the same paths. The paths of a company are drawn
 * when it is asked for: those of all companies of a large bank would fill the memory.
 *
 * Net flow is a level (pooledLevels) with a season and surprises; inflow and outflow are continued each by the
 * method of `fitPool`. The surprises are errors that the method made in the past, drawn from the whole pool in runs of
 * months (surpriseRuns), the three of a month together, as late customers and late vendors go together. In each path
 * inflow and outflow then give way until they differ by net (cashPaths): of a year's sum, net knows most.
 */
export function* forecastCompanies(
  companies: readonly Company[],
  horizon: number,
  random: Stream,
  {paths = 1000}: {paths?: number} = {},
): Generator<CompanyForecast> {
  const known = companies.filter(({inflow}) => inflow.length >= fewestMonths).map(withoutFirst);
  const fits = fitCompanies(known);
  const draw = surpriseRuns(
    fits.map(({members}) => members),
    known.map(({start}) => start),
    known.map(shortMonths),
  );
  const wider = widenings(
    known,
    fits.map(({members}) => members),
  );
  const asked = {horizon, count: paths, wider};
  for (const [i, {id, start, inflow}] of known.entries()) {
    const next = start + inflow.length;
    const surprises = () => draw(i, horizon, random);
    yield {id, start: next, paths: cashPaths(fits[i]!, next, asked, surprises, random)};
  }
}

/** From so many months on the first is left out. */
const enoughMonths = 9;

/**
 * A company without its first month, if it has more than some: an account is opened in the middle of it, and what was sold and
 * bought before comes and goes elsewhere, so that it would be taken for the season of that month.
 */
function withoutFirst(company: Company): Company {
  return company.inflow.length > enoughMonths ? monthsOf(company, 1) : company;
}

/** A company with its months from one place to another only. */
export function monthsOf<Known extends Company>(company: Known, from: number, to?: number): Known {
  const {start, inflow, outflow, balance} = company;
  return {
    ...company,
    start: start + from,
    inflow: inflow.slice(from, to),
    outflow: outflow.slice(from, to),
    ...(balance && {balance: balance.slice(from, to)}),
  };
}

/** Whoever has less cash than that, in mean months of outflow, is short of it. */
const shortCash = 0.25;

/** Of each month whether it ended short of cash; none of a company whose cash is not known. */
function shortMonths({outflow, balance}: Company): boolean[] {
  const least = shortCash * typical(outflow);
  return (balance ?? []).map((cents) => cents < least);
}

const netOf = ({inflow, outflow}: Company) => inflow.map((value, t) => value - outflow[t]!);
const typical = (values: readonly number[]) => mean(values) || 1;

function fitCompanies(companies: readonly Company[]): CashFit[] {
  const [inflows, outflows] = fitFlows(companies);
  const scales = companies.map(({inflow, outflow}) => (typical(inflow) + typical(outflow)) / 2);
  const nets = fitPool(poolOf(companies, netOf), scales, "absolute");
  const levels = pooledLevels(
    companies.map((company, i) => ({
      values: netOf(company).map((value, t) => nets[i]!.adjust(value, company.start + t)),
      spread: nets[i]!.spread,
    })),
  );
  return levels.map((level, i) => ({members: [inflows[i]!, outflows[i]!, nets[i]!], level}));
}

function fitFlows(companies: readonly Company[]): [PoolMember[], PoolMember[]] {
  const fitted = (valuesOf: (company: Company) => readonly number[]) =>
    fitPool(
      poolOf(companies, valuesOf),
      companies.map((company) => typical(valuesOf(company))),
      "relative",
    );
  return [fitted(({inflow}) => inflow), fitted(({outflow}) => outflow)];
}

function poolOf(companies: readonly Company[], valuesOf: (company: Company) => readonly number[]) {
  const groups = [...new Set(companies.map(({group}) => group))];
  return companies.map((company) => ({
    group: groups.indexOf(company.group),
    start: company.start,
    values: valuesOf(company),
  }));
}

/** How much wider than simulated the bands of inflow and outflow must be, by the latest months. */
function widenings(
  companies: readonly Company[],
  members: readonly Trio<PoolMember>[],
): [number, number] {
  const hindsights: [Hindsight[], Hindsight[]] = [[], []];
  for (let back = 1; back <= monthsAgain; back++) {
    const old = companies.filter(({inflow}) => inflow.length - back >= firstOrigin);
    const flows = fitFlows(old.map((company) => monthsOf(company, 0, -back)));
    for (const [i, {start, inflow, outflow}] of old.entries()) {
      const from = start + inflow.length - back;
      const came = [inflow, outflow].map((values) => values.slice(-back));
      for (const k of [0, 1] as const)
        hindsights[k].push({member: flows[k][i]!, start: from, came: came[k]!});
    }
  }
  const factor = (k: 0 | 1) =>
    calibration(
      members.flatMap((trio) => [...trio[k].surprises].filter((value) => !Number.isNaN(value))),
      hindsights[k],
    );
  return [factor(0), factor(1)];
}
