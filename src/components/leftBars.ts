/** What was left of each month, in the colours of gain and loss. */
import {money} from "../lib/format.js";
import {barChart} from "./barChart.js";
import {color} from "./palette.js";

/** One bar a month from zero; `left_eur` may be below. */
export function leftBars(
  rows: readonly {readonly month: Date; readonly left_eur: number}[],
  {width}: {readonly width: number},
): HTMLElement | SVGElement {
  return barChart(rows, {
    width,
    height: 260,
    x: "month",
    y: "left_eur",
    name: "Left over",
    color: ({left_eur}) => color(left_eur < 0 ? "loss" : "gain"),
    format: money,
  });
}
