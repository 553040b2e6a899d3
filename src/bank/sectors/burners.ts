/** Who burns money, and for how long it lasts: sentences over `sector-burners`. */
import {money, percent} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {sum} from "../../lib/sectors/groups.js";
import {agree, companiesText} from "../../lib/words.js";

/** A row of `sector-burners`. */
export interface SectorBurner {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly month_count: number;
  readonly gross_burn_eur: number;
  readonly net_burn_eur: number;
  readonly financing_eur: number;
  readonly closing_balance_eur: number;
  readonly runway_months: number | null;
}

/** The companies that burn, the deepest first. */
export function burners(rows: readonly SectorBurner[]): SectorBurner[] {
  return rows
    .filter(({net_burn_eur}) => net_burn_eur > 0)
    .sort((a, b) => b.net_burn_eur - a.net_burn_eur || (a.user_id < b.user_id ? -1 : 1));
}

/** The title of the burners: how many they are, and what they burn together. */
export function burnersFinding(rows: readonly SectorBurner[]): string {
  const burning = burners(rows);
  const when = lastMonthsText(Math.max(0, ...rows.map(({month_count}) => month_count)));
  if (burning.length === 0) return `No company burned money over ${when}`;
  const many = `${burning.length} of ${companiesText(rows.length)}`;
  const together = money(sum(burning, ({net_burn_eur}) => net_burn_eur));
  return `${many} burned money over ${when}: ${together} a month${burning.length > 1 ? " together" : ""}`;
}

/** How long the cash of those who burn would last. */
export function runwayText(rows: readonly SectorBurner[]): string {
  const burning = burners(rows);
  if (burning.length === 0) return "Nobody has a runway to count: no company burns.";
  const short = burning.filter(({runway_months}) => (runway_months ?? 0) < 6);
  const burn = sum(burning, ({net_burn_eur}) => net_burn_eur);
  const three = sum(burning.slice(0, 3), ({net_burn_eur}) => net_burn_eur);
  const deep =
    burning.length > 3
      ? ` The three deepest make up ${percent(three / burn)} of all that is burned.`
      : "";
  const left =
    short.length === 0
      ? "each has cash for half a year or more"
      : `${short.length} of those that burn ${agree(short.length, "has", "have")} cash for less than half a year`;
  return `At this pace ${left}.${deep}`;
}
