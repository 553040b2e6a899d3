/** The figures on where an income goes and what the money buys. */

import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color, groupColor} from "../../components/palette.js";
import {partColor} from "../../components/partColor.js";
import {rankedBars} from "../../components/rankedBars.js";
import {categories} from "../../lib/bank/categories.js";
import {count, moneyWhole, percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {cents, type EuroPart, type EuroRow, euroFinding, euroPartName} from "./euro.js";
import {type MixRow, mixFinding} from "./mix.js";

/** What becomes of one euro of income of the main customers. */
export function budgetEuro(rows: readonly EuroRow[], sql: Query): FigureElement {
  return figure({
    id: "budget-euro",
    finding: euroFinding(rows),
    subtitle: ([first]) =>
      `${count(first!.person_count)} main customers with an income, as parts of it, ` +
      monthSpan([{month: first!.window_from}, {month: first!.window_to}]),
    rows,
    chart: (rows, options) =>
      rankedBars(rows, {
        ...options,
        label: euroPartName,
        value: "share",
        color: ({part, share}) => partColors(part, share),
        format: cents,
        name: "Of one euro",
      }),
    columns: [
      {key: "part", label: "Part", format: (_, row) => euroPartName(row)},
      {key: "amount_eur", label: "Together", format: moneyWhole},
      {key: "share", label: "Share of income"},
    ],
    empty: "Nothing to show: no main customer had an income in a complete month.",
    note:
      "All incomes are added up, and so is what became of them: the parts add up to the whole. Other uses are " +
      "investments, fees and money to other people.",
    measures: ["income", "fixed_spending", "discretionary_spending", "saved"],
    height: 190,
    sql,
  });
}

function partColors(part: EuroPart, share: number): string {
  if (part === "left") return color(share < 0 ? "loss" : "gain");
  if (part === "other") return color("context");
  return partColor(part);
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
