/** The figures and the table on savings goals. */
import {barChart} from "../../components/barChart.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {goalColor} from "../../components/goalColor.js";
import {personHref} from "../../components/profileLinks.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import {stackedShares} from "../../components/stackedShares.js";
import {count, monthText} from "../../lib/format.js";
import {
  type Goal,
  type GoalCount,
  type GoalState,
  goalStateNames,
  goalStates,
  goalsByKind,
  goalsFinding,
  goalsIn,
  reachedByMonth,
  reachedFinding,
  reachedText,
} from "../../lib/people/goals.js";

/** Goals by what they are for and how they stand. */
export function savingsGoalCounts(goals: readonly GoalCount[], sql: Query): FigureElement {
  return figure({
    id: "savings-goal-counts",
    finding: goalsFinding,
    subtitle: ([first]) =>
      "Savings goals of all customers by what they are for and how they stand at the end of " +
      `${monthText(first!.month)}, share of goals`,
    rows: goalsByKind(goals),
    chart: (rows, {width}) =>
      stackedShares(rows, {
        width,
        label: "name",
        value: "goal_count",
        series: "state",
        order: goalStates,
        colors: goalColor,
        names: (state: GoalState) => goalStateNames[state],
      }),
    note: "A person with two goals has one savings account: both are held against the same money, as they are set.",
    empty: "Nothing to show: nobody with an open savings account has a goal.",
    height: 260,
    sql,
  });
}

/** Goals by the month in which savings first held the amount. */
export function savingsGoalsReached(goals: readonly Goal[], sql: Query): FigureElement {
  const rows = reachedByMonth(goals);
  return figure({
    id: "savings-goals-reached",
    finding: reachedFinding(rows, goals),
    subtitle: "Goals of all customers by the month in which savings first held the amount",
    rows,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 220,
        x: "month",
        y: "goal_count",
        color: () => goalColor("reached"),
        format: count,
        name: "Goals reached",
      }),
    note: "Goals that were reached by the first month known of an account are not drawn: when is not known.",
    empty: "Nothing to show: no goal was reached after the first month.",
    height: 220,
    sql,
  });
}

/** The choice of the goals that the table lists. */
export function stateChoice(): SegmentedElement {
  const states = goalStates.map((value) => ({value, label: goalStateNames[value]}));
  return segmented({
    label: "Goals",
    param: "state",
    choices: [{value: "all", label: "All"}, ...states],
  });
}

/** The goals in a state, the first due first. */
export function goalTable(goals: readonly Goal[], state: string | undefined): HTMLElement {
  return dataTable(goalsIn(goals, state), {
    caption: "Savings goals, the first due first",
    maxHeight: 360,
    empty: "No goal is in this state.",
    columns: [
      {key: "person", label: "Person", href: (row) => personHref(row, "savings")},
      {key: "goal", label: "Goal"},
      {key: "state", label: "State", format: (_, row) => goalStateNames[row.state]},
      {key: "target_eur", label: "Target (EUR)"},
      {key: "balance_eur", label: "On savings (EUR)"},
      {key: "pace_eur", label: "Pace (EUR a month)"},
      {key: "due_on", label: "Due"},
      {key: "reached_month", label: "Reached", kind: "month", format: (_, row) => reachedText(row)},
    ],
  });
}
