import {scaleLinear} from "d3-scale";
import {month as monthText, short, type Time, type Value} from "../lib/format.js";
import {baseAxis, monthTicks, valueAxis, valueAxisWidth} from "./axis.js";
import {type Channel, type ChartOptions, distinct, type Frame, frame, narrow, px} from "./chart.js";
import {bandOf, type Line, linesOf, pathsOf, type Scale} from "./lineSeries.js";
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
    format = short,
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
  const value = scaleLinear(domain, [0, 1]).nice(Math.max(3, height / 70));
  const ticks = value.ticks(Math.max(3, Math.round(height / 70)));
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
    ...lines.flatMap((line) => [
      ...bandOf(chart, line, x, y),
      ...pathsOf(chart, line, x, y, options.dashedFrom),
    ]),
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
  {format = short, formatX = monthText}: LineOptions<Row>,
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
