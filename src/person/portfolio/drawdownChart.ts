import * as Plot from "@observablehq/plot";
import {dated} from "../../components/channel.js";
import {color} from "../../components/palette.js";
import {
  type ChartOptions,
  monthAxis,
  plotDefaults,
  valueAxis,
  zeroLine,
} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {dayShort, dayText, percent} from "../../lib/format.js";
import type {DrawdownRow} from "./drawdown.js";

/** How far below its highest point so far something was, as an area below zero, its lowest point named. */
export function drawdownChart(
  rows: readonly DrawdownRow[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const defaults = plotDefaults({height: 200, ...options});
  const points = rows.map((row) => ({...row, at: dated(row.day)}));
  const lowest = points.toSorted((a, b) => a.loss_share - b.loss_share).slice(0, 1);
  const isEarly = points.indexOf(lowest[0]!) < points.length / 2; // with more room to its right
  const format = (share: unknown) => percent(share as number);
  return Plot.plot({
    ...defaults,
    marginLeft: 48,
    x: {type: "utc", label: null},
    y: {label: null, nice: true, domain: [Math.min(-0.01, ...rows.map((d) => d.loss_share)), 0]},
    marks: [
      ...valueAxis(format, defaults),
      monthAxis(
        points.map(({at}) => at),
        options.width,
      ),
      Plot.areaY(points, {
        x: "at",
        y1: 0,
        y2: "loss_share",
        fill: color("loss"),
        fillOpacity: 0.22,
      }),
      Plot.lineY(points, {x: "at", y: "loss_share", stroke: color("loss"), strokeWidth: 1.5}),
      zeroLine(),
      Plot.dot(lowest, {x: "at", y: "loss_share", r: 3.5, fill: color("loss")}),
      Plot.text(lowest, {
        x: "at",
        y: "loss_share",
        text: (row: DrawdownRow) => `${percent(row.loss_share, 1)} on ${dayShort(row.day)}`,
        textAnchor: isEarly ? "start" : "end",
        dx: isEarly ? 8 : -8,
        fontSize: 13,
        fontWeight: 550,
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      tooltip(
        points.map(({at, day, loss_share}) => ({
          x: at,
          y: loss_share,
          title: dayText(day),
          lines: [{name: "Below the peak", value: percent(Math.abs(loss_share), 1)}],
        })),
      ),
    ],
  });
}
