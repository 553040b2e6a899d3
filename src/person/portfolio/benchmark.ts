/** The same money in a fund of shares from all over the world. */
import type {Day} from "../../lib/day.js";
import {sameFlowsIn} from "../../lib/investing/benchmark.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import {maxCarriedDays} from "../../lib/investing/market.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {firstWithMoney, paidIn} from "./accountDays.js";

/** What the money is compared with. */
export const benchmark = "VWRL";

/**
 * What the money of an account would have come to in the benchmark, in cents by day, its dividends reinvested; undefined
 * where that money would have run out, or where the exchange has no price of the benchmark when the money came.
 */
export function benchmarkCents(
  days: Portfolio,
  {market, ...rest}: Exchange,
): Float64Array | undefined {
  const quotes = market.quotes.get(benchmark);
  const first = firstWithMoney(days);
  if (!quotes || first < 0) return undefined;
  // Before its first price nothing can be bought; a few days' wait for the market to open is no distortion.
  const opens = quotes.unitE10.findIndex((unit) => unit > 0) + market.firstDay;
  if (opens - (days.eve + first) > maxCarriedDays) return undefined;
  const other = sameFlowsIn(from(days, opens), {market, ...rest}, benchmark);
  if (other.kind !== "value") return undefined;
  // Until then the money waits, and is worth what was put in.
  other.valueCents.set(paidIn(days).subarray(0, Math.max(0, opens - days.eve)));
  return other.valueCents;
}

/** The flows of an account as if nothing could be bought before a day: what was put in until then comes on it. */
function from(days: Portfolio, opens: Day): Portfolio {
  if (opens <= days.eve) return days;
  const skipped = opens - days.eve;
  const later = (column: Float64Array) => column.map((cents, i) => (i > skipped ? cents : 0));
  const moneyInCents = later(days.moneyInCents);
  moneyInCents[skipped] = paidIn(days)[skipped]!;
  const valueCents = days.valueCents.with(0, 0);
  return {...days, valueCents, moneyInCents, moneyOutCents: later(days.moneyOutCents)};
}
