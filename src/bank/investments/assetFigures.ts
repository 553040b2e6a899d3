/** The figures on what clients brought and what the market added. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {lineChart} from "../../components/lineChart.js";
import {color} from "../../components/palette.js";
import {money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {type Cause, causeColor, causeNames} from "./colors.js";
import {
  type AssetMonth,
  type AssetPart,
  assetNames,
  assetPaths,
  assetsFinding,
  changeFinding,
  changeParts,
} from "./months.js";

/** All brokerage accounts at the end of each month, and what they would hold without the market. */
export function investmentMonths(months: readonly AssetMonth[], sql: Query): FigureElement {
  return figure({
    id: "investment-months",
    finding: assetsFinding,
    subtitle: (rows) =>
      `Brokerage accounts at the end of the month, cash included, EUR, ${monthSpan(rows)}`,
    rows: months,
    chart: (rows, {width}) =>
      lineChart(assetPaths(rows), {
        width,
        x: "month",
        y: "amount_eur",
        series: "part",
        colors: (part) => color(part === "assets" ? "accent" : "context"),
        names: (part: AssetPart) => assetNames[part],
        format: money,
      }),
    note:
      "Put in by clients: what the accounts held at the start, and what was paid in less what was taken out since. " +
      "What lies between the lines is what the market gave or took.",
    sql,
  });
}

/** The change of assets in each month by its cause: clients’ money or the market. */
export function investmentChanges(months: readonly AssetMonth[], sql: Query): FigureElement {
  return figure({
    id: "investment-changes",
    finding: changeFinding,
    subtitle: (rows) => `Change of assets by cause, EUR per month, ${monthSpan(rows)}`,
    rows: months,
    chart: (rows, {width}) =>
      barChart(changeParts(rows), {
        width,
        x: "month",
        y: "amount_eur",
        series: "cause",
        colors: causeColor,
        names: (cause: Cause) => causeNames[cause],
        format: money,
        net: "Both together",
      }),
    note:
      "Market: realized gains, the change of unrealized gains, dividends and interest, less fees. Start, flow and " +
      "market add up to the end of each month to the cent.",
    sql,
  });
}
