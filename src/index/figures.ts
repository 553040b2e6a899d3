/** The two figures of the first page: where the money is, and what crosses the border of the bank. */
import {accountLines} from "../components/accountLines.js";
import {barChart} from "../components/barChart.js";
import {type FigureElement, figure} from "../components/figure.js";
import type {Query} from "../components/figureActions.js";
import {color} from "../components/palette.js";
import {money} from "../lib/format.js";
import {monthSpan} from "../lib/month.js";
import {type BalanceRow, directedFlows, type FlowRow, kindBalances} from "./months.js";
import {balanceFinding, flowFinding} from "./words.js";

/** Balances at the end of each month by kind of account. */
export function bankBalances(balances: readonly BalanceRow[], sql: Query): FigureElement {
  return figure({
    id: "bank-balances",
    finding: balanceFinding,
    subtitle: (rows) =>
      `Balances at the end of the month by kind of account, EUR, ${monthSpan(rows)}`,
    rows: kindBalances(balances),
    chart: (rows, {width}) => accountLines(rows, {width}),
    note: "Brokerage is the cash in brokerage accounts, without the securities.",
    sql,
  });
}

/** What came into the bank and what left it in each month. */
export function bankFlows(flows: readonly FlowRow[], sql: Query): FigureElement {
  return figure({
    id: "bank-flows",
    finding: flowFinding,
    subtitle: (rows) => `Payments across the border of the bank, EUR per month, ${monthSpan(rows)}`,
    rows: directedFlows(flows),
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        x: "month",
        y: "amount_eur",
        series: "direction",
        colors: (direction) => color(direction === "in" ? "gain" : "loss"),
        names: (direction) => `Money ${direction}`,
        format: money,
        net: true,
      }),
    note:
      "Payments between two customers stay inside the bank and are not shown here; they are part of the money in " +
      "motion above.",
    sql,
  });
}
