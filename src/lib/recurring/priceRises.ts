/** Prices that rose for many at once: the same party, the same month, the same step. */
import {day as dayText, moneyExact, month as monthText, percent} from "../format.js";
import {plural} from "../words.js";
import {type ContractRow, contractsOf, type RecurringPeople} from "./rows.js";

export interface ServiceRise {
  readonly party: string;
  readonly month: Date;
  readonly from_eur: number;
  readonly to_eur: number;
  readonly rise_share: number;
  readonly customer_count: number;
}

/** The fewest customers with the same step that make it the service's rather than their own. */
export const fewestCustomers = 3;

/** The services that raised a price for several customers alike, most customers first. */
export function serviceRises(data: RecurringPeople): ServiceRise[] {
  const steps = new Map<string, {row: Omit<ServiceRise, "customer_count">; count: number}>();
  for (const userId of Object.keys(data.people))
    for (const {party, amount_eur, rises} of contractsOf(data, userId)) {
      if (amount_eur > 0) continue;
      for (const {on, from_eur, to_eur} of rises) {
        const month = new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth()));
        const key = `${party} ${month.getTime()} ${from_eur} ${to_eur}`;
        const step = steps.get(key) ?? {
          row: {party, month, from_eur, to_eur, rise_share: to_eur / from_eur - 1},
          count: 0,
        };
        step.count++;
        steps.set(key, step);
      }
    }
  return [...steps.values()]
    .filter(({count}) => count >= fewestCustomers)
    .map(({row, count}) => ({...row, customer_count: count}))
    .sort((a, b) => b.customer_count - a.customer_count || a.party.localeCompare(b.party, "en"));
}

/** How many services raised their price, and which the most. */
export function risesFinding(rows: readonly ServiceRise[]): string {
  if (rows.length === 0) return "No service raised its price for several customers at once";
  const steepest = rows.reduce((most, row) => (row.rise_share > most.rise_share ? row : most));
  const parties = new Set(rows.map(({party}) => party)).size;
  const most = `${steepest.party} by ${percent(steepest.rise_share)} in ${monthText(steepest.month)}`;
  return parties === 1
    ? `One service raised its price: ${most}`
    : `${plural(parties, "service")} raised their prices, most of all ${most}`;
}

/** The last price rise of a contract in words; empty, where there was none. */
export function lastRiseText({rises}: ContractRow): string {
  const last = rises.at(-1);
  if (!last) return "";
  return `${moneyExact(Math.abs(last.from_eur))} → ${moneyExact(Math.abs(last.to_eur))}, ${dayText(last.on)}`;
}
