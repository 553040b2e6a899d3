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
import {flowsFinding, type SavingsFlow, takersText} from "./flows.js";

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
      {key: "amount_eur", label: "Amount"},
      {key: "person_count", label: "People"},
      {key: "saver_count", label: "People with savings"},
    ],
    note: (rows) =>
      `${takersText(rows)} Only transfers between a customer’s own accounts here. Money that leaves an account on the ` +
      "day it is closed is not counted.",
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
      "Events are read from regular salaries, without thirteenth salaries and bonuses. A raise: the same " +
      "employer pays at least 0.5% more than a month ago. A new job: another employer pays; months without " +
      "pay in between are left out. No salary: none for two months or more. The people are the same in every " +
      "month, with three months of pay before and six known months after. Where the band includes zero, the " +
      "change could be chance. Savings and discretionary spending are adjusted for the season, by how those " +
      "of all main customers with a steady salary moved in the same months.",
    measures: ["income", "saved", "discretionary_spending"],
    empty:
      "Nothing to show: no main customer could be followed for three months before and six after.",
    sql,
  });
}
