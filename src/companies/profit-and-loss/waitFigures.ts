/** The figures on when customers pay: all companies, and one beside its industry. */
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {industryName} from "../../lib/bank/industries.js";
import {timeOf} from "../../lib/companies/industryNames.js";
import {type Delay, delayNames, type WaitRow, waitFinding} from "../../lib/companies/margins.js";
import {count, dayText, percent, type Time} from "../../lib/format.js";
import type {ChosenCompany} from "./chosen.js";
import {
  bankWaits,
  type CompanyWait,
  companyWaitFinding,
  companyWaitText,
  waitShares,
} from "./waits.js";

function delayColor(delay: Delay): string {
  if (delay === "on_time") return color("gain");
  return color(delay === "open" ? "loss" : "context");
}

/** `, issued 1 May 2025 to 3 July 2026`; nothing where no invoice is old enough. */
function issuedText({window_from, window_to}: WaitRow): string {
  if (!(timeOf(window_from) <= timeOf(window_to))) return "";
  return `, issued ${dayText(window_from)} to ${dayText(window_to)}`;
}

/** The invoices of all companies by how late they are paid, as of a day. */
export function pnlWaits(waits: readonly CompanyWait[], asOf: Time, sql: Query): FigureElement {
  return figure({
    id: "pnl-waits",
    finding: waitFinding,
    subtitle: ([first]) => `Invoices by days from the due date to the receipt${issuedText(first!)}`,
    rows: bankWaits(waits),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({delay}) => delayNames[delay],
        value: "invoice_count",
        name: "Invoices",
        format: count,
        color: ({delay}) => delayColor(delay),
      }),
    readings: ([first]) => {
      const {late_share} = first!;
      return late_share === null
        ? []
        : [{measure: "late_invoices", of: "all companies", window: "due", asOf, value: late_share}];
    },
    note:
      "Only invoices that had at least 120 days to be paid, so that a young one does not pass for a bad one. " +
      "Invoices between companies of this bank are among them.",
    height: 160,
    sql,
  });
}

/** The invoices of a company by how late they are paid, beside those of its industry. */
export function pnlCompanyWaits(
  {user_id, name, industry}: ChosenCompany,
  waits: readonly CompanyWait[],
  sql: Query,
): FigureElement {
  const own = waits.find((row) => row.user_id === user_id);
  const others = waits.find((row) => !row.user_id && row.industry && row.industry === industry);
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
