/** The figure on the pay cycle of main customers. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import type {CycleStanding} from "../../lib/balances/cycles.js";
import {percent} from "../../lib/format.js";
import {standingsFinding} from "./balanceWords.js";

/** How many main customers are below zero on each day of the pay cycle. */
export function balanceCycle(rows: readonly CycleStanding[], code: Query): FigureElement {
  return figure({
    id: "balance-cycle",
    finding: standingsFinding,
    subtitle:
      "Main customers whose checking account is below zero at the end of the day, by days since payday; the last " +
      "three whole pay cycles",
    rows,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: ({days_since_payday: days}) => (days === 0 ? "payday" : `+${days}`),
        y: "below_zero_share",
        name: "Below zero",
        format: (share) => percent(share),
        color: () => color("loss"),
      }),
    columns: [
      {key: "days_since_payday", label: "Days since payday"},
      {key: "below_zero_share", label: "Below zero"},
      {key: "median_eur", label: "Median balance"},
      {key: "low_share", label: "Lowest point of the cycle"},
      {key: "cycle_count", label: "Pay cycles"},
      {key: "person_count", label: "People"},
    ],
    empty: "It takes two paydays of a main customer within four months.",
    note:
      "Payday is the day of the largest recurring income; people without one are left out. A cycle runs from " +
      "one payday to the day before the next.",
    height: 260,
    code,
  });
}
