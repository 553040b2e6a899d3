/** The figure on what an employee costs, and what payroll takes of revenue, by industry. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import type {IndustryDifferences} from "../../lib/companies/companyYears.js";
import {
  byShare,
  headFinding,
  type IndustryPayroll,
  shareFinding,
} from "../../lib/companies/payroll.js";
import {lastMonthsText} from "../../lib/month.js";
import {industryDots} from "./industryDots.js";

/** The share of an industry's revenue that its payroll takes, beside what an employee costs there. */
export function payrollIndustries(
  industries: readonly IndustryPayroll[],
  differences: IndustryDifferences,
  sql: Query,
): FigureElement {
  return figure({
    id: "payroll-industries",
    finding: shareFinding(industries, differences),
    subtitle: ([first]) =>
      "Payroll as a share of revenue, and per person paid and month in EUR, by industry, mean of " +
      lastMonthsText(first!.month_count),
    rows: byShare(industries),
    chart: (rows, {width}) => industryDots(rows, {width}),
    note:
      `${headFinding(industries, differences)}. Payroll is net pay with the payroll tax and social contributions on it. A ` +
      "high share is not a flaw: a firm that sells hours has to pay for hours. Revenue counts when it is paid, with its " +
      "VAT; without it, the shares are about a fifth higher. Industries are ranked only where they differ by more than " +
      "companies that draw their industry by lot would.",
    measures: ["payroll_share", "cost_per_head", "payroll"],
    sql,
  });
}
