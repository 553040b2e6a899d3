/** The figures on what an employee costs, and what payroll takes of revenue, by industry. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {groupColor} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {industryName} from "../../lib/bank/industries.js";
import type {CompanyYear} from "../../lib/companies/companyYears.js";
import {
  byShare,
  headFinding,
  type IndustryPayroll,
  shareFinding,
} from "../../lib/companies/payroll.js";
import {money, percent} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";

const payrollColor = () => groupColor("payroll");

/** The payroll of an industry by person paid and month. */
export function payrollHeads(
  industries: readonly IndustryPayroll[],
  companies: readonly CompanyYear[],
  sql: Query,
): FigureElement {
  return figure({
    id: "payroll-heads",
    finding: headFinding(industries, companies),
    subtitle: ([first]) =>
      "Payroll per person paid and month by industry, EUR, mean of " +
      lastMonthsText(first!.month_count),
    rows: industries,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({industry}) => industryName(industry),
        value: "cost_per_head_eur",
        name: "Cost per head",
        format: money,
        color: payrollColor,
      }),
    note:
      "Net pay with the payroll tax and social contributions on it: what the company spends, not what the employee " +
      "gets.",
    measures: ["cost_per_head", "payroll"],
    sql,
  });
}

/** The share of an industry's revenue that its payroll takes. */
export function payrollIndustries(
  industries: readonly IndustryPayroll[],
  companies: readonly CompanyYear[],
  sql: Query,
): FigureElement {
  return figure({
    id: "payroll-industries",
    finding: shareFinding(industries, companies),
    subtitle: ([first]) =>
      `Payroll as a share of revenue by industry, ${lastMonthsText(first!.month_count)}`,
    rows: byShare(industries),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({industry}) => industryName(industry),
        value: "payroll_share",
        name: "Payroll share",
        format: (share) => percent(share, 1),
        color: payrollColor,
      }),
    note:
      "A high share is not a flaw: a firm that sells hours has to pay for hours. Revenue counts when it is paid, " +
      "with its VAT, because a bank account does not show what part of a payment is VAT; without it, the shares " +
      "are about a fifth higher. Industries are ranked only where they differ by more than companies that draw " +
      "their industry by lot would.",
    measures: ["payroll_share"],
    sql,
  });
}
