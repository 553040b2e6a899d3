import type {Day} from "../day.js";
import {mulDiv} from "./exact.js";
import {type Market, unitOn, valueOn} from "./market.js";
import type {Portfolio} from "./portfolio.js";

/**
 * What the same cash flows would have become in one instrument. An investor who earned so well that more was
 * taken out than the benchmark ever had leaves no comparison from that day on: `exhausted`.
 */
export type Benchmark =
  | {readonly kind: "value"; readonly valueCents: Float64Array}
  | {readonly kind: "exhausted"; readonly day: Day};

/**
 * The value by day (index 0 is the eve) of a portfolio that starts with the same value and puts the net flow of
 * each day into, or takes it out of, `symbol` at that day's close, in millionths of a share, without fees.
 * Dividends of the benchmark are not added. Throws where its price is missing on a day with a flow or holding.
 */
export function sameFlowsIn(columns: Portfolio, market: Market, symbol: string): Benchmark {
  const {eve, moneyInCents, moneyOutCents} = columns;
  const valueCents = new Float64Array(columns.valueCents.length);
  let heldE6 = 0;
  for (let i = 0; i < valueCents.length; i++) {
    const day = eve + i;
    const flowCents = i === 0 ? columns.valueCents[0]! : moneyInCents[i]! - moneyOutCents[i]!;
    if (flowCents !== 0) heldE6 += mulDiv(flowCents, 1e14, unitOn(market, symbol, day));
    if (heldE6 < 0) return {kind: "exhausted", day};
    valueCents[i] = valueOn(market, symbol, heldE6, day);
  }
  return {kind: "value", valueCents};
}
