/** The company that a reader chose, beside its industry. */
import {
  type CashPath,
  type CategoryPath,
  type MonthAmount,
  monthAmounts,
} from "../../lib/companies/companyMonths.js";
import {type CompanyProfile, shownCompany} from "../../lib/companies/profile.js";

export interface ChosenCompany {
  readonly user_id: string;
  readonly name: string;
  /** Empty where nobody is chosen. */
  readonly industry: string;
  /** Its amounts by month and category. */
  readonly own: readonly MonthAmount[];
  /** Those of all companies of its industry together. */
  readonly others: readonly MonthAmount[];
  readonly cash: CashPath | undefined;
}

interface Rows {
  readonly who: CompanyProfile | undefined;
  readonly paths: readonly CategoryPath[];
  readonly industryPaths: readonly CategoryPath[];
  readonly cash: CashPath | undefined;
}

/** The company of these rows; one without a month where there are none. */
export function chosenCompany({who, paths, industryPaths, cash}: Rows): ChosenCompany {
  return {
    ...shownCompany(who),
    own: monthAmounts(paths),
    others: monthAmounts(industryPaths),
    cash,
  };
}
