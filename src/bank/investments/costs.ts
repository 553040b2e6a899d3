/** What all holders of an instrument paid on average, beside what it costs. */
import {formatDay} from "../../lib/day.js";
import {percent} from "../../lib/format.js";
import type {Account} from "../../lib/investing/account.js";
import {type Exchange, sharesSince, weekEnds} from "../../lib/investing/brokerage.js";
import {heldByDay} from "../../lib/investing/heldByDay.js";
import {shortName} from "../../lib/investing/instrumentName.js";
import {isQuotedOn, unitOn} from "../../lib/investing/market.js";
import {trails} from "../../lib/investing/trail.js";
import {inWords, list} from "../../lib/words.js";

/** A row of `investment-costs`. */
export interface CostRow {
  readonly symbol: string;
  /** The full name. */
  readonly name: string;
  readonly day: string;
  /** Close of one share in EUR; before a split, of as much as became one share. */
  readonly price_eur: number;
  /** What the shares held cost on average, fees of buying included, in the same measure; null where none are held. */
  readonly average_cost_eur: number | null;
  readonly holder_count: number;
}

/**
 * One row per instrument and week (its last trading day, and the last of the data), prices and costs in shares of
 * today, so that a split makes no step.
 */
export function costRows(accounts: readonly Account[], exchange: Exchange): CostRow[] {
  const {market, splits, firstDay, lastDay} = exchange;
  const all = trails(
    accounts.flatMap((account) => account.trades),
    splits,
  );
  const days = weekEnds(exchange);
  return [...market.quotes.keys()].sort().flatMap((symbol) => {
    const held = heldByDay(
      all.filter((trail) => trail.symbol === symbol),
      {from: firstDay, to: lastDay},
    );
    return days
      .filter((day) => isQuotedOn(market, symbol, day))
      .map((day) => {
        const perShare = sharesSince(splits, symbol, day);
        const quantityE6 = held.quantityE6[day - firstDay]!;
        const cost = (held.costCents[day - firstDay]! * 1e4) / quantityE6 / perShare;
        return {
          symbol,
          name: exchange.names.get(symbol) ?? symbol,
          day: formatDay(day),
          price_eur: rounded(unitOn(market, symbol, day) / 1e10 / perShare),
          average_cost_eur: quantityE6 > 0 ? rounded(cost) : null,
          holder_count: held.holderCount[day - firstDay]!,
        };
      });
  });
}

function rounded(euros: number): number {
  return Math.round(euros * 1e4) / 1e4;
}

/** The last row of each instrument that is held. */
function standings(rows: readonly CostRow[]): {name: string; gain: number}[] {
  const last = new Map(rows.map((row) => [row.symbol, row]));
  return [...last.values()].flatMap(({name, price_eur, average_cost_eur}) =>
    average_cost_eur ? [{name: shortName(name), gain: price_eur / average_cost_eur - 1}] : [],
  );
}

/** How many instruments under water are named; beyond that they are counted. */
const namedLosers = 3;

/** For which instruments the average holder is under water. */
export function costsFinding(rows: readonly CostRow[]): string {
  const now = standings(rows);
  if (now.length === 0) return "Nobody holds an instrument whose cost could be shown";
  const below = now.filter(({gain}) => gain < 0).map(({name}) => name);
  if (below.length === 0)
    return now.length === 1
      ? `The average holder of ${now[0]!.name} is in profit`
      : `The average holder is in profit with all ${inWords(now.length)} instruments`;
  if (below.length === now.length) return "The average holder is under water with every instrument";
  if (below.length <= namedLosers)
    return `The average holder is in profit, except with ${list(below)}`;
  return `The average holder is in profit with ${now.length - below.length} of ${now.length} instruments`;
}

/** The rows of the `most` instruments that most accounts hold at the end, the most held first. */
export function mostHeld(rows: readonly CostRow[], most: number): CostRow[] {
  const holders = new Map(rows.map(({symbol, holder_count}) => [symbol, holder_count]));
  const symbols = [...holders].sort((a, b) => b[1] - a[1]).slice(0, most);
  return symbols.flatMap(([symbol]) => rows.filter((row) => row.symbol === symbol));
}

/** The instrument with most and that with least gain over what holders paid. */
export function costsText(rows: readonly CostRow[]): string {
  const sorted = standings(rows).sort((a, b) => b.gain - a.gain);
  const [best, worst] = [sorted.at(0), sorted.at(-1)];
  if (!best || !worst) return "";
  const says = ({name, gain}: typeof best) =>
    `${name} is ${percent(Math.abs(gain))} ${gain < 0 ? "below" : "above"} what its holders paid`;
  return best === worst ? `${says(best)}.` : `${says(best)}, ${says(worst)}.`;
}
