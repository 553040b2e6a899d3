import {type PnlPart, type PnlPoint, pnlPartNames} from "../lib/companies/profitAndLoss.js";
import {money} from "../lib/format.js";
import type {MeasureName} from "../lib/measures/measures.js";
import {barChart} from "./barChart.js";
import {color, groupColor} from "./palette.js";
import type {ChartOptions} from "./plotDefaults.js";

/** What the bars measure. */
export const pnlMeasures = [
  "revenue",
  "operating_costs",
  "payroll",
  "tax",
  "result",
] as const satisfies readonly MeasureName[];

/** The colour of a part of the statement: that of its group; fees, near tax in colour and hardly to be seen, are grey. */
function pnlColor(part: PnlPart): string {
  return part === "banking" ? color("context") : groupColor(part);
}

/** The result by month, and below it revenue up and costs down. */
export function pnlBars(
  rows: readonly PnlPoint[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  return barChart(rows, {
    ...options,
    x: "month",
    y: "amount_eur",
    series: "part",
    colors: pnlColor,
    names: (part: PnlPart) => pnlPartNames[part],
    format: money,
    net: "Result",
  });
}
