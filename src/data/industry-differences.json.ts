// Do industries differ by more than the companies of one industry do?
// Grain: one object.
// Size: bounded.
// Columns: margin, cost_per_head and payroll_share: how often chance would set the industries so far apart in it, had each
// company drawn its industry by lot; null where there are not two to compare. Over the last twelve complete months (all,
// if fewer), of the industries that `sector-costs` and `payroll-industries` show.
import {withBank} from "../../loaders/datasets/bank.js";
import {readCompanyYears} from "../../loaders/datasets/companyYears.js";
import {industryDifferences} from "../lib/companies/companyYears.js";
import type {IndustryPayroll} from "../lib/companies/payroll.js";

await withBank(async (bank) =>
  industryDifferences(
    await readCompanyYears(bank),
    await bank.dataset<{industry: string}>("sector-costs.csv"),
    await bank.dataset<IndustryPayroll>("payroll-industries.csv"),
  ),
);
