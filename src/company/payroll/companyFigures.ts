/** The figures of one company: its payroll beside its revenue, and its people month by month. */
import type {Column} from "../../components/columns.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {groupColor} from "../../components/palette.js";
import {
  type CompanyPayrollMonth,
  companyHeadFinding,
  companyShareFinding,
} from "../../lib/companies/companyPayroll.js";
import type {IndustryPayroll} from "../../lib/companies/payroll.js";
import {count, money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";

const empty = "Nothing to show: this company has no complete month.";

const columns: readonly Column<CompanyPayrollMonth>[] = [
  {key: "month", label: "Month", kind: "month"},
  {key: "employee_count", label: "People"},
  {key: "paid_eur", label: "Net pay", total: true},
  {key: "payroll_eur", label: "Payroll", total: true},
  {key: "cost_per_head_eur", label: "Per employee", kind: "money"},
  {key: "joiner_count", label: "Joined", total: true},
  {key: "leaver_count", label: "Left", total: true},
  {key: "raise_count", label: "Raises", total: true},
];

interface Part {
  readonly month: Date;
  readonly part: "revenue" | "payroll";
  readonly amount_eur: number;
}

/** A company's payroll and its revenue, by month. */
export function payrollCompanies(
  name: string,
  months: readonly CompanyPayrollMonth[],
  industry: IndustryPayroll | undefined,
  sql: Query,
): FigureElement {
  const span = months.length > 0 ? `, ${monthSpan(months)}` : "";
  return figure({
    id: "payroll-companies",
    finding: companyShareFinding(name, months, industry),
    subtitle: `Payroll and revenue, EUR per month${span}; shares over the last twelve months`,
    rows: months.flatMap(({month, revenue_eur, payroll_eur}): Part[] => [
      {month, part: "revenue", amount_eur: revenue_eur},
      {month, part: "payroll", amount_eur: payroll_eur},
    ]),
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "month",
        y: "amount_eur",
        series: "part",
        colors: groupColor,
        names: (part: Part["part"]) => (part === "payroll" ? "Payroll" : "Revenue"),
        format: money,
      }),
    measures: ["payroll_share", "payroll", "revenue"],
    empty,
    sql,
  });
}

/** The people that a company pays, by month; the table has their cost, joiners, leavers and raises. */
export function payrollCompanyHeads(
  name: string,
  months: readonly CompanyPayrollMonth[],
  sql: Query,
): FigureElement {
  return figure({
    id: "payroll-company-heads",
    finding: companyHeadFinding(name, months),
    subtitle: () => `People paid by month, ${monthSpan(months)}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        height: 200,
        x: "month",
        y: "employee_count",
        name: "People paid",
        format: count,
      }),
    columns,
    note: "The table has the cost per employee, joiners, leavers and raises of each month.",
    measures: ["headcount", "cost_per_head"],
    empty,
    height: 200,
    sql,
  });
}
