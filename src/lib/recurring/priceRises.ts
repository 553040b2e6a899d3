/** Prices that rose for many at once: the same party and the same step. */
import {monthText, percent, type Time} from "../format.js";
import {inWords, sentence} from "../words.js";
import {isCost} from "./costs.js";
import {type ContractRow, contractsOf, type OwnContracts} from "./rows.js";

export interface ServiceRise {
  readonly party: string;
  readonly month: Time;
  readonly from_eur: number;
  readonly to_eur: number;
  readonly rise_share: number;
  readonly customer_count: number;
}

/** The fewest customers with the same step that make it the service's rather than their own. */
const fewestCustomers = 3;

/** The services that raised a price for several customers alike, most customers first; in the month of most of them. */
export function serviceRises(people: Iterable<OwnContracts>): ServiceRise[] {
  const steps = new Map<string, {party: string; from_eur: number; to_eur: number; on: Date[]}>();
  for (const [userId, [{contracts}]] of people)
    for (const contract of contractsOf(contracts, userId)) {
      if (!isCost(contract)) continue;
      for (const {on, from_eur, to_eur} of contract.rises) {
        const {party} = contract;
        const key = `${party} ${from_eur} ${to_eur}`;
        const step = steps.get(key) ?? {party, from_eur, to_eur, on: []};
        step.on.push(on);
        steps.set(key, step);
      }
    }
  return [...steps.values()]
    .filter(({on}) => on.length >= fewestCustomers)
    .map(({party, from_eur, to_eur, on}) => ({
      party,
      month: usualMonth(on),
      from_eur,
      to_eur,
      rise_share: to_eur / from_eur - 1,
      customer_count: on.length,
    }))
    .sort((a, b) => b.customer_count - a.customer_count || a.party.localeCompare(b.party, "en"));
}

/** The month that most days lie in, the earliest of several: a refused payment shows a rise later. */
function usualMonth(days: readonly Date[]): Date {
  const counts = new Map<number, number>();
  for (const day of days) {
    const month = Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return new Date(first?.[0] ?? Number.NaN);
}

/** How many services raised their price, and which the most; of an edition that names none, that. */
export function risesFinding(rows: readonly ServiceRise[] | undefined): string {
  if (!rows)
    return "Which services raised their prices is not told in this edition, which names nobody";
  if (rows.length === 0) return "No service raised its price for several customers at once";
  const steepest = rows.reduce((most, row) => (row.rise_share > most.rise_share ? row : most));
  const parties = new Set(rows.map(({party}) => party)).size;
  const most = `${steepest.party} by ${percent(steepest.rise_share)} in ${monthText(steepest.month)}`;
  return parties === 1
    ? `One service raised its price: ${most}`
    : `${sentence(inWords(parties))} services raised their prices, most of all ${most}`;
}

/** The last rise of a contract in words, `+10% in August 2025`; empty, where there was none. */
export function lastRiseText({rises}: ContractRow): string {
  const last = rises.at(-1);
  return last ? `+${percent(last.to_eur / last.from_eur - 1)} in ${monthText(last.on)}` : "";
}
