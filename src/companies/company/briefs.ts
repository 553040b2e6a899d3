/** A company's profit and loss, and its payroll, in brief. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {pnlBars, pnlMeasures} from "../../components/pnlBars.js";
import {
  type CompanyPayrollMonth,
  companyShareFinding,
  missedText,
} from "../../lib/companies/companyPayroll.js";
import {companyFinding} from "../../lib/companies/oneCompany.js";
import {type PnlMonth, pnlPoints, pnlResults} from "../../lib/companies/profitAndLoss.js";
import {lastMonthsText, monthSpan} from "../../lib/month.js";

/** Revenue and expenses of a company by month. */
export function pnlCompanies(name: string, months: readonly PnlMonth[], sql: Query): FigureElement {
  const span = months.length > 0 ? `, ${monthSpan(months)}` : "";
  return figure({
    id: "pnl-companies",
    finding: companyFinding(name, pnlResults(months)),
    subtitle: `Revenue and expenses, EUR per month${span}`,
    rows: pnlPoints(months),
    chart: (rows, {width}) => pnlBars(rows, {width}),
    measures: pnlMeasures,
    empty: "Nothing to show: this company has no complete month.",
    sql,
  });
}

/** What a company spends on its staff over up to a year, and whether each run happened. */
export function staffText(name: string, months: readonly CompanyPayrollMonth[]): string {
  const over = months.length > 0 ? `, over ${lastMonthsText(Math.min(12, months.length))}` : "";
  return `${companyShareFinding(name, months, undefined)}${over}. ${missedText(name, months)}`;
}
