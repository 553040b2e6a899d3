import * as Plot from "@observablehq/plot";
import {count, type Format, percent, type Value} from "../lib/format.js";
import {type Channel, distinct, numeric, reader} from "./channel.js";
import {nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {type ChartOptions, chartOptions, plotDefaults} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface StackedOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  value: Channel<Row, Value>;
  series: Channel<Row, string>;
  colors(series: string): string;
  names(series: string): string;
  /** All series in the order of the stack, present or not, so that colours stay what they are. */
  order: readonly string[];
  /** How the value behind a share is written. */
  format?: Format;
}

const optionNames: OptionNames<StackedOptions<object>> = {
  ...chartOptions,
  label: true,
  value: true,
  series: true,
  colors: true,
  names: true,
  order: true,
  format: true,
};

const pitch = 28;

/** What each of a few things is made of: a bar of the same length for each, its parts by their share. */
export function stackedShares<Row extends object>(
  rows: readonly Row[],
  options: StackedOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, colors, names, order, format = count} = options;
  const [label, value, series] = [
    reader(options.label, rows),
    reader(options.value, rows),
    reader(options.series, rows),
  ];
  const items = rows.map((row) => ({
    text: label(row),
    series: series(row),
    value: numeric(value(row)),
  }));
  const bars = distinct(items.map(({text}) => text)).map((text) => {
    const parts = items.filter((item) => item.text === text);
    return {text, parts, sum: parts.reduce((sum, part) => sum + part.value, 0)};
  });
  const stacked = bars.flatMap(({text, parts, sum}) => {
    let passed = 0;
    return order.flatMap((name) => {
      const part = parts.find(({series}) => series === name);
      if (!part || part.value === 0) return [];
      const from = passed / sum;
      passed += part.value;
      return [{text, series: name, value: part.value, from, to: passed / sum}];
    });
  });
  const nameRoom = Math.min(
    width * 0.4,
    14 + Math.max(0, ...bars.map(({text}) => textWidth(text, 13))),
  );
  const isRoomy = ({from, to}: {from: number; to: number}) =>
    (to - from) * (width - nameRoom) > textWidth(percent(to - from, 0)) + 8;
  return Plot.plot({
    ...plotDefaults(options),
    height: bars.length * pitch + 10,
    marginTop: 2,
    marginBottom: 8,
    marginRight: 4,
    marginLeft: nameRoom,
    x: {axis: null, domain: [0, 1]},
    y: {label: null, domain: bars.map(({text}) => text), padding: 0.3},
    color: {domain: [...order], range: order.map(colors), legend: true, tickFormat: names},
    marks: [
      nameAxis(nameRoom),
      Plot.barX(stacked, {
        y: "text",
        x1: "from",
        x2: "to",
        fill: "series",
        stroke: color("paper"),
        strokeWidth: 1,
      }),
      Plot.text(stacked.filter(isRoomy), {
        y: "text",
        x: ({from, to}) => (from + to) / 2,
        text: ({from, to}) => percent(to - from, 0),
        fill: color("paper"),
        fontWeight: 550,
      }),
      tooltip(
        bars.map(({text, parts, sum}) => ({
          x: 0.5,
          y: text,
          title: text,
          lines: order.flatMap((name) => {
            const part = parts.find(({series}) => series === name);
            return part
              ? [
                  {
                    name: names(name),
                    color: colors(name),
                    value: `${format(part.value)} (${percent(part.value / sum, 0)})`,
                  },
                ]
              : [];
          }),
        })),
        {by: "y"},
      ),
    ],
  });
}
