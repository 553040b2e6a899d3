/** The figure on savings goals. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {goalColor} from "../../components/goalColor.js";
import {stackedShares} from "../../components/stackedShares.js";
import {monthText} from "../../lib/format.js";
import {
  type GoalCount,
  type GoalState,
  goalStateNames,
  goalStates,
  goalsByKind,
  goalsFinding,
} from "../../lib/people/goals.js";

/** Goals by what they are for and how they stand. */
export function savingsGoalCounts(goals: readonly GoalCount[], sql: Query): FigureElement {
  return figure({
    id: "savings-goal-counts",
    finding: goalsFinding,
    subtitle: ([first]) =>
      "Savings goals of all customers by purpose and by state at the end of " +
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
    note: "A person with two goals has one savings account: both goals count on the same money.",
    empty: "Nothing to show: nobody with an open savings account has a goal.",
    height: 260,
    sql,
  });
}
