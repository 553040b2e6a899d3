/** What the runway page says of all companies: who is at risk now. */

import {type RunwayBand, runwayBand} from "../forecasting/runway.js";
import {lastMonthsText} from "../month.js";
import {agree, companiesText, inWords, sentence} from "../words.js";
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

/** How many companies are in each band; those without cash apart from the rest of the red. */
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
  const all = companiesText(rows.length);
  if (burning.length === 0) {
    const who = rows.length === 1 ? "the only company burned no" : `none of ${all} burned`;
    return `Over ${when} ${who} money: there is no runway to count.`;
  }
  const spend = `Over ${when}, ${burning.length} of ${all} spent more than ${agree(burning.length, "it", "they")} took in.`;
  return `${spend} ${cashText(burning)}`;
}

/** For how long those with a burn have cash, and how many of them have none. */
function cashText(burning: readonly Runway[]): string {
  const [red, empty] = [countOf(burning, "red"), burning.filter(isEmpty).length];
  if (burning.length === 1) {
    if (empty === 1) return "It has no cash.";
    return `It has cash for ${red === 1 ? "less" : "more"} than six months.`;
  }
  if (red === 0) return "All of them have cash for more than six months.";
  const short = `${sentence(inWords(red))} of them ${agree(red, "has", "have")} cash for less than six months`;
  if (empty === 0) return `${short}.`;
  if (empty === red)
    return `${sentence(inWords(red))} of them ${agree(red, "has", "have")} no cash.`;
  return `${short}, and ${inWords(empty)} of these ${agree(empty, "has", "have")} none.`;
}

/** The title of the bands: how many are at risk. */
export function bandsFinding(rows: readonly BandCount[]): string {
  const total = rows.reduce((sum, {company_count}) => sum + company_count, 0);
  const risky = rows
    .filter(({band}) => band === "red" || band === "amber")
    .reduce((sum, {company_count}) => sum + company_count, 0);
  const all = companiesText(total);
  if (risky === 0) return "No company with a burn has cash for less than a year";
  return risky === 1
    ? `1 of ${all} burns money and has cash for less than a year`
    : `${risky} of ${all} burn money and have cash for less than a year`;
}

/** `4.2 months`, `no cash left`, `no burn`, `over 5 years` where the end is too far to tell. */
export function runwayLength(months: number | null): string {
  if (runwayBand(months ?? undefined) === "no burn") return "no burn";
  if (months === 0) return "no cash left";
  if (months! > 60) return "over 5 years";
  const shown = months! < 9.95 ? Math.round(months! * 10) / 10 : Math.round(months!);
  return shown < 0.1 ? "a few days" : `${shown} ${agree(shown, "month", "months")}`;
}
