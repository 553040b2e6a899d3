import type {Runway} from "../lib/companies/runways.js";
import {runwayLength} from "../lib/companies/runwayWords.js";
import {money, monthText} from "../lib/format.js";
import type {Reading} from "../lib/measures/reading.js";
import {numberCard} from "./numberCard.js";

interface Options {
  readonly document?: Document;
}

/** A measure of a company at the pace of its last months. */
export function paceReading(measure: Reading["measure"], runway: Runway): Reading {
  return {measure, of: runway, window: runway.month_count, asOf: runway.last_month};
}

/** What a company burns each month, or earns; with the path that led there, if there is one. */
export function netBurnCard(
  runway: Runway,
  path: readonly number[],
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const {net_burn_eur} = runway;
  const earns = net_burn_eur <= 0;
  return numberCard({
    reading: paceReading("net_burn", runway),
    value: net_burn_eur,
    format: (value) => (earns ? "none" : money(value)),
    path,
    note: earns ? `earned ${money(-net_burn_eur)} a month` : "a month more out than in",
    document,
  });
}

function lastsText(months: Runway["runway_months"], zero: Runway["zero_month"]): string {
  if (months === 0) return "runs on its overdraft";
  return zero ? `at this pace until ${monthText(zero)}` : "no end in sight at this pace";
}

/** How long a company's cash lasts at the pace of its last months. */
export function runwayCard(
  runway: Runway,
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const {runway_months, zero_month} = runway;
  return numberCard({
    reading: paceReading("runway", runway),
    value: runway_months,
    format: () => runwayLength(runway_months),
    note: lastsText(runway_months, zero_month),
    document,
  });
}
