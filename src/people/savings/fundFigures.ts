/** The figures on rainy-day funds: how long people's money would last. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {count, monthText, percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {
  type FundBand,
  fundBandName,
  fundByMonth,
  fundFinding,
  fundMonths,
  fundTrendFinding,
  lastBands,
} from "../../lib/people/funds.js";
import {
  enoughPeople,
  type Grouping,
  groupFundFinding,
  groupingText,
  groupLabel,
  groupName,
  type SavingsGroup,
} from "./groups.js";

const tooNew = "Nothing to show: no main customer has been here for three months.";

/** Main customers by the months of spending that their money covers. */
export function savingsFunds(funds: readonly FundBand[], sql: Query): FigureElement {
  return figure({
    id: "savings-funds",
    finding: fundFinding(lastBands(funds)),
    subtitle: ([first]) =>
      `Main customers by the months of spending that their money covers, end of ${monthText(first!.month)}`,
    rows: lastBands(funds),
    chart: (rows, {width}) => {
      const {person_total} = rows[0]!;
      return rankedBars(rows, {
        width,
        label: ({band_from}) => fundBandName(band_from),
        value: "person_count",
        color: ({band_from}) => color(band_from < fundMonths ? "loss" : "gain"),
        format: (people) => `${count(people)} (${percent(Number(people) / person_total, 0)})`,
        name: "People",
      });
    },
    empty: tooNew,
    note:
      "Brokerage accounts are not counted. Left out: people who joined less than three months ago. " +
      "An overdrawn person covers zero months.",
    measures: ["months_covered", "spending"],
    height: 150,
    sql,
  });
}

/** The share of main customers who cover three months or more, at the end of each month. */
export function savingsFundTrend(funds: readonly FundBand[], sql: Query): FigureElement {
  const months = fundByMonth(funds);
  const span = months.length > 0 ? `, ${monthSpan(months)}` : "";
  return figure({
    id: "savings-fund-trend",
    finding: fundTrendFinding(months),
    subtitle: `Main customers who cover three months or more, share of all at the end of the month${span}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(rows, {
        width,
        height: 260,
        x: "month",
        y: "covered_share",
        colors: () => color("gain"),
        format: (share) => percent(share, 0),
        name: "Three months covered",
      }),
    empty: tooNew,
    note: "Average spending is that of up to twelve months before: of three at the left end, of twelve from a year on.",
    measures: ["months_covered"],
    height: 260,
    sql,
  });
}

/** The share of each group that covers three months or more. */
export function savingsFundGroups(
  groups: readonly SavingsGroup[],
  by: Grouping | undefined,
  sql: Query,
): FigureElement {
  return figure({
    id: "savings-fund-groups",
    finding: groupFundFinding(groups),
    subtitle: `Main customers who cover three months or more, share of the group, ${groupingText(by)}`,
    rows: groups,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: groupLabel,
        value: "covered_share",
        color: () => color("gain"),
        format: (share) => percent(share, 0),
        name: "Three months covered",
      }),
    columns: [
      {key: "from_value", label: "Group", kind: "number", format: (_, row) => groupName(row)},
      {key: "person_count", label: "Main customers"},
      {key: "median_months", label: "Months covered, median"},
      {key: "covered_share", label: "Three months or more"},
    ],
    note:
      "By the choice above: age, income or size of city. " +
      `The title compares groups of at least ${enoughPeople} people.`,
    measures: ["months_covered"],
    empty: "Nothing to show: no group has five main customers.",
    height: 150,
    sql,
  });
}
