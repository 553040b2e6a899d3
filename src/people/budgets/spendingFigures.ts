/** The figures on where an income goes and what the money buys. */

import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {groupColor} from "../../components/palette.js";
import {partColor} from "../../components/partColor.js";
import {rankedBars} from "../../components/rankedBars.js";
import {categories} from "../../lib/bank/categories.js";
import {count, money, percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {
  type BudgetMonth,
  budgetFinding,
  partName,
  usesOfIncome,
} from "../../lib/people/budgetParts.js";
import {type MixRow, mixFinding} from "./mix.js";

/** What the median main customer spends and saves of an income, month by month. */
export function budgetMonths(budget: readonly BudgetMonth[], sql: Query): FigureElement {
  return figure({
    id: "budget-months",
    finding: budgetFinding,
    subtitle: (rows) =>
      `Median per main customer with an income and month, EUR, ${monthSpan(rows)}`,
    rows: usesOfIncome(budget),
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        x: "month",
        y: "median_eur",
        series: "part",
        colors: partColor,
        names: partName,
        format: money,
      }),
    empty: "Nothing to show: no main customer had an income in a complete month.",
    note: "Each line is a median of its own, so the parts need not add up to the income.",
    measures: ["income", "fixed_spending", "discretionary_spending", "saved"],
    sql,
  });
}

/** The categories by their share of all spending. */
export function budgetMix(mix: readonly MixRow[], sql: Query): FigureElement {
  return figure({
    id: "budget-mix",
    finding: mixFinding,
    subtitle: (rows) => {
      const {person_count, month_count} = rows[0]!;
      const months = month_count === 1 ? "complete month" : `${month_count} complete months`;
      return `Share of all spending of ${count(person_count)} main customers by category, last ${months}`;
    },
    rows: mix,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({category}) => categories[category].label,
        value: "share",
        color: ({category_group}) => groupColor(category_group),
        name: "Share of spending",
        format: (share) => percent(share, 1),
      }),
    empty: "Nothing to show: no main customer spent anything in a complete month.",
    note: "Refunds are taken off. Money between people, into savings and into investments is not spent.",
    measures: ["fixed_spending", "discretionary_spending"],
    sql,
  });
}
