import * as Plot from "@observablehq/plot";
import type {Format, Value} from "../lib/format.js";
import {type Channel, distinct, numeric, reader} from "./channel.js";
import {nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color, signColor} from "./palette.js";
import {type ChartOptions, chartOptions, plotDefaults} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface PartBarsOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  value: Channel<Row, Value>;
  series: Channel<Row, string>;
  colors(series: string): string;
  names(series: string): string;
  format: Format;
}

const optionNames: OptionNames<PartBarsOptions<object>> = {
  ...chartOptions,
  label: true,
  value: true,
  series: true,
  colors: true,
  names: true,
  format: true,
};

const pitch = 30;

/**
 * What each of many things comes to and is made of, in the order of the rows: a bar of its sum, in the colour of its
 * sign, the sum at the right edge, and below the bar a thin one of the parts, above zero to the right and below to the
 * left.
 */
export function partBars<Row extends object>(
  rows: readonly Row[],
  options: PartBarsOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, colors, names, format} = options;
  const [label, value, series] = [
    reader(options.label, rows),
    reader(options.value, rows),
    reader(options.series, rows),
  ];
  const parts = rows.map((row) => ({
    text: label(row),
    series: series(row),
    value: numeric(value(row)),
  }));
  const all = distinct(parts.map((part) => part.series));
  const bars = distinct(parts.map(({text}) => text)).map((text) => {
    const own = parts.filter((part) => part.text === text);
    return {text, own, sum: own.reduce((sum, part) => sum + part.value, 0)};
  });
  const write = format.scale?.(bars.map(({sum}) => sum)) ?? format;
  const nameRoom = 14 + Math.max(0, ...bars.map(({text}) => textWidth(text, 13)));
  const sumRoom = 12 + Math.max(0, ...bars.map(({sum}) => textWidth(write(sum), 13)));
  return Plot.plot({
    ...plotDefaults(options),
    height: bars.length * pitch + 8,
    marginTop: 2,
    marginBottom: 6,
    marginLeft: Math.min(nameRoom, width * 0.4),
    marginRight: sumRoom,
    x: {axis: null, zero: true},
    y: {label: null, domain: bars.map(({text}) => text), padding: 0.2},
    color: {domain: all, range: all.map(colors), legend: true, tickFormat: names},
    marks: [
      nameAxis(Math.min(nameRoom, width * 0.4)),
      Plot.barX(bars, {
        y: "text",
        x: "sum",
        fill: ({sum}) => signColor(sum),
        insetBottom: 10,
      }),
      Plot.barX(parts, {y: "text", x: "value", fill: "series", insetTop: 17}),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.text(bars, {
        y: "text",
        text: ({sum}) => write(sum),
        frameAnchor: "right",
        textAnchor: "end",
        dx: sumRoom,
        fontSize: 13,
        fill: color("ink"),
      }),
      tooltip(
        bars.map(({text, own, sum}) => ({
          x: sum,
          y: text,
          title: text,
          lines: [
            {name: "Net", value: write(sum), color: signColor(sum)},
            ...own.map(({series, value}) => ({
              name: names(series),
              value: format(value),
              color: colors(series),
            })),
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
