import {asDate, type Time} from "../../lib/format.js";
import type {Cohort} from "./rows.js";

/** At this age the accounts of all quarters are compared, in months. */
export const comparedAge = 6;

/** Accounts by the quarter in which they were opened, compared at one age, and as they are today. */
export interface ComparedCohort {
  readonly quarter: string;
  readonly at_age_eur: number;
  readonly today_eur: number;
}

/** The quarters of which every account has reached the age. */
export function comparedCohorts(rows: readonly Cohort[]): ComparedCohort[] {
  const sameAge = rows.filter(({age_months, is_whole}) => age_months === comparedAge && is_whole);
  return sameAge.map(({quarter, balance_eur}) => {
    const own = rows.filter((row) => String(row.quarter) === String(quarter));
    return {
      quarter: quarterText(quarter),
      at_age_eur: balance_eur,
      today_eur: own.at(-1)!.balance_eur,
    };
  });
}

/** `Q2 2025` */
function quarterText(time: Time): string {
  const day = asDate(time);
  return day ? `Q${Math.floor(day.getUTCMonth() / 3) + 1} ${day.getUTCFullYear()}` : "";
}
