import {mean} from "d3-array";
import type {Month} from "../day.js";
import {calibration, firstOrigin, type Hindsight, monthsAgain} from "./calibration.js";
import {type CashPaths, cashPaths, mapTrio, type Trio} from "./cashPaths.js";
import {fitPool, type PoolMember} from "./pooledFit.js";

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
 * the band. `random` gives numbers from 0 to below 1; the same numbers give the same paths.
 *
 * Inflow, outflow and net are each continued by the method of `fitPool`, with errors drawn from what the
 * whole pool of companies showed (a residual bootstrap: FPP3, 5.5), the three of a month drawn together, as
 * late customers and late vendors go together. In each path the three are then reconciled: what net says
 * beyond inflow less outflow is given to both by the variances of their errors, so that the sum holds to the
 * cent and no one's knowledge is lost. Source: Wickramasuriya, Athanasopoulos & Hyndman (2019), "Optimal
 * forecast reconciliation", JASA 114, with a diagonal covariance; path by path as in Panagiotelis et al.
 * (2023), "Probabilistic forecast reconciliation", European J. of Operational Research 306.
 */
export function forecastCompanies(
  companies: readonly Company[],
  horizon: number,
  random: () => number,
  {paths = 1000}: {paths?: number} = {},
): CompanyForecast[] {
  const known = companies.filter(({inflow}) => inflow.length >= fewestMonths);
  const fits = fitCompanies(known);
  const donors = fits.flatMap(surpriseTrios);
  const draw = () => donors[Math.floor(random() * donors.length)]!;
  const wider = widenings(known, donors);
  return known.map(({id, start, inflow}, i) => {
    const next = start + inflow.length;
    return {id, start: next, paths: cashPaths(fits[i]!, next, horizon, paths, draw, wider)};
  });
}

function fitCompanies(companies: readonly Company[]): Trio<PoolMember>[] {
  const groups = [...new Set(companies.map(({group}) => group))];
  const pool = (valuesOf: (company: Company) => readonly number[]) =>
    companies.map((company) => ({
      group: groups.indexOf(company.group),
      start: company.start,
      values: valuesOf(company),
    }));
  const inflowScales = companies.map(({inflow}) => mean(inflow) || 1);
  const outflowScales = companies.map(({outflow}) => mean(outflow) || 1);
  const inflows = fitPool(
    pool(({inflow}) => inflow),
    inflowScales,
    "relative",
  );
  const outflows = fitPool(
    pool(({outflow}) => outflow),
    outflowScales,
    "relative",
  );
  const nets = fitPool(
    pool(({inflow, outflow}) => inflow.map((value, t) => value - outflow[t]!)),
    inflowScales.map((scale, i) => (scale + outflowScales[i]!) / 2),
    "absolute",
  );
  return inflows.map((inflow, i) => [inflow, outflows[i]!, nets[i]!]);
}

/** How much wider than simulated the bands of inflow, outflow and net must be, by the latest months. */
function widenings(companies: readonly Company[], donors: readonly Trio<number>[]): Trio<number> {
  const hindsights: Trio<Hindsight>[] = [];
  for (let back = 1; back <= monthsAgain; back++) {
    const old = companies.filter(({inflow}) => inflow.length - back >= firstOrigin);
    const fits = fitCompanies(
      old.map((company) => ({
        ...company,
        inflow: company.inflow.slice(0, -back),
        outflow: company.outflow.slice(0, -back),
      })),
    );
    for (const [i, fit] of fits.entries()) {
      const {start, inflow, outflow} = old[i]!;
      const came = [inflow, outflow, inflow.map((value, t) => value - outflow[t]!)];
      hindsights.push(
        mapTrio(fit, (member, k) => ({
          member,
          start: start + inflow.length - back,
          came: came[k]!.slice(-back),
        })),
      );
    }
  }
  return [0, 1, 2].map((k) =>
    calibration(
      donors.map((trio) => trio[k]!),
      hindsights.map((trio) => trio[k]!),
      k < 2 ? "relative" : "absolute",
    ),
  ) as unknown as Trio<number>;
}

/** The surprises that inflow, outflow and net had in the same months. */
function surpriseTrios(members: Trio<PoolMember>): Trio<number>[] {
  const months = [...members[0].surprises.keys()];
  return months
    .map((t) => mapTrio(members, ({surprises}) => surprises[t]!))
    .filter((trio) => !trio.some(Number.isNaN));
}
