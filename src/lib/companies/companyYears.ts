/** Whether industries differ by more than the companies of one industry do. */

import {isBeyondChance} from "../evidence/chance.js";
import {spreadChance} from "../evidence/groups.js";
import {group, sum} from "../sectors/groups.js";

/** A row of `company-years`. */
export interface CompanyYear {
  readonly user_id: string;
  readonly industry: string;
  readonly employee_months: number;
  readonly payroll_eur: number;
  readonly revenue_eur: number;
  readonly result_eur: number;
}

type Amount = "employee_months" | "payroll_eur" | "revenue_eur" | "result_eur";

/**
 * Whether the industries named lie further apart in a ratio of sums than chance would set them, had each company drawn
 * its industry by lot (`spreadChance`).
 */
export function industriesDiffer(
  companies: readonly CompanyYear[],
  industries: readonly string[],
  [numerator, denominator]: readonly [Amount, Amount],
): boolean {
  const named = companies.filter(({industry}) => industries.includes(industry));
  const groups = [...group(named, ({industry}) => industry).values()];
  const ratio = (rows: readonly CompanyYear[]) => {
    const whole = sum(rows, (row) => row[denominator]);
    return whole > 0 ? sum(rows, (row) => row[numerator]) / whole : undefined;
  };
  return isBeyondChance(spreadChance(groups, ratio));
}
