/** The days ahead of a person's account, and what they say. */

import {dayMs} from "../day.js";
import {pathQuantiles} from "../forecasting/pathQuantiles.js";
import {dayText, percent} from "../format.js";
import {middleOf} from "../middle.js";
import type {Due} from "../recurring/dues.js";
import {plural, sentence} from "../words.js";
import type {Futures} from "./forecast.js";
import type {KnownAccount} from "./rows.js";
import type {Timeline} from "./timeline.js";

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

/** The same days as one picture, with what is due in them. */
export function timelineOf(
  rows: readonly BalanceDay[],
  dues: readonly Due[],
  limit: number,
): Timeline {
  return {
    past: rows.filter(({low_eur}) => low_eur === null),
    fan: rows.flatMap(({day, low_eur, balance_eur, high_eur}) =>
      low_eur === null || high_eur === null
        ? []
        : [{day, low_eur, median_eur: balance_eur, high_eur}],
    ),
    dues: dues.map(({next_on, party, amount_eur}) => ({day: next_on, label: party, amount_eur})),
    limit_eur: limit,
  };
}

/** How likely the account is to be refused a payment, or to be below zero, in the days ahead: the worst that is likely. */
export function aheadFinding(
  name: string,
  {balance, lastDay}: KnownAccount,
  {paths, isRefused}: Futures,
): string {
  const days = paths[0]?.length ?? 0;
  const end = dayText(new Date((lastDay + days) * dayMs));
  const of = (count: number) => count / Math.max(1, paths.length);
  const below = of(paths.filter((path) => path.some((eur) => eur < 0)).length);
  const refused = of(isRefused.filter(Boolean).length);
  if (refused >= noticeable)
    return `${sentence(chanceText(refused))} that a payment is refused by ${end}`;
  if (balance < 0) return `${name} ${stayText(paths)}`;
  if (below === 0) return `${name} stays above zero until ${end} in every future`;
  return `${sentence(chanceText(below))} that ${name} falls below zero by ${end}`;
}

/** From here on a refused payment is what to tell first. */
const noticeable = 0.05;

/** How often a payment is refused for lack of funds; empty where that is the title. */
export function refusalText({isRefused}: Futures): string {
  const refused = isRefused.filter(Boolean).length / Math.max(1, isRefused.length);
  if (refused >= noticeable) return "";
  return refused === 0
    ? "No payment is refused in any of them."
    : `In ${share(refused)} of them a payment is refused for lack of funds.`;
}

/** `a 36% chance`, `it is all but certain`: futures are too few for certainty, but not for saying so. */
function chanceText(part: number): string {
  if (part < 0.01) return "a less than 1% chance";
  return part > 0.99 ? "it is all but certain" : `a ${share(part)} chance`;
}

/** How long an account that is below zero stays there. */
function stayText(paths: Futures["paths"]): string {
  const days = plural(paths[0]?.length ?? 0, "day");
  if (paths.every((path) => path.every((eur) => eur < 0)))
    return `stays overdrawn for the next ${days} in every future`;
  const long = Math.round(middleOf(paths.map((path) => path.filter((eur) => eur < 0).length)));
  return long === 0
    ? "is overdrawn, and will probably be back above zero the next day"
    : `will probably be overdrawn on ${long} of the next ${days}`;
}

/** A share of simulated futures, which are too few for more than whole percents. */
function share(value: number): string {
  if (value < 0.01) return "fewer than 1%";
  return percent(value, 0);
}
