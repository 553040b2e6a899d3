/** What the runway page says of all companies: who is at risk now. */

import {type RunwayBand, runwayBand} from "../forecasting/runway.js";
import {money, monthText} from "../format.js";
import {lastMonthsText} from "../month.js";
import {inWords, list, plural, sentence} from "../words.js";
import type {Runway} from "./runways.js";

/** What a band is called. */
export const bandNames = {
  red: "below 6 months",
  amber: "6 to 12 months",
  green: "12 months or more",
  "no burn": "no burn",
} as const satisfies Record<RunwayBand, string>;

const bands = Object.keys(bandNames) as RunwayBand[];

const countOf = (rows: readonly Runway[], band: RunwayBand) =>
  rows.filter((row) => row.band === band).length;

/** Those with a burn and no cash above zero. */
export function isEmpty({runway_months}: Runway): boolean {
  return runway_months === 0;
}

export interface BandCount {
  readonly band: RunwayBand;
  readonly name: string;
  readonly company_count: number;
}

/** How many companies stand in each band; what has no cash left apart from the rest of the red. */
export function bandCounts(rows: readonly Runway[]): BandCount[] {
  const empty = rows.filter(isEmpty).length;
  if (rows.length === 0) return [];
  return [
    {band: "red", name: "no cash left", company_count: empty},
    ...bands.map((band) => ({
      band,
      name: bandNames[band],
      company_count: countOf(rows, band) - (band === "red" ? empty : 0),
    })),
  ];
}

/** The opening of the page. */
export function runwayText(rows: readonly Runway[]): string {
  const window = Math.max(0, ...rows.map(({month_count}) => month_count));
  if (window === 0)
    return "No company has a complete month here yet, so there is no runway to count.";
  const burning = rows.filter(({net_burn_eur}) => net_burn_eur > 0);
  const when = lastMonthsText(window);
  const all = plural(rows.length, "company", "companies");
  if (burning.length === 0) {
    const who = rows.length === 1 ? "the only company burned no" : `none of ${all} burned`;
    return `Over ${when} ${who} money: there is no runway to count.`;
  }
  const [red, amber] = [countOf(rows, "red"), countOf(rows, "amber")];
  const empty = rows.filter(isEmpty).length;
  const has = (count: number) => (count === 1 ? "has" : "have");
  const short =
    red === 0
      ? "None of them has cash for less than six months"
      : `${sentence(inWords(red))} of them ${has(red)} cash for less than six months`;
  const none =
    empty === 0
      ? ""
      : empty === red
        ? ", and that means none at all"
        : `, ${inWords(empty)} of these none at all`;
  return [
    `Over ${when}, ${burning.length} of ${all} paid out more than ${burning.length === 1 ? "it" : "they"} took in.`,
    `${short}${none}; ${inWords(amber)} more ${has(amber)} less than twelve.`,
    others(rows.length - burning.length),
  ].join(" ");
}

function others(count: number): string {
  if (count === 0) return "Nobody lives on what comes in.";
  return count === 1
    ? "One has no burn at all."
    : `${sentence(inWords(count))} have no burn at all.`;
}

/** The title of the bands: how many are at risk. */
export function bandsFinding(rows: readonly BandCount[]): string {
  const total = rows.reduce((sum, {company_count}) => sum + company_count, 0);
  const risky = rows
    .filter(({band}) => band === "red" || band === "amber")
    .reduce((sum, {company_count}) => sum + company_count, 0);
  const all = plural(total, "company", "companies");
  return risky === 0
    ? "No company has cash for less than a year"
    : `${risky} of ${all} ${risky === 1 ? "has" : "have"} cash for less than a year`;
}

/** Companies with cash left for less than a year: who is next. */
export function atRisk(rows: readonly Runway[]): Runway[] {
  return rows.filter(({runway_months}) => runway_months !== null && runway_months < 12);
}

/** Of the companies at risk the one with the most cash, for whom it is not too late; any, where nobody is at risk. */
export function mostToLose(rows: readonly Runway[]): Runway | undefined {
  const risky = atRisk(rows);
  return [...(risky.length > 0 ? risky : rows)].sort(
    (a, b) => b.closing_balance_eur - a.closing_balance_eur,
  )[0];
}

/** The title of the ranking: who runs out first of those who still have something. */
export function rankingFinding(rows: readonly Runway[]): string {
  const next = atRisk(rows).find((row) => !isEmpty(row));
  if (next)
    return `${next.name} runs out next, in ${monthText(next.zero_month)}, at a burn of ${money(next.net_burn_eur)} a month`;
  const empty = rows.filter(isEmpty);
  if (empty.length === 0) return "At this pace nobody runs out of cash within a year";
  return `${list(
    empty.map(({name}) => name),
    {limit: 2},
  )} ${empty.length === 1 ? "burns" : "burn"} money without cash; nobody else will run out within a year`;
}

/** `4.2 months`, `no cash left`, `no burn`, `over 5 years` where the end is too far to tell. */
export function runwayLength(months: number | null): string {
  if (runwayBand(months ?? undefined) === "no burn") return "no burn";
  if (months === 0) return "no cash left";
  if (months! > 60) return "over 5 years";
  const shown = months! < 9.95 ? Math.round(months! * 10) / 10 : Math.round(months!);
  return shown < 0.1 ? "a few days" : `${shown} ${shown === 1 ? "month" : "months"}`;
}
