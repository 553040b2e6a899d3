/** What the page says of balances day by day and of the days ahead. */

import type {BalanceAccuracy} from "../../lib/balances/backtest.js";
import type {Futures} from "../../lib/balances/forecast.js";
import type {KnownAccount} from "../../lib/balances/rows.js";
import {dayMs} from "../../lib/day.js";
import {inAnyOf, isBeyondChance, pairsOf, studentTails} from "../../lib/evidence/chance.js";
import {type Share, sharesChance} from "../../lib/evidence/summaries.js";
import {pathQuantiles} from "../../lib/forecasting/pathQuantiles.js";
import {count, dayText, money, percent} from "../../lib/format.js";
import {middleOf} from "../../lib/middle.js";
import {plural, withinChance} from "../../lib/words.js";
import {type CycleDay, type CycleStanding, lowPoints} from "./cycles.js";

/** When in the pay cycle most people are below zero, and how many. */
export function standingsFinding(rows: readonly CycleStanding[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No whole pay cycle to show yet";
  const worst = rows.reduce((most, row) =>
    row.below_zero_share >= most.below_zero_share ? row : most,
  );
  const best = rows.reduce((least, row) =>
    row.below_zero_share < least.below_zero_share ? row : least,
  );
  if (worst.below_zero_share === 0) return "Nobody is below zero on any day of the pay cycle";
  if (best === worst)
    return `${percent(worst.below_zero_share)} of main customers are below zero ${since(worst)}`;
  if (!isBeyondChance(inAnyOf(pairsOf(rows.length), sharesChance(belowOf(worst), belowOf(best)))))
    return `How many are below zero differs only ${withinChance} over the pay cycle: ${percent(best.below_zero_share)} to ${percent(worst.below_zero_share)}`;
  return `${percent(best.below_zero_share)} of main customers are below zero ${since(best)}; ${since(worst)}, ${percent(worst.below_zero_share)} are`;
}

/** Counted in people, not in cycles: the three of one person are no three chances. */
function belowOf({below_zero_share, person_count}: CycleStanding): Share {
  return {count: Math.round(below_zero_share * person_count), of: person_count};
}

function since({days_since_payday: days}: CycleStanding): string {
  if (days === 0) return "on payday";
  return `${plural(days, "day")} after it`;
}

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

/** A day of the past, or of the futures: then with the ends of the band that holds 80 % of them. */
export interface BalanceDay {
  readonly day: Date;
  readonly balance_eur: number;
  readonly low_eur: number | null;
  readonly high_eur: number | null;
  readonly lowest_eur: number | null;
  readonly highest_eur: number | null;
}

/** How many days of the past stand before the days ahead. */
const pastShown = 91;

/** The last days and the days ahead: median, 80 % and 95 % band. */
export function balanceDays({lastDay, balances}: KnownAccount, {paths}: Futures): BalanceDay[] {
  const none = {low_eur: null, high_eur: null, lowest_eur: null, highest_eur: null};
  const past = balances.slice(-pastShown).map((balance_eur, at) => ({
    day: new Date((lastDay - Math.min(pastShown, balances.length) + 1 + at) * dayMs),
    balance_eur,
    ...none,
  }));
  const quantiles = pathQuantiles(paths, [0.025, 0.1, 0.5, 0.9, 0.975]);
  const ahead = quantiles.map((values, at) => {
    const [lowest_eur, low_eur, balance_eur, high_eur, highest_eur] = values.map(Math.round) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      day: new Date((lastDay + 1 + at) * dayMs),
      balance_eur,
      low_eur,
      high_eur,
      lowest_eur,
      highest_eur,
    };
  });
  return [...past, ...ahead];
}

/** How likely the account is to fall below zero, or to be refused a payment, in the days ahead. */
export function aheadFinding(
  name: string,
  {balance}: KnownAccount,
  {paths, isRefused}: Futures,
): string {
  const days = paths[0]?.length ?? 0;
  const of = (count: number) => count / Math.max(1, paths.length);
  const below = of(paths.filter((path) => path.some((eur) => eur < 0)).length);
  const refused = of(isRefused.filter(Boolean).length);
  const refusal =
    refused === 0
      ? "in none is a payment refused"
      : `in ${share(refused)} a payment is refused for lack of funds`;
  if (balance < 0) return `${name} is below zero${stayText(paths)}; ${refusal}`;
  if (below === 0) return `${name} stays above zero for ${days} days in every future`;
  return `Within ${days} days ${share(below)} of ${name}’s futures fall below zero, and ${refusal}`;
}

/** How long an account that is below zero stays there, as a clause that follows. */
function stayText(paths: Futures["paths"]): string {
  const days = plural(paths[0]?.length ?? 0, "day");
  if (paths.every((path) => path.every((eur) => eur < 0)))
    return ` and stays there for ${days} in every future`;
  const long = Math.round(middleOf(paths.map((path) => path.filter((eur) => eur < 0).length)));
  return long === 0
    ? "; in the median future it is back above zero the next day"
    : `, and in the median future still is on ${long} of the next ${days}`;
}

/** A share of simulated futures, which are too few for more than whole percents. */
function share(value: number): string {
  if (value === 0 || value === 1) return value === 0 ? "none" : "all";
  if (value < 0.01) return "fewer than 1%";
  return percent(value, 0);
}

/** Where the median future is lowest. */
export function lowestText(rows: readonly BalanceDay[]): string {
  const ahead = rows.filter(({low_eur}) => low_eur !== null);
  const [first] = ahead;
  if (!first) return "";
  const low = ahead.reduce((least, row) => (row.balance_eur < least.balance_eur ? row : least));
  return `The median future is lowest on ${dayText(low.day)}, at ${money(low.balance_eur)}.`;
}

/** A row of `balance-backtest`. */
export interface BacktestRow extends BalanceAccuracy {
  readonly is_main: boolean;
}

/** How the forecast does for those who live from another bank, and whose accounts here move less regularly. */
export function othersText(rows: readonly BacktestRow[]): string {
  const last = rows.findLast(({is_main}) => !is_main);
  if (!last) return "";
  return ` For the ${count(last.forecast_count)} others who could be forecast, whose accounts here move less regularly, the 80% band held ${percent(last.coverage_80_share)} at ${last.horizon_days} days.`;
}

/** Whether the bands hold what they promise, and how much better than a guess the forecast is. */
export function accuracyFinding(rows: readonly BalanceAccuracy[]): string {
  const last = rows.at(-1);
  if (!last) return "The data are too short to try the forecast";
  return `${last.horizon_days} days ahead the band of 80% held ${percent(last.coverage_80_share)} of outcomes, and the forecast was ${gainText(last)}`;
}

/** The mean error against that of the better of the two guesses, if the errors of single forecasts let it be told. */
function gainText(row: BalanceAccuracy): string {
  const {mae_eur, mae_flat_eur, mae_month_eur, gain_eur, gain_error_eur, forecast_count} = row;
  const share = Math.abs(gain_eur) / Math.min(mae_flat_eur, mae_month_eur);
  const chance =
    gain_error_eur > 0 ? studentTails(gain_eur / gain_error_eur, forecast_count - 1) : 1;
  if (!isBeyondChance(chance)) return `${withinChance} of the better of two guesses`;
  const side = mae_eur < Math.min(mae_flat_eur, mae_month_eur) ? "closer" : "farther off";
  return `${percent(share)} ${side} than the better of two guesses`;
}
