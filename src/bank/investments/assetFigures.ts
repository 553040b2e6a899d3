/** The figure on what clients brought and what the market added. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {narrow} from "../../components/plotDefaults.js";
import {surplusChart} from "../../components/surplusChart.js";
import {money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {type AssetMonth, assetsFinding, changesText, paidMonths} from "./months.js";

/** All brokerage accounts at the end of each month, and what they would hold without the market. */
export function investmentMonths(months: readonly AssetMonth[], sql: Query): FigureElement {
  return figure({
    id: "investment-months",
    finding: assetsFinding(months),
    subtitle: (rows) =>
      `Brokerage accounts at the end of the month, cash included, EUR, ${monthSpan(rows)}`,
    rows: paidMonths(months),
    chart: (rows, {width, document}) =>
      surplusChart(rows, {
        width,
        document,
        x: "month",
        value: {value: "end_eur", name: "Assets"},
        base: {value: "paid_eur", name: "Put in by clients"},
        height: width < narrow ? 260 : 300,
        format: money,
      }),
    note:
      "Put in: assets at the start, and payments in less out since. The market: gains, dividends and interest, less " +
      `fees. ${changesText(months)}`,
    sql,
  });
}
