import * as Plot from "@observablehq/plot";
import {type Format, short, type Value} from "../lib/format.js";
import {type Channel, numeric, reader} from "./channel.js";
import {hrefByName, nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {type ChartOptions, chartOptions, plotDefaults} from "./plotDefaults.js";
import {clearOf, standingLines, wordRoom} from "./referenceLine.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface RankedOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  value: Channel<Row, Value>;
  color?: (row: Row) => string;
  format?: Format;
  /** What the value is, for the tooltip. */
  name?: string;
  /** Where the name and the bar of a row lead to. */
  href?: (row: Row) => string | undefined;
  /** A vertical line with a word to compare with: an average, a limit. */
  level?: {value: number; text: string} | undefined;
  /** Values that the axis spans as well, so that charts side by side can be compared. */
  extent?: readonly number[];
}

const optionNames: OptionNames<RankedOptions<object>> = {
  ...chartOptions,
  label: true,
  value: true,
  color: true,
  format: true,
  name: true,
  href: true,
  level: true,
  extent: true,
};

const pitch = 26;

/**
 * Horizontal bars from a common zero, one a row and in the order of the rows, each with its name on the left and its
 * value at its end; there is no value axis, since every value stands there.
 */
export function rankedBars<Row extends object>(
  rows: readonly Row[],
  options: RankedOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, name = "Value", level, href, extent = []} = options;
  const [label, value] = [reader(options.label, rows), reader(options.value, rows)];
  const items = rows.map((row) => ({row, text: label(row), value: numeric(value(row))}));
  const values = items.map((item) => item.value);
  const format = options.format?.scale?.(values) ?? options.format ?? short.scale!(values);
  const nameRoom = Math.min(
    width * 0.4,
    14 + Math.max(0, ...items.map(({text}) => textWidth(text, 13))),
  );
  const valueRoom = 8 + Math.max(0, ...items.map((item) => textWidth(format(item.value), 13)));
  const hasNegative = items.some((item) => item.value < 0);
  const positive = items.filter((item) => !(item.value < 0));
  const marginTop = level ? wordRoom : 2;
  const levels = level ? [level] : [];
  const marginLeft = nameRoom + (hasNegative ? valueRoom : 0);
  const ends = [...values.filter(Number.isFinite), ...levels.map(({value}) => value), ...extent, 0];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number) =>
    marginLeft + ((value - low) / (high - low || 1)) * (width - marginLeft - valueRoom);
  const past = ({value}: {value: number}) =>
    clearOf(
      levels.map(({value}) => place(value)),
      place(value || 0) + 6,
      textWidth(format(value), 13),
    );
  const valueText = {
    y: "text",
    x: (item: {value: number}) => item.value || 0,
    text: (item: {value: number}) => format(item.value),
    fontSize: 13,
    fill: color("ink"),
    stroke: color("paper"),
    strokeWidth: 4,
  } as const;
  return Plot.plot({
    ...plotDefaults(options),
    height: marginTop + items.length * pitch + 4,
    marginTop,
    marginBottom: 4,
    marginRight: valueRoom,
    marginLeft,
    x: {axis: null, zero: true},
    y: {label: null, domain: items.map(({text}) => text), padding: 0.36},
    marks: [
      nameAxis(nameRoom, {
        padding: 8 + (hasNegative ? valueRoom : 0),
        href: hrefByName(items, href),
      }),
      Plot.barX(items, {
        y: "text",
        x: "value",
        fill: (item) => options.color?.(item.row) ?? color("mark"),
        ...(href ? {href: ({row}: {row: Row}) => href(row)} : {}),
      }),
      ...standingLines(levels),
      // beside a line each is moved on its own, so that the line strikes none of them
      ...(level ? positive.map((item) => [item]) : [positive]).map((some) =>
        Plot.text(some, {...valueText, textAnchor: "start", dx: 6 + (level ? past(some[0]!) : 0)}),
      ),
      Plot.text(
        items.filter((item) => item.value < 0),
        {...valueText, textAnchor: "end", dx: -6},
      ),
      Plot.ruleX(extent, {strokeOpacity: 0}),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      tooltip(
        items.map((item) => ({
          x: item.value || 0,
          y: item.text,
          title: item.text,
          lines: [{name, value: format(item.value)}],
        })),
        {by: "y"},
      ),
    ],
  });
}
