/** The figures of one company: its payroll beside its revenue, and its people month by month. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {groupColor} from "../../components/palette.js";
import {type CompanyPayrollMonth, companyShareFinding} from "../../lib/companies/companyPayroll.js";
import {headcountText, type IndustryPayroll} from "../../lib/companies/payroll.js";
import {money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";

const empty = "Nothing to show: this company has no complete month.";

const columns: readonly Column<CompanyPayrollMonth>[] = [
  {key: "month", label: "Month", kind: "month"},
  {key: "employee_count", label: "People"},
  {key: "paid_eur", label: "Net pay (EUR)", total: true},
  {key: "payroll_eur", label: "Payroll (EUR)", total: true},
  {key: "cost_per_head_eur", label: "Per head (EUR)", kind: "money"},
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

/** A company's people, their cost, joiners, leavers and raises by month, as a table. */
export function payrollCompanyHeads(
  name: string,
  months: readonly CompanyPayrollMonth[],
  sql: Query,
): FigureElement {
  return figure({
    id: "payroll-company-heads",
    finding: `${name}: ${headcountText(months)}`,
    subtitle: "People paid, cost per head, joiners, leavers and raises by month",
    rows: months,
    chart: (rows) =>
      dataTable(rows, {caption: `Payroll of ${name} by month`, columns, maxHeight: 620}),
    columns,
    measures: ["headcount", "cost_per_head"],
    empty,
    sql,
  });
}
