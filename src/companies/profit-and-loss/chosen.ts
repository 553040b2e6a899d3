/** The company that a reader chose, beside its industry. */
import {
  type CashPath,
  type CategoryPath,
  type MonthAmount,
  monthAmounts,
} from "../../lib/companies/companyMonths.js";
import type {CompanyMargin} from "../../lib/companies/margins.js";
import {pathsOfIndustry} from "../../lib/companies/oneCompany.js";

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

/** The company of that id; one without a month where there is none. */
export function chosenCompany(
  id: string,
  companies: readonly CompanyMargin[],
  paths: readonly CategoryPath[],
  cash: readonly CashPath[],
): ChosenCompany {
  const company = companies.find(({user_id}) => user_id === id);
  const first = cash[0]?.first_month;
  const ownPaths = paths.filter(({user_id}) => user_id === id);
  return {
    user_id: id,
    name: company?.name ?? "This company",
    industry: company?.industry ?? "",
    own: monthAmounts(ownPaths, first),
    others: monthAmounts(pathsOfIndustry(paths, companies, company?.industry), first),
    cash: cash.find(({user_id}) => user_id === id),
  };
}
