/** The dataset `runway-companies`: all companies at the pace of their last months, as much for a large bank. */
import {
  aliveCountText,
  type CompanyOutlook,
  endangered,
  endangeredFinding,
  type OutlookRow,
} from "./outlooks.js";
import {type RunwayPace, ranked, trailingMonths} from "./runways.js";
import {type BandCount, bandCounts, runwayText} from "./runwayWords.js";

/** How many companies are drawn. */
export const mostRanked = 20;

/** All companies at one pace: what is said of them is said of all. */
export interface PaceOfAll {
  /** The months that the pace is of, and as many of them as the data hold. */
  readonly trailing: number;
  readonly month_count: number;
  readonly opening: string;
  readonly alive: string;
  readonly bands: readonly BandCount[];
  /** Companies with a burn, and what they burn together in a month. */
  readonly burning_count: number;
  readonly burn_eur: number;
  readonly finding: string;
  /** Those that have cash, but hardly for a year; of them, the shortest runways. */
  readonly endangered_count: number;
  readonly endangered: readonly EndangeredCompany[];
}

/** A company that the page names, with what is shown of it. */
export type EndangeredCompany = Omit<CompanyOutlook, "month_count" | "last_month" | "dry_month">;

/** All companies at each of `trailingMonths`. */
export function pacesOfAll(rows: readonly (RunwayPace & OutlookRow)[]): PaceOfAll[] {
  return trailingMonths.map((trailing) => paceOfAll(ranked(rows, trailing), trailing));
}

/** All companies, in the order of `ranked`, at one pace. */
export function paceOfAll(rows: readonly CompanyOutlook[], trailing: number): PaceOfAll {
  const burning = rows.filter(({net_burn_eur}) => net_burn_eur > 0);
  const risky = endangered(rows);
  return {
    trailing,
    month_count: Math.max(1, ...rows.map(({month_count}) => month_count)),
    opening: runwayText(rows),
    alive: aliveCountText(rows),
    bands: bandCounts(rows),
    burning_count: burning.length,
    burn_eur: burning.reduce((sum, {net_burn_eur}) => sum + net_burn_eur, 0),
    finding: endangeredFinding(rows),
    endangered_count: risky.length,
    endangered: risky.slice(0, mostRanked).map(shown),
  };
}

function shown(row: CompanyOutlook): EndangeredCompany {
  return {
    user_id: row.user_id,
    name: row.name,
    industry: row.industry,
    closing_balance_eur: row.closing_balance_eur,
    gross_burn_eur: row.gross_burn_eur,
    net_burn_eur: row.net_burn_eur,
    runway_months: row.runway_months,
    band: row.band,
    zero_month: row.zero_month,
    dry_share: row.dry_share,
    future_count: row.future_count,
    is_default_alive: row.is_default_alive,
    end_balance_eur: row.end_balance_eur,
  };
}
