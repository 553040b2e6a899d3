import * as Plot from "@observablehq/plot";
import {short} from "../lib/format.js";
import type {BarOptions} from "./barOptions.js";
import {type Bar, barParts} from "./barParts.js";
import {barAxis, barStops} from "./bars.js";
import {builder} from "./dom.js";
import {color, signColor} from "./palette.js";
import {narrow, plotDefaults, valueAxis, valueMargin, zeroLine} from "./plotDefaults.js";
import {tooltip} from "./tooltip.js";

/**
 * The sums of parts as bars, up in the colour of a gain and down in that of a loss, the last with its value; below them
 * and on an axis of their own, since they may be many times as large, the parts as thin bars.
 */
export function netBars<Row extends object>(
  rows: readonly Row[],
  options: BarOptions<Row> & {net: string},
): HTMLElement {
  const {width, net, format = short, document = globalThis.document} = options;
  const {colors = () => color("context"), names = (series: string) => series} = options;
  const data = barParts(rows, options);
  const {parts, bars, isTime, all} = data;
  const isNarrow = width < narrow;
  const heights = isNarrow ? {net: 150, parts: 130} : {net: 190, parts: 150};
  const marginLeft = Math.max(
    valueMargin(
      bars.map(({sum}) => sum),
      format,
    ),
    valueMargin(
      bars.flatMap(({up, down}) => [up, down]),
      format,
    ),
  );
  const stops = barStops(data, {...options, net});
  const last = bars.at(-1);
  const write = format.scale?.(bars.map(({sum}) => sum)) ?? format;
  const panel = (height: number, marks: Plot.Markish[], more: Plot.PlotOptions) => {
    const defaults = plotDefaults({width, height, document});
    return Plot.plot({
      ...defaults,
      marginLeft,
      y: {label: null, nice: true, zero: true},
      ...more,
      marks: [...valueAxis(format, defaults), ...marks],
    });
  };
  const band = {type: "band", label: null, paddingInner: 0.28, paddingOuter: 0.1} as const;
  const inset = (0.22 * (width - marginLeft)) / Math.max(1, bars.length);
  const keys = isTime ? {interval: "month" as const} : {domain: bars.map(({key}) => key)};
  const above = panel(
    heights.net,
    [
      Plot.barY(bars, {x: "key", y: "sum", fill: ({sum}: Bar<Row>) => signColor(sum)}),
      zeroLine(),
      Plot.text(last ? [last] : [], {
        x: "key",
        y: "sum",
        text: ({sum}: Bar<Row>) => write(sum),
        dy: (last?.sum ?? 0) < 0 ? 10 : -9,
        fontWeight: 600,
        fontSize: 13,
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      tooltip(stops),
    ],
    {
      marginTop: 18,
      marginBottom: 14,
      x: {...band, axis: null, ...keys},
    },
  );
  const below = panel(
    heights.parts,
    [
      barAxis(data, width),
      Plot.barY(parts, {
        x: "key",
        y: "value",
        fill: "series",
        insetLeft: inset,
        insetRight: inset,
      }),
      zeroLine(),
      tooltip(stops.map((stop, at) => ({...stop, y: bars[at]!.up}))),
    ],
    {
      marginTop: 8,
      marginBottom: isTime ? 36 : 28,
      x: {...band, ...keys},
      color: {domain: all, range: all.map(colors), legend: true, tickFormat: names},
    },
  );
  const {html} = builder(document);
  return html(
    "div",
    {class: "net-bars"},
    html("p", {class: "panel-name"}, net),
    above as unknown as HTMLElement,
    below as unknown as HTMLElement,
  );
}
