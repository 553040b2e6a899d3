/** What the pay cycle of a person says. */
import {type CycleDay, lowPoints} from "../../lib/balances/cycles.js";
import {money} from "../../lib/format.js";
import {plural} from "../../lib/words.js";

/** How low a person's account is before payday. */
export function cyclesFinding(name: string, days: readonly CycleDay[], limit: number): string {
  const lows = lowPoints(days);
  const [first] = lows;
  if (!first) return `${name} has no whole pay cycle to show`;
  const lowest = lows.reduce((low, day) => (day.balance_eur < low.balance_eur ? day : low), first);
  const {balance_eur, days_since_payday} = lowest;
  const when = `${plural(days_since_payday, "day")} after payday`;
  return balance_eur > 0
    ? `${name}’s account was lowest ${when}: ${money(balance_eur)}`
    : `${name}’s account was lowest ${when}: ${money(balance_eur)}, ${roomText(balance_eur, limit)}`;
}

/** How far from its limit an account was at its lowest. */
function roomText(lowest: number, limit: number): string {
  return limit + lowest === 0 ? "at its limit" : `${money(limit + lowest)} above its limit`;
}
