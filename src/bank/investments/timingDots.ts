import * as Plot from "@observablehq/plot";
import {color} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  gridLook,
  narrow,
  plotDefaults,
} from "../../components/plotDefaults.js";
import {personHref} from "../../components/profileLinks.js";
import {tooltip} from "../../components/tooltip.js";
import {percent} from "../../lib/format.js";
import {noticeable, type TimedClient} from "../../lib/investing/clients.js";
import {points} from "../../lib/investing/points.js";

/**
 * One dot a client: what the holdings returned, across, and the gap that the time of paying in and out made to it,
 * upwards. On the line timing did nothing; above it helped, below it hurt.
 */
export function timingDots(
  rows: readonly TimedClient[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const reach = Math.max(0.02, ...rows.map(({gap_share}) => Math.abs(gap_share))) * 1.08;
  const words = [
    {text: "Timing helped", fill: color("gain"), anchor: "top-right"},
    {text: "Timing hurt", fill: color("loss"), anchor: "bottom-right"},
  ] as const;
  return Plot.plot({
    ...plotDefaults({height: width < narrow ? 300 : 340, ...options}),
    marginLeft: 52,
    marginBottom: 48,
    x: {label: null, nice: true},
    y: {label: null, domain: [-reach, reach]},
    marks: [
      Plot.gridY({ticks: 5, ...gridLook}),
      Plot.axisY({
        ticks: 5,
        tickFormat: (tick: number) => points(tick).replace(/ points?$/, ""),
        ...axisLook,
      }),
      Plot.axisX({
        ...axisLook,
        ticks: width < narrow ? 4 : 8,
        tickFormat: (tick: number) => percent(tick),
        label: "Time-weighted return a year →",
        labelAnchor: "right",
        labelOffset: 40,
        labelArrow: "none",
      }),
      Plot.ruleY([0], {stroke: color("ink-muted")}),
      Plot.dot(rows, {
        x: "twr_share",
        y: "gap_share",
        r: 3,
        href: (row: TimedClient) => personHref(row, "portfolio"),
        fill: ({gap_share}: TimedClient) =>
          color(Math.abs(gap_share) <= noticeable ? "context" : gap_share > 0 ? "gain" : "loss"),
        fillOpacity: 0.75,
      }),
      ...words.map(({text, fill, anchor}) =>
        Plot.text([text], {
          frameAnchor: anchor,
          fontSize: 13,
          fontWeight: 550,
          fill,
          stroke: color("paper"),
          strokeWidth: 4,
        }),
      ),
      tooltip(
        rows.map(({name, twr_share, xirr_share, gap_share}) => ({
          x: twr_share,
          y: gap_share,
          title: name,
          lines: [
            {name: "Time-weighted", value: `${percent(twr_share, 1)} a year`},
            {name: "Money-weighted", value: `${percent(xirr_share, 1)} a year`},
            {name: "Gap", value: points(gap_share)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
