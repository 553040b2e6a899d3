/** The figure of how deep the account fell. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {percent} from "../../lib/format.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {drawdownFinding, drawdownPath} from "./drawdown.js";
import {drawdownChart} from "./drawdownChart.js";
import {periodText} from "./steps.js";
import type {Summary} from "./summary.js";

/** How far below its highest point the account was, day by day. */
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
      "Loss since the highest point so far of one euro in the account, by trading day, " +
      periodText(days),
    rows: drawdownPath(days, exchange),
    chart: (rows, {width}) => drawdownChart(rows, {width}),
    note:
      "Time-weighted, so that money paid in or taken out is neither a rise nor a fall. The volatility of the daily " +
      `returns, put on a year, is ${percent(volatilityShare, 1)}.`,
    empty: "Nothing to show: nothing was invested.",
    height: 200,
    sql,
  });
}
