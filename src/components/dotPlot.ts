import * as Plot from "@observablehq/plot";
import {type Format, short, type Value} from "../lib/format.js";
import {type Channel, numeric, reader} from "./channel.js";
import {hrefByName, nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {
  axisLook,
  axisText,
  type ChartOptions,
  chartOptions,
  gridLook,
  plotDefaults,
} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface DotOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  from: Channel<Row, Value>;
  to: Channel<Row, Value>;
  /** What the two ends are: periods, or groups. */
  names: readonly [from: string, to: string];
  format?: Format;
  /** Where the name and the dots of a row lead to. */
  href?: (row: Row) => string | undefined;
  /** Whether a move to the right is good (a gain), bad (a loss) or neither, which is the default. */
  more?: "good" | "bad" | "neutral";
}

const optionNames: OptionNames<DotOptions<object>> = {
  ...chartOptions,
  label: true,
  from: true,
  to: true,
  names: true,
  format: true,
  href: true,
  more: true,
};

const pitch = 26;

/**
 * Two values a row and the way between them, on one axis that need not begin at zero, since length means nothing here:
 * before and after, the one group and the other. One row each, in the order of the rows.
 */
export function dotPlot<Row extends object>(
  rows: readonly Row[],
  options: DotOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, format = short, more = "neutral", names, href} = options;
  const [label, from, to] = [
    reader(options.label, rows),
    reader(options.from, rows),
    reader(options.to, rows),
  ];
  const items = rows.map((row) => ({
    row,
    text: label(row),
    from: numeric(from(row)),
    to: numeric(to(row)),
  }));
  type Item = (typeof items)[number];
  const moveColor = ({from, to}: Item) =>
    more === "neutral" || from === to || !Number.isFinite(from)
      ? color("accent")
      : color((more === "good") === to > from ? "gain" : "loss");
  const usual = more === "neutral" ? color("accent") : color(more === "bad" ? "loss" : "gain");
  const write = format.scale?.(items.flatMap(({from, to}) => [from, to])) ?? format;
  const nameRoom = 20 + Math.max(0, ...items.map(({text}) => textWidth(text, 13)));
  const linked = href ? {href: ({row}: Item) => href(row)} : {};
  const ticks = Math.max(2, Math.round((width - nameRoom) / 90));
  return Plot.plot({
    ...plotDefaults(options),
    height: items.length * pitch + 34,
    marginTop: 4,
    marginBottom: 30,
    marginLeft: nameRoom,
    marginRight: 24,
    x: {label: null, nice: true, inset: 6},
    y: {label: null, type: "point", domain: items.map(({text}) => text), padding: 0.5},
    color: {domain: [...names], range: [color("context"), usual], legend: true},
    marks: [
      Plot.gridX({ticks, ...gridLook}),
      Plot.axisX({
        ticks,
        text: axisText(format),
        ...axisLook,
      }),
      nameAxis(nameRoom, {padding: 10, href: hrefByName(items, href)}),
      Plot.ruleY(
        items.filter((item) => Number.isFinite(item.from + item.to)),
        {y: "text", x1: "from", x2: "to", stroke: moveColor, strokeWidth: 2},
      ),
      Plot.dot(items, {x: "from", y: "text", r: 5, fill: color("context"), ...linked}),
      Plot.dot(items, {x: "to", y: "text", r: 5, fill: moveColor, ...linked}),
      tooltip(
        items.map((item) => ({
          x: Number.isFinite(item.to) ? item.to : item.from,
          y: item.text,
          title: item.text,
          lines: [
            {name: names[0], value: write(item.from), color: color("context")},
            {name: names[1], value: write(item.to), color: moveColor(item)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
