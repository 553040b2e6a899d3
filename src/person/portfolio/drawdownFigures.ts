/** The figure of how deep the account fell. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {percent} from "../../lib/format.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {drawdownChart} from "./drawdownChart.js";
import {drawdownFinding, drawdownPath} from "./paths.js";
import type {Summary} from "./summary.js";

/** How far below its highest point the account stood, day by day. */
export function portfolioDrawdown(
  {volatilityShare}: Summary,
  days: Portfolio,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  return figure({
    id: "portfolio-drawdown",
    finding: drawdownFinding(days),
    subtitle:
      "Distance to the highest point so far, by trading day, of what one euro in the account became",
    rows: drawdownPath(days, exchange),
    chart: (rows, {width}) => drawdownChart(rows, {width}),
    note:
      "Time-weighted, so that money paid in or taken out is neither a rise nor a fall. The volatility, how far a " +
      `year's return strays by the daily ups and downs, is ${percent(volatilityShare, 1)}.`,
    empty: "Nothing to show: nothing was invested.",
    height: 220,
    sql,
  });
}
