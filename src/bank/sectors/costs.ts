/** What remains of what customers pay: sentences over `sector-costs`. */
import type {IndustryDifferences} from "../../lib/companies/companyYears.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {money} from "../../lib/format.js";
import {withinChance} from "../../lib/words.js";

/** A row of `sector-costs`. */
export interface SectorCost {
  readonly industry: string;
  readonly company_count: number;
  readonly revenue_eur: number;
  readonly operating_share: number;
  readonly payroll_share: number;
  readonly tax_share: number;
  readonly margin_share: number;
  readonly month_count: number;
}

/** Euros of each hundred: `€7.90`. */
export function perHundred(share: number): string {
  return money(100 * share);
}

/**
 * The title of the costs: who keeps the most of a hundred euros, and who spends more than it gets, if the industries
 * differ by more than their companies do.
 */
export function costsFinding(
  rows: readonly SectorCost[],
  {margin}: Pick<IndustryDifferences, "margin">,
): string {
  const sorted = [...rows].sort((a, b) => b.margin_share - a.margin_share);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst) return "No industry has revenue";
  if (best !== worst && !isBeyondChance(margin ?? undefined))
    return `What industries keep of each €100 differs only ${withinChance}`;
  const spent = `${industryInText(worst.industry)} spends ${perHundred(-worst.margin_share)} more than it earns`;
  if (best.margin_share <= 0) return `No industry keeps anything of what customers pay; ${spent}`;
  const most =
    `Of each €100 that customers pay, ${industryInText(best.industry)} keeps ` +
    `${perHundred(best.margin_share)}`;
  if (worst.margin_share < 0) return `${most}; ${spent}`;
  return best === worst
    ? most
    : `${most}, ${industryInText(worst.industry)} ${perHundred(worst.margin_share)}`;
}
