import {scaleLinear} from "d3-scale";
import {short, type Value} from "../lib/format.js";
import {type Channel, type ChartOptions, frame, numeric, px, reader, textWidth} from "./chart.js";
import {color} from "./palette.js";
import {withTooltip} from "./tooltip.js";

export interface RankedOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  value: Channel<Row, Value>;
  color?: (row: Row) => string;
  format?: (value: Value) => string;
  /** What the value is, for the tooltip. */
  name?: string;
  /** A vertical line with a word to compare with: an average, a limit. */
  level?: {value: number; text: string};
}

const pitch = 26;

/**
 * Horizontal bars from a common zero, one a row and in the order of the rows, each with its name on the left and its
 * value at its end; there is no value axis, since every value stands there.
 */
export function rankedBars<Row extends object>(
  rows: readonly Row[],
  options: RankedOptions<Row>,
): HTMLElement {
  const {width, format = short, name = "", level} = options;
  const [label, value] = [reader(options.label), reader(options.value)];
  const items = rows.map((row) => ({row, text: label(row), value: numeric(value(row))}));
  const most = Math.min(
    width * 0.38,
    12 + Math.max(0, ...items.map(({text}) => textWidth(text, 13))),
  );
  const room = 8 + Math.max(0, ...items.map((item) => textWidth(format(item.value), 13)));
  const hasNegative = items.some((item) => item.value < 0);
  const height = items.length * pitch + (level ? 22 : 4);
  const chart = frame({
    ...options,
    height,
    margin: {top: level ? 20 : 2, right: room, bottom: 2, left: most + (hasNegative ? room : 0)},
  });
  const {svg, canvas, left, right, top, bottom} = chart;
  const known = [...items.map((item) => item.value), level?.value ?? 0].filter(Number.isFinite);
  const x = scaleLinear([Math.min(0, ...known), Math.max(0, ...known) || 1], [left, right]);
  const middle = (index: number) => top + index * pitch + pitch / 2;

  if (level)
    canvas.append(
      svg(
        "g",
        {class: "level"},
        svg("line", {x1: px(x(level.value)), x2: px(x(level.value)), y1: top - 4, y2: bottom}),
        svg(
          "text",
          {class: "tick", x: px(x(level.value)), y: 10, "text-anchor": "middle"},
          level.text,
        ),
      ),
    );
  canvas.append(
    ...items.flatMap(({row, text, value}, index) => {
      const isKnown = Number.isFinite(value);
      const end = x(isKnown ? value : 0);
      return [
        svg(
          "text",
          {class: "label", x: most - 10, y: middle(index), dy: "0.35em", "text-anchor": "end"},
          fitted(text, most - 10),
        ),
        svg("rect", {
          class: "bar",
          x: px(Math.min(x(0), end)),
          width: px(Math.abs(end - x(0))),
          y: middle(index) - 8,
          height: 16,
          fill: options.color?.(row) ?? color("accent"),
        }),
        svg(
          "text",
          {
            class: "value",
            x: px(end + (value < 0 ? -6 : 6)),
            y: middle(index),
            dy: "0.35em",
            "text-anchor": value < 0 ? "end" : "start",
          },
          format(isKnown ? value : null),
        ),
      ];
    }),
    svg("line", {class: "zero", x1: px(x(0)), x2: px(x(0)), y1: top, y2: bottom}),
  );
  const stops = items.map(({row, text, value}, index) => ({
    x: x(Number.isFinite(value) ? value : 0),
    y: middle(index),
    title: text,
    lines: [
      {name, value: format(Number.isFinite(value) ? value : null), color: options.color?.(row)},
    ],
  }));
  return withTooltip(chart, stops, {by: "xy"});
}

/** The text, cut with an ellipsis if it is wider than there is room. */
function fitted(text: string, room: number): string {
  if (textWidth(text, 13) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, 13) > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
