/** The figures on how many are paid, who joins and leaves, and when raises come. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {
  headcountFinding,
  type Move,
  movesFinding,
  movesOf,
  type PayrollMonth,
  raiseFinding,
} from "../../lib/companies/payroll.js";
import {count} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";

/** The people paid by a company of this bank, by month. */
export function payrollMonths(months: readonly PayrollMonth[], sql: Query): FigureElement {
  return figure({
    id: "payroll-months",
    finding: headcountFinding,
    subtitle: (rows) => `People paid by a company of this bank, ${monthSpan(rows)}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "month",
        y: "employee_count",
        format: count,
        name: "People paid",
        zero: false,
      }),
    note:
      "The axis does not begin at zero. A company that cannot pay skips its run, and its people are missing in that " +
      "month without having left.",
    measures: ["headcount"],
    sql,
  });
}

/** The people who joined a company and those who left it, by month. */
export function payrollMoves(months: readonly PayrollMonth[], sql: Query): FigureElement {
  return figure({
    id: "payroll-moves",
    finding: movesFinding(months),
    subtitle: `People who joined a company or left it by month, ${monthSpan(months)}`,
    rows: movesOf(months),
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        x: "month",
        y: "person_count",
        series: "move",
        colors: (move: Move["move"]) => color(move === "joined" ? "gain" : "loss"),
        names: (move: Move["move"]) => (move === "joined" ? "Joined" : "Left"),
        format: count,
        net: true,
      }),
    note:
      "Joined: paid by the company for the first time. Left: paid for the last time in the month before, by a " +
      "company that goes on paying others. The first month has neither, because nothing is known before it; a " +
      "company that stops paying altogether, or skips a run, moves the headcount without a mover.",
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
