import {scaleLinear} from "d3-scale";
import {short, type Value} from "../lib/format.js";
import {baseAxis} from "./axis.js";
import {type Channel, type ChartOptions, frame, numeric, px, reader, textWidth} from "./chart.js";
import {color} from "./palette.js";
import {namesAbove} from "./seriesNames.js";
import {withTooltip} from "./tooltip.js";

export interface DotOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  from: Channel<Row, Value>;
  to: Channel<Row, Value>;
  /** What the two ends are: periods, or groups. */
  names: readonly [from: string, to: string];
  format?: (value: Value) => string;
  /** Whether a move to the right is good (a gain), bad (a loss) or neither, which is the default. */
  more?: "good" | "bad" | "neutral";
}

const pitch = 26;

/**
 * Two values a row and the way between them, on one axis that need not begin at zero, since length means nothing here:
 * before and after, the one group and the other. One row each, in the order of the rows.
 */
export function dotPlot<Row extends object>(
  rows: readonly Row[],
  options: DotOptions<Row>,
): HTMLElement {
  const {format = short, more = "neutral", names} = options;
  const [label, from, to] = [reader(options.label), reader(options.from), reader(options.to)];
  const items = rows.map((row) => ({
    text: label(row),
    from: numeric(from(row)),
    to: numeric(to(row)),
  }));
  const known = items.flatMap((item) => [item.from, item.to]).filter(Number.isFinite);
  const nameWidth = 14 + Math.max(0, ...items.map(({text}) => textWidth(text, 13)));
  const chart = frame({
    ...options,
    height: items.length * pitch + 34,
    margin: {top: 2, right: 24, bottom: 30, left: nameWidth + 8},
  });
  const {svg, canvas, root, left, right, top, bottom} = chart;
  const x = scaleLinear(
    [Math.min(...known, Number.MAX_VALUE), Math.max(...known, 0)],
    [left, right],
  ).nice();
  const ticks = x.ticks(Math.max(2, (right - left) / 90));
  const middle = (index: number) => top + index * pitch + pitch / 2;
  const moveColor = (item: {from: number; to: number}) => {
    if (more === "neutral" || item.from === item.to) return color("accent");
    return color((more === "good") === item.to > item.from ? "gain" : "loss");
  };

  canvas.append(
    ...ticks.map((tick) =>
      svg("line", {class: "grid", x1: px(x(tick)), x2: px(x(tick)), y1: top, y2: bottom}),
    ),
    baseAxis(
      chart,
      ticks.map((tick) => ({at: x(tick), text: format(tick)})),
    ),
    ...items.flatMap((item, index) => {
      const y = middle(index);
      const isWhole = Number.isFinite(item.from) && Number.isFinite(item.to);
      const dot = (value: number, kind: string, fill: string) =>
        Number.isFinite(value)
          ? [svg("circle", {class: kind, cx: px(x(value)), cy: y, r: 5, fill, stroke: fill})]
          : [];
      return [
        svg(
          "text",
          {class: "label", x: left - 16, y, dy: "0.35em", "text-anchor": "end"},
          item.text,
        ),
        ...(isWhole
          ? [
              svg("line", {
                class: "link",
                x1: px(x(item.from)),
                x2: px(x(item.to)),
                y1: y,
                y2: y,
                stroke: moveColor(item),
              }),
            ]
          : []),
        ...dot(item.from, "from", color("context")),
        ...dot(item.to, "to", moveColor(item)),
      ];
    }),
  );
  root.prepend(
    namesAbove(chart, [
      {text: names[0], color: color("context")},
      {
        text: names[1],
        color: more === "neutral" ? color("accent") : color(more === "bad" ? "loss" : "gain"),
      },
    ]),
  );
  const stops = items.map((item, index) => ({
    x: x(Number.isFinite(item.to) ? item.to : left),
    y: middle(index),
    title: item.text,
    lines: [
      {name: names[0], value: format(item.from), color: color("context")},
      {name: names[1], value: format(item.to), color: moveColor(item)},
    ],
  }));
  return withTooltip(chart, stops, {by: "xy"});
}
