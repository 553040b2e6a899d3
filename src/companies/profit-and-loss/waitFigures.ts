/** The figure on when customers pay. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {timeOf} from "../../lib/companies/industryNames.js";
import {type Delay, delayNames, type WaitRow, waitFinding} from "../../lib/companies/margins.js";
import {bankWaits, type CompanyWait} from "../../lib/companies/waits.js";
import {count, dayText, percent, type Time} from "../../lib/format.js";
import {sum as sumOf} from "../../lib/sectors/groups.js";

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
export function pnlWaits(waits: CompanyWait | undefined, asOf: Time, sql: Query): FigureElement {
  return figure({
    id: "pnl-waits",
    finding: waitFinding,
    subtitle: (rows) =>
      `Share of ${count(sumOf(rows, (row) => row.invoice_count))} invoices by days from the due date to the receipt` +
      issuedText(rows[0]!),
    rows: bankWaits(waits),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({delay}) => delayNames[delay],
        value: ({invoice_count}) => invoice_count / sumOf(rows, (row) => row.invoice_count),
        name: "Of invoices",
        format: percent,
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
