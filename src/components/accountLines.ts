import {money, type Time} from "../lib/format.js";
import {sentence} from "../lib/words.js";
import {lineChart} from "./lineChart.js";
import {accountColor} from "./palette.js";
import type {ChartOptions} from "./plotDefaults.js";

interface AccountBalance {
  readonly month: Time;
  /** `checking`, `savings`, `brokerage` or `together`. */
  readonly account_kind: string;
  readonly balance_eur: number;
}

/** Balances at the end of each month, a line for each kind of account. */
export function accountLines(
  rows: readonly AccountBalance[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  return lineChart(rows, {
    ...options,
    x: "month",
    y: "balance_eur",
    series: "account_kind",
    colors: accountColor,
    names: sentence,
    format: money,
  });
}
