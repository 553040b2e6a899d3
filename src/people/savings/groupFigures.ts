/** The figure on who saves and who has a fund, by groups of people. */
import {builder} from "../../components/dom.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color, groupColor} from "../../components/palette.js";
import {type ChartOptions, narrow} from "../../components/plotDefaults.js";
import {rankedBars} from "../../components/rankedBars.js";
import {percent} from "../../lib/format.js";
import {
  enoughPeople,
  type Grouping,
  groupFundFinding,
  groupingText,
  groupLabel,
  groupName,
  groupShareFinding,
  type SavingsGroup,
} from "./groups.js";

/** What the median main customer of each group saves of a salary, and how many of the group have a fund. */
export function savingsGroups(
  groups: readonly SavingsGroup[],
  by: Grouping | undefined,
  sql: Query,
): FigureElement {
  return figure({
    id: "savings-groups",
    finding: groupShareFinding(groups),
    subtitle: `Share of salary saved, and people with a fund of three months: main customers ${groupingText(by)}`,
    rows: groups,
    chart: (rows, options) => groupPanels(rows, options),
    columns: [
      {key: "from_value", label: "Group", kind: "number", format: (_, row) => groupName(row)},
      {key: "saver_count", label: "With a salary"},
      {key: "low_share", label: "Lower quartile"},
      {key: "median_share", label: "Median share of salary"},
      {key: "high_share", label: "Upper quartile"},
      {key: "person_count", label: "People"},
      {key: "median_months", label: "Months covered, median"},
      {key: "covered_share", label: "Three months or more"},
    ],
    note:
      `${groupFundFinding(groups)}. The titles compare groups of at least ${enoughPeople} people; a smaller one is only ` +
      "drawn.",
    measures: ["saved_of_salary", "months_covered"],
    empty: "Nothing to show: no group has five main customers.",
    height: 220,
    sql,
  });
}

/** Two panels of the same groups, side by side where there is room. */
function groupPanels(rows: readonly SavingsGroup[], options: ChartOptions): HTMLElement {
  const {width, document = globalThis.document} = options;
  const {html} = builder(document);
  const isNarrow = width < narrow;
  const panel = (
    title: string,
    value: "median_share" | "covered_share",
    fill: string,
    name: string,
  ) =>
    html(
      "div",
      {},
      html("p", {class: "panel-title"}, title),
      rankedBars(
        rows.filter((row) => row[value] !== null),
        {
          ...options,
          width: isNarrow ? width : (width - 32) / 2,
          label: groupLabel,
          value,
          color: () => fill,
          format: (share) => percent(share, value === "covered_share" ? 0 : 1),
          name,
        },
      ),
    );
  return html(
    "div",
    {class: "panels"},
    panel("Share of salary saved, median", "median_share", groupColor("saving"), "Median share"),
    panel("Three months or more covered", "covered_share", color("gain"), "People"),
  );
}
