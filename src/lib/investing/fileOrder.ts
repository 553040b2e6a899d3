import {secondsPerDay} from "../day.js";
import type {Trade} from "./trade.js";

/** A trade as it stands in a file, with the second of its day where the file tells. */
export interface ListedTrade {
  readonly trade: Trade;
  readonly second: number | null;
}

/**
 * The trades of a file in the order in which they were made, as far as days leave it open. Where every trade has
 * a time of day, times decide; where they do not, the order of the file does, and a file that runs backwards (newest
 * first, as most brokers export) is read backwards. Where the file as a whole runs neither way, that is asked
 * of each position's trades.
 */
export function inOrderMade(listed: readonly ListedTrade[]): Trade[] {
  const hasTimes = listed.every(({second}) => second !== null);
  const at = ({trade, second}: ListedTrade) => trade.day * secondsPerDay + (hasTimes ? second! : 0);
  const direction = directionOf(listed.map(at));
  const runs = direction === "mixed" ? positionsOf(listed) : [listed];
  return runs
    .flatMap((run) => (directionOf(run.map(at)) === "backwards" ? run.toReversed() : run))
    .toSorted((a, b) => at(a) - at(b))
    .map(({trade}) => trade);
}

function directionOf(times: readonly number[]): "forwards" | "backwards" | "mixed" {
  const steps = times.slice(1).map((time, i) => time - times[i]!);
  if (steps.every((step) => step >= 0)) return "forwards";
  return steps.every((step) => step <= 0) ? "backwards" : "mixed";
}

function positionsOf(listed: readonly ListedTrade[]): ListedTrade[][] {
  const positions = new Map<string, ListedTrade[]>();
  for (const item of listed) {
    const key = `${item.trade.accountId}\n${item.trade.symbol}`;
    const own = positions.get(key);
    if (own) own.push(item);
    else positions.set(key, [item]);
  }
  return [...positions.values()];
}
