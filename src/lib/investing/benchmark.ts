import type {Day} from "../day.js";
import type {Dividend} from "./dividends.js";
import {mulDiv} from "./exact.js";
import {type Market, quotesOf, unitOn, valueOn} from "./market.js";
import type {Portfolio} from "./portfolio.js";
import {splitQuantity} from "./split.js";
import type {Split} from "./trade.js";

/**
 * What the same cash flows would have become in one instrument. An investor who earned so well that more was
 * taken out than the benchmark ever had leaves no comparison from that day on: `exhausted`.
 */
export type Benchmark =
  | {readonly kind: "value"; readonly valueCents: Float64Array}
  | {readonly kind: "exhausted"; readonly day: Day};

/** Prices, and what happens to the shares behind them. */
export interface BenchmarkMarket {
  readonly market: Market;
  readonly splits: readonly Split[];
  readonly dividends: readonly Dividend[];
}

/**
 * The value by day (index 0 is the eve) of a portfolio that starts with the same value and puts the net flow of
 * each day into, or takes it out of, `symbol` at that day's close, in millionths of a share, without fees.
 *
 * It is the total return: what is held when a dividend goes ex grows by dividend ÷ close of that day, as if the dividend
 * bought more of it at once, untaxed (MSCI Index Calculation Methodology, daily total return indexes). So an account,
 * which receives its dividends, is not set against a price that has lost them. Throws where a price is missing on
 * a day with a flow, a dividend or a holding.
 */
export function sameFlowsIn(
  columns: Portfolio,
  {market, splits, dividends}: BenchmarkMarket,
  symbol: string,
): Benchmark {
  const {eve, moneyInCents, moneyOutCents} = columns;
  const valueCents = new Float64Array(columns.valueCents.length);
  const ownSplits = splits.filter((split) => split.symbol === symbol);
  const ownDividends = dividends.filter((dividend) => dividend.symbol === symbol);
  let heldE6 = 0;
  for (let i = 0; i < valueCents.length; i++) {
    const day = eve + i;
    for (const split of ownSplits) if (split.day === day) heldE6 = splitQuantity(heldE6, split);
    for (const {exOn, amountE4} of ownDividends) {
      if (exOn !== day || heldE6 === 0) continue;
      unitOn(market, symbol, day); // a price is there, or an error says which is missing
      heldE6 += mulDiv(heldE6, amountE4, quotesOf(market, symbol).closeE4[day - market.firstDay]!);
    }
    const flowCents = i === 0 ? columns.valueCents[0]! : moneyInCents[i]! - moneyOutCents[i]!;
    if (flowCents !== 0) heldE6 += mulDiv(flowCents, 1e14, unitOn(market, symbol, day));
    if (heldE6 < 0) return {kind: "exhausted", day};
    valueCents[i] = valueOn(market, symbol, heldE6, day);
  }
  return {kind: "value", valueCents};
}
