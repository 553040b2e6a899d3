import {scaleLinear} from "d3-scale";
import {month as monthText, number, type Time, type Value} from "../lib/format.js";
import {baseAxis, monthTicks, valueAxis, valueAxisWidth} from "./axis.js";
import {
  type Channel,
  type ChartOptions,
  distinct,
  type Frame,
  frame,
  millis,
  narrow,
  numeric,
  px,
  reader,
} from "./chart.js";
import {color} from "./palette.js";
import {namesAbove, namesBeside, namesWidth, type SeriesName} from "./seriesNames.js";
import {type Stop, withTooltip} from "./tooltip.js";

export interface LineOptions<Row> extends ChartOptions {
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  /** One line each; without it there is one line and no name. */
  series?: Channel<Row, string>;
  /** The low and high end of a band around each line: quartiles, an interval. */
  band?: readonly [low: Channel<Row, Value>, high: Channel<Row, Value>];
  colors?: (series: string) => string;
  names?: (series: string) => string;
  /** A series without a name on the chart is context: it is in the tooltip only. */
  isNamed?: (series: string) => boolean;
  format?: (value: Value) => string;
  formatX?: (time: Time) => string;
  /** Whether the value axis begins at zero (yes, unless told). */
  zero?: boolean;
  /** Lines are dashed from here on: a forecast. */
  dashedFrom?: Time;
  /** Level lines with a word: a limit, a target. */
  levels?: readonly {value: number; text: string}[];
}

interface Point {
  x: number;
  y: number;
  low: number;
  high: number;
}

interface Line {
  series: string;
  text: string;
  color: string;
  isNamed: boolean;
  points: Point[];
}

/**
 * Values over time, one line a series, named where it ends. Rows may come in any order; a missing value leaves a
 * gap. The tooltip shows all series of the nearest time.
 */
export function lineChart<Row extends object>(
  rows: readonly Row[],
  options: LineOptions<Row>,
): HTMLElement {
  const {
    width,
    height = width < narrow ? 260 : 340,
    format = number,
    zero = true,
    levels = [],
  } = options;
  const lines = linesOf(rows, options);
  const times = distinct(lines.flatMap(({points}) => points.map(({x}) => x))).sort((a, b) => a - b);
  const values = lines.flatMap(({points}) => points.flatMap(({y, low, high}) => [y, low, high]));
  const finite = [...values, ...levels.map(({value}) => value), ...(zero ? [0] : [])].filter(
    Number.isFinite,
  );
  const domain = extentOf(finite);
  const value = scaleLinear(domain, [0, 1]).nice(Math.max(3, height / 60));
  const ticks = value.ticks(Math.max(3, Math.round(height / 60)));
  const named = lines.filter(({isNamed}) => isNamed);
  const isBeside = width >= narrow;
  const chart = frame({
    ...options,
    height,
    margin: {
      top: 14,
      right: isBeside && named.length > 0 ? namesWidth(named.map(({text}) => text)) : 14,
      bottom: 40,
      left: valueAxisWidth(ticks, format),
    },
  });
  const {svg, canvas, root, left, right, top, bottom} = chart;
  const y = value.range([bottom, top]);
  const x = scaleLinear([times[0] ?? 0, times.at(-1) ?? 1], [left + 4, right - 4]);

  canvas.append(
    valueAxis(chart, y, ticks, format),
    baseAxis(chart, monthTicks(monthsIn(times), x)),
    ...levels.map(({value, text}) => levelLine(chart, y(value), text)),
    ...lines.flatMap((line) => [bandOf(chart, line, x, y), ...pathsOf(chart, line, x, y, options)]),
  );
  const ends: SeriesName[] = named.map(({text, color, points}) => ({
    text,
    color,
    y: y(points.findLast((point) => Number.isFinite(point.y))?.y ?? 0),
  }));
  if (isBeside) canvas.append(namesBeside(chart, ends));
  else if (named.length > 0) root.prepend(namesAbove(chart, ends));

  const cursor = svg("line", {class: "cursor", y1: top, y2: bottom, visibility: "hidden"});
  canvas.append(cursor);
  return withTooltip(chart, stopsOf(lines, times, x, y, options), {
    onMove: (stop) => {
      cursor.setAttribute("visibility", stop ? "visible" : "hidden");
      for (const end of ["x1", "x2"]) cursor.setAttribute(end, String(px(stop?.x ?? 0)));
    },
  });
}

/** The least and the greatest value; never the same, so that a scale can stand on them. */
function extentOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [0, 1];
  return low === high ? [low, low + 1] : [low, high];
}

function linesOf<Row>(rows: readonly Row[], options: LineOptions<Row>): Line[] {
  const {colors, names = (series: string) => series, isNamed = () => true, band} = options;
  const [x, y] = [reader(options.x), reader(options.y)];
  const series = options.series ? reader(options.series) : () => "";
  const [low, high] = band ? [reader(band[0]), reader(band[1])] : [undefined, undefined];
  return distinct(rows.map(series)).map((name) => ({
    series: name,
    text: names(name),
    color: colors?.(name) ?? color("accent"),
    isNamed: name !== "" && isNamed(name),
    points: rows
      .filter((row) => series(row) === name)
      .map((row) => ({
        x: millis(x(row)),
        y: numeric(y(row)),
        low: low ? numeric(low(row)) : Number.NaN,
        high: high ? numeric(high(row)) : Number.NaN,
      }))
      .filter((point) => Number.isFinite(point.x))
      .sort((a, b) => a.x - b.x),
  }));
}

/** The first days of the months that the times span. */
function monthsIn(times: readonly number[]): number[] {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = new Date(first);
  const months: number[] = [];
  for (let index = 0; ; index++) {
    const month = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index);
    if (month > last) return months;
    if (month >= first) months.push(month);
  }
}

type Scale = (value: number) => number;

/** The path of a line, broken where a value is missing, and its dashed part. */
function pathsOf<Row>(
  {svg}: Frame,
  {points, color, isNamed, series}: Line,
  x: Scale,
  y: Scale,
  {dashedFrom}: LineOptions<Row>,
): SVGElement[] {
  const turn = millis(dashedFrom);
  const isContext = !isNamed && series !== "";
  const path = (part: readonly Point[], dashed: boolean) =>
    svg("path", {
      class: `line${isContext ? " is-context" : ""}${dashed ? " is-dashed" : ""}`,
      d: steps(part, ({x: at, y: value}) =>
        Number.isFinite(value) ? [x(at), y(value)] : undefined,
      ),
      stroke: color,
    });
  if (!Number.isFinite(turn)) return [path(points, false)];
  return [
    path(
      points.filter((point) => point.x <= turn),
      false,
    ),
    path(
      points.filter((point) => point.x >= turn),
      true,
    ),
  ];
}

function steps<T>(items: readonly T[], place: (item: T) => [number, number] | undefined): string {
  let pen = "M";
  return items
    .map((item) => {
      const at = place(item);
      const step = at ? `${pen}${px(at[0])},${px(at[1])}` : "";
      pen = at ? "L" : "M";
      return step;
    })
    .join("");
}

function bandOf({svg}: Frame, {points, color}: Line, x: Scale, y: Scale): SVGElement | "" {
  const held = points.filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  if (held.length === 0) return "";
  const upper = held.map((point) => `${px(x(point.x))},${px(y(point.high))}`);
  const lower = held.map((point) => `${px(x(point.x))},${px(y(point.low))}`).reverse();
  return svg("path", {class: "band", d: `M${[...upper, ...lower].join("L")}Z`, fill: color});
}

function levelLine({svg, left, right}: Frame, y: number, text: string): SVGElement {
  return svg(
    "g",
    {class: "level"},
    svg("line", {x1: left, x2: right, y1: px(y), y2: px(y)}),
    svg("text", {class: "tick", x: left + 4, y: px(y - 5)}, text),
  );
}

function stopsOf<Row>(
  lines: readonly Line[],
  times: readonly number[],
  x: Scale,
  y: Scale,
  {format = number, formatX = monthText}: LineOptions<Row>,
): Stop[] {
  return times.map((time) => {
    const found = lines
      .map((line) => ({line, point: line.points.find((point) => point.x === time)}))
      .filter(({point}) => Number.isFinite(point?.y))
      .sort((a, b) => b.point!.y - a.point!.y);
    return {
      x: x(time),
      y: y(found[0]?.point?.y ?? 0),
      title: formatX(time),
      lines: found.map(({line, point}) => ({
        name: line.text,
        value: Number.isFinite(point!.low)
          ? `${format(point!.y)} (${format(point!.low)} to ${format(point!.high)})`
          : format(point!.y),
        color: line.series === "" ? undefined : line.color,
      })),
    };
  });
}
