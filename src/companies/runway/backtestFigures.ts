/** The figures on how good the forecast is: of balances, and of single months. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {number} from "../../lib/format.js";
import {sentence} from "../../lib/words.js";
import {type Accuracy, accuracyFinding, methodNames} from "./accuracy.js";
import {
  type BalanceAccuracyRow,
  balanceAccuracyFinding,
  balanceMethodNames,
  balanceScoreText,
} from "./balanceAccuracy.js";
import {accuracyColumns, balanceAccuracyColumns} from "./columns.js";

const methodColor = ({method}: {readonly method: string}) =>
  color(method === "forecast" ? "accent" : "context");

/** By how much the balance was off at the furthest horizon, by method. */
export function runwayBalanceBacktest(
  accuracy: readonly BalanceAccuracyRow[],
  code: Query,
): FigureElement {
  return figure({
    id: "runway-balance-backtest",
    finding: balanceAccuracyFinding,
    subtitle:
      "Mean absolute error of the balance at the furthest horizon judged, in mean months of the company’s costs",
    rows: accuracy,
    chart: (rows, {width}) =>
      rankedBars(
        rows.filter(({months_ahead}) => months_ahead === rows.at(-1)?.months_ahead),
        {
          width,
          label: ({method}) => sentence(balanceMethodNames[method]),
          value: "error_months",
          color: methodColor,
          format: (months) => number(months, 2),
          name: "Months of costs",
        },
      ),
    columns: balanceAccuracyColumns,
    empty: "No company has the nine complete months that this takes.",
    note:
      `${balanceScoreText(accuracy)} Financing is in neither forecast nor outcome. The table has each horizon. Brier (1950): ` +
      "the mean squared distance of the odds from what came, 0 at best.",
    height: 130,
    code,
  });
}

/** The scaled error of net flow, by method. */
export function runwayBacktest(accuracy: readonly Accuracy[], code: Query): FigureElement {
  return figure({
    id: "runway-backtest",
    finding: accuracyFinding,
    subtitle:
      "Net flow: mean absolute scaled error of the median company, one to three months ahead; 1 is a typical step " +
      "from one month to the next",
    rows: accuracy,
    chart: (rows, {width}) =>
      rankedBars(
        rows.filter(({flow, mase}) => flow === "net" && mase !== null),
        {
          width,
          label: ({method}) => sentence(methodNames[method]),
          value: "mase",
          color: methodColor,
          format: (mase) => number(mase, 3),
          name: "MASE",
        },
      ),
    columns: accuracyColumns,
    empty: "No company has the fifteen complete months that this takes.",
    note: "MASE: Hyndman and Koehler (2006). “As a year ago” exists only for months that have a year before them.",
    height: 130,
    code,
  });
}
