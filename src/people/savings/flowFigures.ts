/** The figures on what goes in and what comes out, and on what follows a change of pay. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {partColor} from "../../components/partColor.js";
import {segmented} from "../../components/segmented.js";
import {count, money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {partName} from "../../lib/people/budgetParts.js";
import {eventStudy} from "./eventStudy.js";
import {type EventRow, eventFinding, monthsAround, type PayEvent, payEvents} from "./events.js";
import {flowsFinding, type SavingsFlow} from "./flows.js";

const directionName = (direction: unknown) =>
  direction === "in" ? "To savings" : "Back from savings";

/** Moved to savings and back from savings in each month. */
export function savingsFlows(flows: readonly SavingsFlow[], sql: Query): FigureElement {
  return figure({
    id: "savings-flows",
    finding: flowsFinding,
    subtitle: (rows) =>
      "Moved to savings (above zero) and back from savings (below) in each month, EUR, all " +
      `${count(rows.at(-1)!.saver_count)} customers with a savings account, ${monthSpan(rows)}`,
    rows: flows,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: "month",
        y: "amount_eur",
        series: "direction",
        colors: (direction) => color(direction === "in" ? "gain" : "loss"),
        names: directionName,
        format: money,
      }),
    columns: [
      {key: "month", label: "Month"},
      {key: "direction", label: "Direction", format: directionName},
      {key: "amount_eur", label: "Amount (EUR)"},
      {key: "person_count", label: "People"},
      {key: "saver_count", label: "People with savings"},
    ],
    note: "Between accounts of one’s own at this bank. What leaves an account on the day that it is closed is not counted.",
    measures: ["saved"],
    empty: "Nothing to show: nobody has a savings account.",
    height: 260,
    sql,
  });
}

/** The choice of what happened to the pay. */
export function eventChoice(): HTMLElement & {value: string | undefined} {
  return segmented({label: "What happened", param: "event", choices: payEvents});
}

/** What people earn, spend and save in the months around a change of pay. */
export function savingsEvents(
  events: readonly EventRow[],
  event: PayEvent,
  sql: Query,
): FigureElement {
  return figure({
    id: "savings-events",
    finding: eventFinding(events, event),
    subtitle:
      "Mean change against the three months before, EUR per month and main customer; band: 95% confidence of the " +
      "mean. Month 0 is the first after the change",
    rows: monthsAround(events, event),
    chart: (rows, {width}) =>
      eventStudy(rows, {
        width,
        x: "month_offset",
        y: "change_eur",
        series: "part",
        band: ["low_eur", "high_eur"],
        colors: partColor,
        names: partName,
        format: money,
        event: payEvents.find(({value}) => value === event)!.label,
      }),
    note:
      "Read from salaries as they are booked, by who pays, and by what is paid every month: a thirteenth salary or a " +
      "bonus is no raise, and its months are in no mean. A raise: the same payer pays at least 0.5% more than a month " +
      "ago. A new job: another payer; months without pay in between are left out. No salary: none for two months or " +
      "more. The same people in every month: three months of pay before, six months known after. Where the band holds " +
      "zero, the change could be chance. From discretionary spending and from savings the season is taken off: what " +
      "all main customers with a steady salary spent or saved more or less in the same months.",
    measures: ["income", "saved", "discretionary_spending"],
    empty:
      "Nothing to show: no main customer could be followed for three months before and six after.",
    sql,
  });
}
