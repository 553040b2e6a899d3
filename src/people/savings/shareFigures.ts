/** The figures on how much of a salary is saved: by everybody, month by month, and by groups of people. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {groupColor} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import {shareBars} from "../../components/shareBars.js";
import {percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {
  type SavingsMonth,
  type ShareBand,
  sharesFinding,
  shownBands,
  trendFinding,
} from "../../lib/people/savingsShares.js";
import {
  enoughPeople,
  type Grouping,
  groupings,
  groupingText,
  groupLabel,
  groupName,
  groupShareFinding,
  type SavingsGroup,
  saverGroups,
} from "./groups.js";

const saving = () => groupColor("saving");

/** Main customers by the share of their salary that they moved to savings. */
export function savingsShares(shares: readonly ShareBand[], sql: Query): FigureElement {
  return figure({
    id: "savings-shares",
    finding: sharesFinding(shares),
    subtitle: ([first]) =>
      "Main customers by the share of their salary that they moved to savings, " +
      monthSpan([{month: first!.window_from}, {month: first!.window_to}]),
    rows: shownBands(shares),
    chart: (rows, {width}) => shareBars(rows, {width, height: 300, color: saving}),
    note:
      "Share of salary: what was moved to savings accounts here less what was moved back, over salary alone. " +
      "Main customers with a salary in at least half of their months; who has left the bank is left out, because " +
      "emptying an account is not spending. The bars at the ends are open: they hold all below 0%, and all from 30% on.",
    measures: ["saved_of_salary"],
    empty: "Nothing to show: no main customer has a salary.",
    sql,
  });
}

/** The share of salary of the median main customer, month by month. */
export function savingsMonths(months: readonly SavingsMonth[], sql: Query): FigureElement {
  return figure({
    id: "savings-months",
    finding: trendFinding,
    subtitle: (rows) =>
      "Moved to savings as a share of salary, median of main customers with a salary in the month and the " +
      `middle half of them, ${monthSpan(rows)}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        height: 260,
        x: "month",
        y: "median_share",
        band: ["low_share", "high_share"],
        colors: saving,
        format: (share) => percent(share, 1),
        name: "Median",
      }),
    measures: ["saved_of_salary"],
    empty: "Nothing to show: no main customer has a salary in a complete month.",
    height: 260,
    sql,
  });
}

/** The choice by which people are compared. */
export function groupingChoice(): SegmentedElement {
  return segmented({label: "Compare by", param: "by", choices: groupings, value: "income"});
}

/** The share of salary of the median main customer of each group. */
export function savingsGroups(
  groups: readonly SavingsGroup[],
  by: Grouping | undefined,
  sql: Query,
): FigureElement {
  const rows = saverGroups(groups);
  return figure({
    id: "savings-groups",
    finding: groupShareFinding(rows),
    subtitle: `Moved to savings as a share of salary, median of the main customers with a salary, ${groupingText(by)}`,
    rows,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: groupLabel,
        value: "median_share",
        color: saving,
        format: (share) => percent(share, 1),
        name: "Median share",
      }),
    columns: [
      {key: "from_value", label: "Group", kind: "number", format: (_, row) => groupName(row)},
      {key: "saver_count", label: "Main customers with a salary"},
      {key: "low_share", label: "Lower quartile"},
      {key: "median_share", label: "Median"},
      {key: "high_share", label: "Upper quartile"},
    ],
    note: `The title compares groups of at least ${enoughPeople} people; a smaller one is only drawn.`,
    measures: ["saved_of_salary"],
    empty: "Nothing to show: no group has five main customers with a salary.",
    height: 150,
    sql,
  });
}
