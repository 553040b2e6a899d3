/** Whether industries differ by more than the companies of one industry do. */

import {spreadChance} from "../evidence/groups.js";
import {group, sum} from "../sectors/groups.js";

/** A company over the last twelve complete months. */
export interface CompanyYear {
  readonly user_id: string;
  readonly industry: string;
  /** People paid, added up over months. */
  readonly employee_months: number;
  readonly payroll_eur: number;
  readonly revenue_eur: number;
  readonly result_eur: number;
}

/**
 * The dataset `industry-differences`: how often chance would set the industries so far apart, had each company drawn its
 * industry by lot; null where there are not two to compare.
 */
export interface IndustryDifferences {
  readonly margin: number | null;
  readonly cost_per_head: number | null;
  readonly payroll_share: number | null;
}

interface Industry {
  readonly industry: string;
}

/** The differences among the industries `earning`, for margins, and those `paying`, for what staff costs. */
export function industryDifferences(
  companies: readonly CompanyYear[],
  earning: readonly Industry[],
  paying: readonly (Industry & {readonly payroll_share: number | null})[],
): IndustryDifferences {
  const withRevenue = paying.filter(({payroll_share}) => payroll_share !== null);
  return {
    margin: chanceOf(companies, earning, "result_eur", "revenue_eur"),
    cost_per_head: chanceOf(companies, paying, "payroll_eur", "employee_months"),
    payroll_share: chanceOf(companies, withRevenue, "payroll_eur", "revenue_eur"),
  };
}

type Amount = "employee_months" | "payroll_eur" | "revenue_eur" | "result_eur";

/** How often chance sets the industries so far apart in a ratio of sums (`spreadChance`). */
function chanceOf(
  companies: readonly CompanyYear[],
  industries: readonly Industry[],
  numerator: Amount,
  denominator: Amount,
): number | null {
  const named = companies.filter((own) =>
    industries.some(({industry}) => industry === own.industry),
  );
  const groups = [...group(named, ({industry}) => industry).values()];
  const ratio = (rows: readonly CompanyYear[]) => {
    const whole = sum(rows, (row) => row[denominator]);
    return whole > 0 ? sum(rows, (row) => row[numerator]) / whole : undefined;
  };
  return spreadChance(groups, ratio) ?? null;
}
