/** The figure on whether each payroll run ties to the salaries received. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {moneyWhole} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {type RunMonth, tieFinding} from "./runs.js";

const columns: readonly Column<RunMonth>[] = [
  {key: "month", label: "Month"},
  {key: "run_count", label: "Runs", total: true},
  {key: "payment_count", label: "Payments", total: true},
  {key: "paid_eur", label: "Paid", total: true, format: moneyWhole},
  {key: "received_eur", label: "Received", total: true, format: moneyWhole},
  {key: "difference_eur", label: "Difference", total: true},
  {key: "untied_run_count", label: "Runs that do not tie", total: true},
];

/** What companies paid and what employees received, by month. */
export function payrollRuns(runs: readonly RunMonth[], sql: Query): FigureElement {
  return figure({
    id: "payroll-runs",
    finding: tieFinding,
    subtitle: (rows) =>
      `Payroll runs, what companies paid and what employees received, EUR, ${monthSpan(rows)}`,
    rows: runs,
    chart: (rows) => dataTable(rows, {caption: "Payroll runs by month", columns}),
    columns,
    note:
      "A run is one company paying at one instant. It ties when each payment has exactly one receipt of the same " +
      "instant and both sides have the same sum.",
    sql,
  });
}
