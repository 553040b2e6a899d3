import {scaleBand, scaleLinear} from "d3-scale";
import {month as monthText, short, type Time, type Value} from "../lib/format.js";
import {baseAxis, monthTicks, nameTicks, valueAxis, valueAxisWidth} from "./axis.js";
import {
  type Channel,
  type ChartOptions,
  distinct,
  frame,
  millis,
  narrow,
  numeric,
  px,
  reader,
} from "./chart.js";
import {color} from "./palette.js";
import {namesAbove} from "./seriesNames.js";
import {withTooltip} from "./tooltip.js";

export interface BarOptions<Row> extends ChartOptions {
  /** A month (a date) or a name; names keep the order of the rows. */
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  /** Parts of each bar: what is positive stacks up from zero, what is negative down. */
  series?: Channel<Row, string>;
  colors?: (series: string) => string;
  names?: (series: string) => string;
  /** A colour for one bar, where there are no series. */
  color?: (row: Row) => string;
  format?: (value: Value) => string;
  formatX?: (x: Time) => string;
  /** Whether a short line marks the sum of each bar's parts. */
  net?: boolean;
}

interface Part<Row> {
  row: Row;
  series: string;
  value: number;
  from: number;
  to: number;
}

/** Bars over months or ordered names, from a zero baseline; with `series` they are stacked. */
export function barChart<Row extends object>(
  rows: readonly Row[],
  options: BarOptions<Row>,
): HTMLElement {
  const {width, height = width < narrow ? 260 : 340, format = short, net = false} = options;
  const {colors = () => color("accent"), names = (series: string) => series} = options;
  const bars = barsOf(rows, options);
  const keys = bars.map(({key}) => key);
  const isTime = typeof keys[0] === "number";
  const formatX = options.formatX ?? (isTime ? monthText : (x: Time) => String(x));
  const seriesNames = distinct(bars.flatMap(({parts}) => parts.map(({series}) => series)));

  const ends = bars.flatMap(({parts}) => parts.flatMap(({from, to}) => [from, to]));
  const domain: [number, number] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  if (domain[0] === domain[1]) domain[1] = 1;
  const value = scaleLinear(domain, [0, 1]).nice(Math.max(3, height / 70));
  const ticks = value.ticks(Math.max(3, Math.round(height / 70)));
  const margin = {top: 14, right: 8, bottom: isTime ? 40 : 28, left: valueAxisWidth(ticks, format)};
  const chart = frame({...options, height, margin});
  const {svg, canvas, root, left, right, top, bottom} = chart;
  const y = value.range([bottom, top]);
  const x = scaleBand<number | string>(keys, [left, right]).paddingInner(0.3).paddingOuter(0.12);
  const center = (key: number | string) => (x(key) ?? 0) + x.bandwidth() / 2;

  const rects = bars.flatMap(({key, parts}) =>
    parts.map(({row, series, from, to}) =>
      svg("rect", {
        class: "bar",
        x: px(x(key) ?? 0),
        width: px(x.bandwidth()),
        y: px(Math.min(y(from), y(to))),
        height: px(Math.abs(y(from) - y(to))),
        fill: series === "" && options.color ? options.color(row) : colors(series),
      }),
    ),
  );
  const nets = bars.map(({key, sum}) =>
    svg("line", {
      class: "net",
      x1: px((x(key) ?? 0) - 2),
      x2: px((x(key) ?? 0) + x.bandwidth() + 2),
      y1: px(y(sum)),
      y2: px(y(sum)),
    }),
  );
  canvas.append(
    valueAxis(chart, y, ticks, format),
    svg("g", {class: seriesNames.length > 1 ? "bars is-stacked" : "bars"}, ...rects),
    ...(net ? nets : []),
    baseAxis(
      chart,
      isTime ? monthTicks(keys as number[], center) : nameTicks(keys as string[], center, x.step()),
    ),
  );
  if (seriesNames.length > 1)
    root.prepend(
      namesAbove(
        chart,
        seriesNames.map((series) => ({text: names(series), color: colors(series)})),
      ),
    );
  const stops = bars.map(({key, parts, sum}) => ({
    x: center(key),
    y: y(Math.max(0, ...parts.map(({to}) => to))),
    title: formatX(isTime ? new Date(key) : key),
    lines: [
      ...parts.map(({row, series, value}) => ({
        name: names(series),
        value: format(value),
        color: series === "" ? options.color?.(row) : colors(series),
      })),
      ...(parts.length > 1 ? [{name: "Together", value: format(sum)}] : []),
    ],
  }));
  return withTooltip(chart, stops);
}

interface Bar<Row> {
  key: number | string;
  parts: Part<Row>[];
  sum: number;
}

function barsOf<Row>(rows: readonly Row[], options: BarOptions<Row>): Bar<Row>[] {
  const [x, y] = [reader(options.x), reader(options.y)];
  const series = options.series ? reader(options.series) : () => "";
  const bars = new Map<number | string, Bar<Row> & {up: number; down: number}>();
  for (const row of rows) {
    const key = keyOf(x(row));
    const value = numeric(y(row));
    const bar = bars.get(key) ?? {key, parts: [], sum: 0, up: 0, down: 0};
    bars.set(key, bar);
    if (!Number.isFinite(value)) continue;
    const side = value < 0 ? "down" : "up";
    bar.parts.push({row, series: series(row), value, from: bar[side], to: bar[side] + value});
    bar[side] += value;
    bar.sum += value;
  }
  const found = [...bars.values()];
  return typeof found[0]?.key === "number"
    ? found.sort((a, b) => Number(a.key) - Number(b.key))
    : found;
}

/** A date as its milliseconds, anything else as its text. */
function keyOf(x: Time): number | string {
  const isDate = x instanceof Date || (typeof x === "string" && /^\d{4}-\d{2}-\d{2}/.test(x));
  return isDate ? millis(x) : String(x);
}
