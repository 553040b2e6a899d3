import * as Plot from "@observablehq/plot";
import {short} from "../lib/format.js";
import {type BarOptions, barOptions} from "./barOptions.js";
import {barParts, type Part} from "./barParts.js";
import {barAxis, barStops} from "./bars.js";
import {netBars} from "./netBars.js";
import {assertOptions} from "./options.js";
import {color} from "./palette.js";
import {plotDefaults, valueAxis, valueMargin, zeroLine} from "./plotDefaults.js";
import {levelLines} from "./referenceLine.js";
import {tooltip} from "./tooltip.js";

/**
 * Bars over months or ordered names, from a zero baseline; with `series` they are stacked, and with `net` the sums are
 * the bars and the parts are thin, below.
 */
export function barChart<Row extends object>(
  rows: readonly Row[],
  options: BarOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, barOptions);
  const {width, format = short, net, extent = []} = options;
  if (net) return netBars(rows, {...options, net: net === true ? "Net" : net});
  const {colors = () => color("mark"), names = (series: string) => series} = options;
  const defaults = plotDefaults(options);
  const data = barParts(rows, options);
  const {parts, bars, isTime, all} = data;
  const isStacked = options.series !== undefined;
  return Plot.plot({
    ...defaults,
    marginBottom: isTime ? defaults.marginBottom : 28,
    marginLeft: valueMargin([...bars.flatMap(({up, down}) => [up, down]), ...extent], format),
    x: {
      type: "band",
      label: null,
      paddingInner: 0.28,
      paddingOuter: 0.1,
      ...(isTime ? {interval: "month"} : {domain: bars.map(({key}) => key)}),
    },
    y: {label: null, nice: true, zero: true},
    ...(isStacked
      ? {color: {domain: all, range: all.map(colors), legend: all.length > 1, tickFormat: names}}
      : {}),
    marks: [
      ...valueAxis(format, defaults),
      barAxis(data, width),
      Plot.barY(parts, {
        x: "key",
        y: "value",
        fill: isStacked ? "series" : (part: Part<Row>) => options.color?.(part.row) ?? colors(""),
        ...(isStacked ? {stroke: color("paper"), strokeWidth: 0.75} : {}),
      }),
      zeroLine(),
      Plot.ruleY(extent, {strokeOpacity: 0}),
      ...levelLines(options.level ? [options.level] : []),
      tooltip(barStops(data, options)),
    ],
  });
}
