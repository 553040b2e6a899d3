/** The figures of all companies together: month by month, and as a statement that adds up. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {pnlBars, pnlMeasures} from "../../components/pnlBars.js";
import {roundedNote, statementColumns, statementTable} from "../../components/statementTable.js";
import {lastMonths} from "../../lib/companies/companyMonths.js";
import {
  type PnlMonth,
  pnlFinding,
  pnlPoints,
  statementFinding,
} from "../../lib/companies/profitAndLoss.js";
import {statement} from "../../lib/companies/statement.js";
import {monthSpan} from "../../lib/month.js";

/** Revenue and expenses of all companies by month. */
export function pnlMonths(months: readonly PnlMonth[], sql: Query): FigureElement {
  return figure({
    id: "pnl-months",
    finding: pnlFinding,
    subtitle: `Revenue and expenses of all companies, EUR per month, ${monthSpan(months)}`,
    rows: pnlPoints(months),
    chart: (rows, {width}) => pnlBars(rows, {width}),
    note:
      "Cash basis: a payment counts in the month in which it is booked, with its VAT. " +
      "Loans and capital are left out.",
    measures: pnlMeasures,
    sql,
  });
}

/** The statement of all companies over the last twelve months. */
export function pnlStatement(months: readonly PnlMonth[], sql: Query): FigureElement {
  const year = lastMonths(months, 12);
  return figure({
    id: "pnl-statement",
    finding: statementFinding(year),
    subtitle: `Profit and loss of all companies, EUR and share of revenue, ${monthSpan(year)}`,
    rows: statement(year),
    chart: (rows, {width}) =>
      statementTable(rows, {width, caption: "Profit and loss of all companies"}),
    columns: statementColumns,
    note:
      `Each total is the sum of the lines above it. ${roundedNote} Payments between two companies of ` +
      "this bank are revenue of the one and running costs of the other. VAT is part of revenue and of what vendors " +
      "are paid, and its balance goes to the state each quarter.",
    measures: ["result", "margin"],
    sql,
  });
}
