/** The figures on what the money became, alone and against the world. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color, groupColor} from "../../components/palette.js";
import {dayText, money} from "../../lib/format.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {
  benchmark,
  benchmarkFinding,
  benchmarkPath,
  type PathPart,
  type PathRow,
  pathNames,
  valueFinding,
  valuePath,
} from "./paths.js";
import type {Summary} from "./summary.js";

/** The account is the story; what it is compared with is context. */
function pathColor(part: PathPart): string {
  if (part === "value") return color("accent");
  return part === "benchmark" ? groupColor("discretionary") : color("context");
}

const pathChart = (rows: readonly PathRow[], {width}: {width: number}) =>
  lineChart(rows, {
    width,
    x: "day",
    y: "amount_eur",
    series: "part",
    colors: pathColor,
    names: (part: PathPart) => pathNames[part],
    format: money,
    formatX: dayText,
  });

/** The value of the account and the money put in, week by week. */
export function portfolioValue(
  summary: Summary,
  days: Portfolio,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  return figure({
    id: "portfolio-value",
    finding: valueFinding(summary),
    subtitle: "Value of the account, cash included, and money put in less taken out, EUR, by week",
    rows: valuePath(days, exchange),
    chart: pathChart,
    note: "Money put in starts with the cash that was there on the first day of the data.",
    sql,
  });
}

/** The value of the account, and of the same money in the benchmark, week by week. */
export function portfolioBenchmark(days: Portfolio, exchange: Exchange, sql: Query): FigureElement {
  return figure({
    id: "portfolio-benchmark",
    finding: benchmarkFinding,
    subtitle:
      `The account, and the same money put into and taken out of ${benchmark} on the same days, its dividends ` +
      "reinvested, EUR, by week",
    rows: benchmarkPath(days, exchange),
    chart: pathChart,
    note:
      `${benchmark} is a fund of shares from all over the world, taken with its total return: on the day it goes ex, ` +
      "each dividend buys more of it at the close. No fees are taken, while the account pays them; and it is always " +
      "invested, while the account holds cash. One beats the other only where the weekly changes of the distance " +
      "between the lines lean one way more than chance would.",
    empty:
      `Nothing to show: more was taken out than the same money in ${benchmark} would have come to, or there is no ` +
      "price to buy at.",
    sql,
  });
}
