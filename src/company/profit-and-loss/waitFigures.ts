/** The figure on when the customers of a company pay, beside its industry. */
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {industryName} from "../../lib/bank/industries.js";
import {delayNames} from "../../lib/companies/margins.js";
import {
  type CompanyWait,
  companyWaitFinding,
  companyWaitText,
  waitShares,
} from "../../lib/companies/waits.js";
import {percent} from "../../lib/format.js";
import type {ChosenCompany} from "./chosen.js";

/** The invoices of a company by how late they are paid, beside those of its industry. */
export function pnlCompanyWaits(
  {name, industry}: ChosenCompany,
  own: CompanyWait | undefined,
  others: CompanyWait | undefined,
  sql: Query,
): FigureElement {
  return figure({
    id: "pnl-company-waits",
    finding: companyWaitFinding(name, own, others),
    subtitle:
      "Invoices by days from the due date to the receipt, share of all; " +
      "in the title: median days from issue to receipt",
    rows: waitShares(own, others),
    chart: (rows, {width}) =>
      dotPlot(rows, {
        width,
        label: ({delay}) => delayNames[delay],
        from: "industry_share",
        to: "company_share",
        names: [industryName(industry), name],
        format: percent,
      }),
    note: `${companyWaitText(own)} Only invoices that had at least 120 days to be paid.`,
    empty: "Nothing to show: a company that sells at a till waits for nobody.",
    height: 200,
    sql,
  });
}
