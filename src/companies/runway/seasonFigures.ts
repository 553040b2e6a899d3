/** The figure on seasons that look like trouble. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {heatmap} from "../../components/heatmap.js";
import {industryName} from "../../lib/bank/industries.js";
import {percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {type SwingMonth, seasonsFinding} from "./seasons.js";

/** The net flow of each month against an industry's mean month. */
export function runwaySeasons(swings: readonly SwingMonth[], sql: Query): FigureElement {
  return figure({
    id: "runway-seasons",
    finding: seasonsFinding,
    subtitle: (rows) =>
      "Net operating flow of a month less that of the industry’s mean month, over the mean month’s costs, " +
      monthSpan(rows),
    rows: swings,
    chart: (rows, {width}) =>
      heatmap(rows, {
        width,
        x: "month",
        y: "industry",
        value: "swing_share",
        names: industryName,
        format: percent,
        ends: ["below the mean month", "above"],
        name: "Against the mean month",
      }),
    empty: "Seasons show once twelve complete months are known.",
    note:
      "The tax of a quarter is paid in the month after it and is part of the swing. One year shows a season once, " +
      "so that it cannot be told from chance; the forecast trusts it only as far as " +
      "industries and companies repeat it.",
    height: 430,
    sql,
  });
}
