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
  return `At its lowest, ${plural(lowest.days_since_payday, "day")} after payday, ${name}’s account held ${money(lowest.balance_eur)}, ${roomText(lowest.balance_eur, limit)}`;
}

/** How far from its end an account was at its lowest: from its limit, once it has gone below zero. */
function roomText(lowest: number, limit: number): string {
  if (limit === 0) return lowest > 0 ? "and may not go below zero" : "at the limit";
  return lowest > 0 ? "never below zero" : `${money(limit + lowest)} above the overdraft limit`;
}
