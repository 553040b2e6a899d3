/**
 * A company's simulated futures on their way to the page. A hundred of them, rounded to three digits, are small enough
 * to be sent for every company, so that a reader can play scenarios; what all that were drawn say of today's cash goes
 * with them, for a share of a hundred draws may be ten points off.
 */

import {formatMonth} from "../day.js";
import type {CompanyForecast} from "../forecasting/forecast.js";
import {balancePaths, isDefaultAlive} from "../forecasting/runway.js";
import {centsFromEur} from "../money.js";
import {monthNumber} from "../month.js";

/** How many futures are drawn, how many of them a page gets, and how long they are. */
export const pathsAhead = {drawn: 500, count: 100, months: 12} as const;

/** What all drawn futures say of a company that goes on as it does, from the cash it holds. */
export interface Odds {
  readonly futures: number;
  /** By months ahead: the share that have ended some month below zero by then. */
  readonly dryShares: readonly number[];
  readonly isAlive: boolean;
}

/** Futures of inflow and outflow in cents, `inflow[path][ahead - 1]`. */
export interface Futures {
  readonly id: string;
  /** The first month ahead. */
  readonly start: number;
  readonly inflow: readonly Float64Array[];
  readonly outflow: readonly Float64Array[];
  readonly odds?: Odds;
}

/** A row of `company-futures`: the futures one after the other, in whole units. */
export interface PackedFutures {
  readonly user_id: string;
  readonly first_month: string;
  readonly unit_eur: number;
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
  readonly future_count: number;
  /** Of all drawn futures, those that have ended a month below zero, by months ahead. */
  readonly dry_count: readonly number[];
  readonly is_default_alive: boolean;
}

/**
 * As many futures as a page gets, spread evenly over all: sorted by the net of their months, and the middle one of
 * each of equal parts taken, so that few spread as many do.
 */
export function thinned(
  {id, start, paths}: CompanyForecast,
  count: number = pathsAhead.count,
): Futures {
  const net = paths.net.map((path) => path.reduce((total, amount) => total + amount, 0));
  const order = [...net.keys()].sort((a, b) => net[a]! - net[b]! || a - b);
  const kept = Array.from({length: Math.min(count, order.length)}, (_, k) => {
    const part = order.length / Math.min(count, order.length);
    return order[Math.floor((k + 0.5) * part)]!;
  });
  return {
    id,
    start,
    inflow: kept.map((i) => paths.inflow[i]!),
    outflow: kept.map((i) => paths.outflow[i]!),
  };
}

/** What all futures of a forecast say of the cash that a company holds today, in cents. */
export function oddsOf({paths: {net}}: CompanyForecast, balanceCents: number): Odds {
  const firsts = balancePaths(balanceCents, net).map((path) =>
    path.findIndex((cents) => cents < 0),
  );
  const dryBy = (h: number) => firsts.filter((first) => first >= 0 && first <= h).length;
  return {
    futures: net.length,
    dryShares: Array.from({length: net[0]?.length ?? 0}, (_, h) => dryBy(h) / net.length),
    isAlive: isDefaultAlive(balanceCents, net),
  };
}

/** Futures in whole units of a power of ten euro, so that the largest has three digits at most. */
export function packed({id, start, inflow, outflow}: Futures, odds: Odds): PackedFutures {
  const flat = (paths: readonly Float64Array[]) => paths.flatMap((path) => [...path]);
  const largest =
    flat([...inflow, ...outflow]).reduce((most, cents) => Math.max(most, cents), 0) / 100;
  let unit = 1;
  while (largest / unit >= 999.5) unit *= 10;
  const units = (paths: readonly Float64Array[]) =>
    flat(paths).map((cents) => Math.round(cents / 100 / unit));
  return {
    user_id: id,
    first_month: `${formatMonth(start)}-01`,
    unit_eur: unit,
    inflow: units(inflow),
    outflow: units(outflow),
    future_count: odds.futures,
    dry_count: odds.dryShares.map((share) => Math.round(share * odds.futures)),
    is_default_alive: odds.isAlive,
  };
}

/** The futures of a row of `company-futures`; undefined for none. */
export function maybeUnpacked(row: PackedFutures | undefined): Futures | undefined {
  return row && unpacked(row);
}

/** Futures as they were before packing, but for the rounding. */
export function unpacked(row: PackedFutures, months: number = pathsAhead.months): Futures {
  const paths = (units: readonly number[]) =>
    Array.from({length: units.length / months}, (_, i) =>
      Float64Array.from(units.slice(i * months, (i + 1) * months), (amount) =>
        centsFromEur(amount * row.unit_eur),
      ),
    );
  return {
    id: row.user_id,
    start: monthNumber(row.first_month),
    inflow: paths(row.inflow),
    outflow: paths(row.outflow),
    odds: {
      futures: row.future_count,
      dryShares: row.dry_count.map((count) => count / row.future_count),
      isAlive: row.is_default_alive,
    },
  };
}
