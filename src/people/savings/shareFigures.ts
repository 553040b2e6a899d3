/** The figures on how much is saved: of salaries, and by three ways of counting; and the choice of groups. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {groupColor} from "../../components/palette.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import {shareBars} from "../../components/shareBars.js";
import {percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {
  type SavingsMonth,
  type ShareBand,
  sharesFinding,
  shownBands,
  spreadText,
} from "../../lib/people/savingsShares.js";
import {groupings} from "./groups.js";
import {rateColor, rateName, rateRows, ratesFinding} from "./rates.js";

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
      `${spreadText(shares)} Share of salary: what was moved to savings accounts here less what was moved back, over salary alone. ` +
      "Main customers with a salary in at least half of their months; people who have left the bank are left " +
      "out, because emptying an account is not spending. The bars at the ends are open: they hold everyone " +
      "below 0% and from 30% on.",
    measures: ["saved_of_salary"],
    empty: "Nothing to show: no main customer has a salary.",
    sql,
  });
}

/** Three ways to count what is saved, month by month: they are of different wholes, and each is right. */
export function savingsRates(
  months: readonly SavingsMonth[],
  shares: readonly ShareBand[],
  sql: Query,
): FigureElement {
  return figure({
    id: "savings-rates",
    finding: ratesFinding(months),
    subtitle: (rows) =>
      `Moved to savings by main customers, as a share of the whole named, ${monthSpan(rows)}`,
    rows: rateRows(months),
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        height: 260,
        x: "month",
        y: "share",
        series: "rate",
        names: rateName,
        colors: rateColor,
        format: (share) => percent(share, 1),
      }),
    note:
      "The savings rate counts all income, pensions and benefits included. The share of salaries leaves out " +
      `people without one. The median person is the one in the middle: a few who save a lot do not move it.${yearNote(months, shares)}`,
    measures: ["savings_rate", "saved_of_salary"],
    empty: "Nothing to show: no main customer has a salary in a complete month.",
    height: 260,
    sql,
  });
}

/** Why the median of a year is lower than that of its months, where it is. */
function yearNote(months: readonly SavingsMonth[], shares: readonly ShareBand[]): string {
  const [month, year] = [months.at(-1)?.median_share, shares[0]?.median_share];
  if (month === undefined || year === undefined || year >= month) return "";
  return (
    " In a single month most people only pay in; over a year, what they took back counts too, so the median " +
    `of twelve months is lower, ${percent(year, 1)}.`
  );
}

/** The choice by which people are compared. */
export function groupingChoice(): SegmentedElement {
  return segmented({label: "Compare by", param: "by", choices: groupings, value: "income"});
}
