import {mean} from "d3-array";
import type {Month} from "../day.js";
import {expectedValue, update, widening} from "./dampedTrend.js";
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

export type Flow = "inflow" | "outflow" | "net";

/** Simulated futures in whole cents, `inflow[path][ahead - 1]`. In each, net is inflow less outflow. */
export type CashPaths = {readonly [flow in Flow]: readonly Float64Array[]};

export interface CompanyForecast {
  readonly id: string;
  /** The first month ahead. */
  readonly start: Month;
  readonly paths: CashPaths;
}

/** Inflow, outflow and net, in this order. */
type Trio<Value> = readonly [Value, Value, Value];

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
  return known.map(({id, start, inflow}, i) => {
    const next = start + inflow.length;
    return {id, start: next, paths: cashPaths(fits[i]!, next, horizon, paths, draw)};
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

/** The surprises that inflow, outflow and net had in the same months. */
function surpriseTrios(members: Trio<PoolMember>): Trio<number>[] {
  const months = [...members[0].surprises.keys()];
  return months
    .map((t) => mapTrio(members, ({surprises}) => surprises[t]!))
    .filter((trio) => !trio.some(Number.isNaN));
}

function cashPaths(
  members: Trio<PoolMember>,
  start: Month,
  horizon: number,
  count: number,
  draw: () => Trio<number>,
): CashPaths {
  const shares = Array.from({length: horizon}, (_, h) => gapShares(members, h + 1));
  const paths = Array.from({length: count}, () => {
    const drawn = Array.from({length: horizon}, draw);
    const path = mapTrio(members, (member, k) =>
      continued(
        member,
        start,
        drawn.map((surprises) => surprises[k]!),
      ),
    );
    return reconciled(path, shares);
  });
  return {
    inflow: paths.map(([inflow]) => inflow),
    outflow: paths.map(([, outflow]) => outflow),
    net: paths.map(([, , net]) => net),
  };
}

/** One future of a series, in the unit of the data, given its surprises month by month. */
function continued(member: PoolMember, start: Month, surprises: readonly number[]): Float64Array {
  let state = member.state;
  return Float64Array.from(surprises, (surprise, h) => {
    const value = expectedValue(state, member.smoothing, 1) + surprise * member.spread;
    const possible = member.kind === "relative" ? Math.max(0, value) : value;
    state = update(state, possible, member.smoothing);
    return member.restore(possible, start + h);
  });
}

/** How much of a gap between net and inflow less outflow goes to inflow, and to outflow. */
function gapShares(members: Trio<PoolMember>, ahead: number): readonly [number, number] {
  const [inflow, outflow, net] = mapTrio(
    members,
    ({scale, spread, smoothing}) => (scale * spread * widening(smoothing, ahead)) ** 2,
  );
  const total = inflow + outflow + net || 1;
  return [inflow / total, outflow / total];
}

function reconciled(
  [inflows, outflows, nets]: Trio<Float64Array>,
  shares: readonly (readonly [number, number])[],
): Trio<Float64Array> {
  const inflow = inflows.map((value, h) => {
    const gap = nets[h]! - (value - outflows[h]!);
    return Math.max(0, Math.round(value + shares[h]![0] * gap));
  });
  const outflow = outflows.map((value, h) => {
    const gap = nets[h]! - (inflows[h]! - value);
    return Math.max(0, Math.round(value - shares[h]![1] * gap));
  });
  return [inflow, outflow, inflow.map((value, h) => value - outflow[h]!)];
}

function mapTrio<A, B>([first, second, third]: Trio<A>, map: (value: A, k: number) => B): Trio<B> {
  return [map(first, 0), map(second, 1), map(third, 2)];
}
