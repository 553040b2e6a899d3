/** The figure of what the money became, beside what was put in and a world fund. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {narrow} from "../../components/plotDefaults.js";
import {surplusChart} from "../../components/surplusChart.js";
import {dayText, money} from "../../lib/format.js";
import {type Exchange, instrumentText} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {benchmark} from "./benchmark.js";
import {periodText} from "./steps.js";
import {type ValueRow, valueFinding} from "./valuePath.js";

/** The value of an account, the money put in, and the same money in the benchmark, by trading day. */
export function portfolioValue(
  path: readonly ValueRow[],
  days: Portfolio,
  exchange: Exchange,
  sql: Query,
): FigureElement {
  return figure({
    id: "portfolio-value",
    finding: valueFinding(path),
    subtitle:
      "The account with its cash, the money put in less taken out, and the same money in " +
      `${instrumentText(exchange, benchmark)} with dividends reinvested, EUR, by trading day, ${periodText(days)}`,
    rows: path,
    chart: (rows, {width, document}) =>
      surplusChart(rows, {
        width,
        document,
        x: "day",
        value: {value: "value_eur", name: "This account"},
        base: {value: "paid_eur", name: "Money put in", inSteps: true},
        other: {value: "benchmark_eur", name: `All in ${benchmark}`},
        format: money,
        formatX: dayText,
        height: width < narrow ? 260 : 300,
      }),
    note:
      "Money put in begins with the value at the start. The fund is always invested and pays no fees. One beats the other " +
      "only where their distance grew more steadily than chance would make it.",
    empty: "Nothing to show: there was no money in the account.",
    height: 300,
    sql,
  });
}
