/**
 * What if? A scenario changes a company's simulated futures, and nothing is forecast anew: revenue and costs by a
 * share from the first month ahead on, hires by what a head costs this company today, a financing once.
 */

// Past the door of the forecast: it would bring all of the method to the reader, for one function.
import {pathQuantiles} from "../forecasting/pathQuantiles.js";
import {
  balancePaths,
  type Financing,
  isDefaultAlive,
  type ZeroCash,
  zeroCash,
} from "../forecasting/runway.js";
import {centsFromEur} from "../money.js";
import {monthDate} from "../month.js";
import type {Futures, Odds} from "./futures.js";

export interface Scenario {
  /** Shares that revenue and costs change by: 0.1 for a tenth more. */
  readonly revenue: number;
  readonly cost: number;
  /** People more; below 0 fewer. */
  readonly hires: number;
  readonly financing_eur: number;
  /** In which month ahead the financing arrives, 1 for the next. */
  readonly financing_ahead: number;
}

/** The futures as forecast, and two assumptions about what may differ; they are not forecasts. */
export const scenarios = {
  base: {revenue: 0, cost: 0, hires: 0, financing_eur: 0, financing_ahead: 3},
  optimistic: {revenue: 0.1, cost: -0.05, hires: 0, financing_eur: 0, financing_ahead: 3},
  pessimistic: {revenue: -0.15, cost: 0.05, hires: 0, financing_eur: 0, financing_ahead: 3},
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** The scenario of that name with these values; undefined for one of the reader's own. */
export function maybeScenarioName(scenario: Scenario): ScenarioName | undefined {
  const keys = ["revenue", "cost", "hires", "financing_eur"] as const;
  return (Object.keys(scenarios) as ScenarioName[]).find((name) =>
    keys.every((key) => scenarios[name][key] === scenario[key]),
  );
}

/** Where a company stands today, from which futures begin. */
export interface Standing {
  readonly closing_balance_eur: number;
  /** Null where nobody is paid: then hires cost nothing here. */
  readonly head_cost_eur: number | null;
  /** What must stay on the account. */
  readonly floor_eur: number;
}

/** A month ahead: the median of the futures, and the ends of the band that holds 80 % of them. */
export interface BandMonth {
  readonly month: Date;
  readonly value_eur: number;
  readonly low_eur: number;
  readonly high_eur: number;
}

export interface Outlook {
  readonly net: readonly BandMonth[];
  readonly balance: readonly BandMonth[];
  readonly zero: ZeroCash;
  readonly isAlive: boolean;
  /** On how many futures `zero` and `isAlive` rest. */
  readonly futures: number;
}

/**
 * The futures of one company under a scenario: bands of net flow and balance, when cash ends, whether it lives. Where
 * nothing is changed the latter two are what all futures say that were drawn, and not only those at hand.
 */
export function outlook(futures: Futures, scenario: Scenario, standing: Standing): Outlook {
  const hires = centsFromEur(scenario.hires * (standing.head_cost_eur ?? 0));
  const net = futures.inflow.map((inflow, i) =>
    inflow.map((amount, t) => {
      const outflow = futures.outflow[i]![t]! * (1 + scenario.cost) + hires;
      return Math.round(amount * (1 + scenario.revenue) - Math.max(0, outflow));
    }),
  );
  const balance = centsFromEur(standing.closing_balance_eur);
  const floorCents = centsFromEur(standing.floor_eur);
  const financing: Financing = {
    cents: centsFromEur(scenario.financing_eur),
    ahead: scenario.financing_ahead,
  };
  const balances = balancePaths(balance, net, {financing});
  const bands = {net: band(net, futures.start), balance: band(balances, futures.start)};
  const isUnchanged = maybeScenarioName(scenario) === "base" && standing.floor_eur === 0;
  if (isUnchanged && futures.odds) {
    const {futures: count, isAlive} = futures.odds;
    return {...bands, zero: zeroCashOf(futures.odds, futures.start), isAlive, futures: count};
  }
  return {
    ...bands,
    zero: zeroCash(balances, futures.start, {floorCents}),
    isAlive: isDefaultAlive(balance, net, {floorCents, financing}),
    futures: net.length,
  };
}

function zeroCashOf({dryShares}: Odds, start: number): ZeroCash {
  const monthAt = (share: number) => {
    const ahead = dryShares.findIndex((dry) => dry >= share);
    return ahead < 0 ? undefined : start + ahead;
  };
  return {share: dryShares.at(-1) ?? 0, p10: monthAt(0.1), p50: monthAt(0.5), p90: monthAt(0.9)};
}

function band(paths: readonly Float64Array[], start: number): BandMonth[] {
  return pathQuantiles(paths, [0.1, 0.5, 0.9]).map(([low, middle, high], t) => ({
    month: monthDate(start + t),
    value_eur: middle! / 100,
    low_eur: low! / 100,
    high_eur: high! / 100,
  }));
}
