/** The figures on who joins and leaves, and when raises come. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {waterfall} from "../../components/waterfall.js";
import {
  movesFinding,
  type PayrollMonth,
  raiseFinding,
  staffBridge,
} from "../../lib/companies/payroll.js";
import {count} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";

/** How the people paid in the first month became those of the last: who joined, who left, and what is neither. */
export function payrollMoves(months: readonly PayrollMonth[], sql: Query): FigureElement {
  return figure({
    id: "payroll-moves",
    finding: movesFinding(months),
    subtitle: `People paid by a company of this bank, ${monthSpan(months)}`,
    rows: months,
    chart: (rows, {width}) =>
      waterfall(staffBridge(rows), {
        width,
        label: "step",
        value: "person_count",
        isTotal: ({isTotal}) => isTotal,
        format: count,
      }),
    note:
      "Joined: paid by the company for the first time. Left: paid for the last time in the month before, by a " +
      "company that goes on paying others. A company that stops paying altogether, or skips a run, moves the headcount " +
      "without anybody joining or leaving. The table has every month.",
    measures: ["headcount"],
    height: 170,
    sql,
  });
}

/** The people paid more than the last time by the same company, by month. */
export function payrollRaises(months: readonly PayrollMonth[], sql: Query): FigureElement {
  return figure({
    id: "payroll-raises",
    finding: raiseFinding,
    subtitle: `People paid more than the last time by the same company, ${monthSpan(months)}`,
    rows: months,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 280,
        x: "month",
        y: "raise_count",
        name: "Raises",
        format: count,
      }),
    note: "A raise is any rise in net pay, whatever it is called. The table has the median raise of each month.",
    sql,
  });
}
