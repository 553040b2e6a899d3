import * as Plot from "@observablehq/plot";
import {type Format, monthText, short, type Time, type Value} from "../lib/format.js";
import {assertTimes, type Channel, dated, distinct, numeric, reader} from "./channel.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {
  type ChartOptions,
  chartOptions,
  monthAxis,
  narrow,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "./plotDefaults.js";
import {levelLines, limitRoom, standingLines, wordRoom} from "./referenceLine.js";
import {namesBeside, namesMargin} from "./seriesNames.js";
import type {Stop} from "./stop.js";
import {tooltip} from "./tooltip.js";

export interface LineOptions<Row> extends ChartOptions {
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  /** One line each; without it there is one line and no name. */
  series?: Channel<Row, string>;
  /** The low and high end of a band around each line: quartiles, an interval. */
  band?: readonly [low: Channel<Row, Value>, high: Channel<Row, Value>];
  // methods, not properties: these take a function of some names only
  colors?(series: string): string;
  names?(series: string): string;
  /** A series without a name on the chart is context: a thin line, named in the tooltip only. */
  isNamed?(series: string): boolean;
  format?: Format;
  formatX?: (time: Time) => string;
  /** Whether the value axis begins at zero (yes, unless told). */
  zero?: boolean;
  /** Lines are dotted from today on: a forecast. */
  dashedFrom?: Time;
  /** Level lines with a word: a limit, a target. */
  levels?: readonly {value: number; text: string}[];
  /** What a single line is called in the tooltip. */
  name?: string;
  /** Values that the axis spans as well, so that charts side by side can be compared. */
  extent?: readonly number[];
}

const optionNames: OptionNames<LineOptions<object>> = {
  ...chartOptions,
  x: true,
  y: true,
  series: true,
  band: true,
  colors: true,
  names: true,
  isNamed: true,
  format: true,
  formatX: true,
  zero: true,
  dashedFrom: true,
  levels: true,
  name: true,
  extent: true,
};

interface Point {
  at: Date;
  value: number;
  low: number;
  high: number;
  series: string;
}

/**
 * Values over time, one line a series, named where it ends (or above the chart, where it is narrow). Rows may come in
 * any order; a missing value leaves a gap. The tooltip shows all series of the nearest time.
 */
export function lineChart<Row extends object>(
  rows: readonly Row[],
  options: LineOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, format = short, zero = true, levels = [], extent = []} = options;
  const {colors = () => color("accent"), names = (series: string) => series} = options;
  const defaults = plotDefaults(options);
  const points = pointsOf(rows, options);
  const series = distinct(points.map((point) => point.series)).filter(Boolean);
  const named = series.filter((name) => options.isNamed?.(name) ?? true);
  const isContext = (point: Point) => point.series !== "" && !named.includes(point.series);
  const isBeside = width >= narrow && named.length > 0;
  const values = points.flatMap(({value, low, high}) => [value, low, high]).filter(Number.isFinite);
  // A limit below zero has the lines above it, so its word stands below.
  const limits = levels.filter(({value}) => value < 0);
  const turn = dated(options.dashedFrom).getTime();

  const line = (data: readonly Point[], look: Plot.LineYOptions) =>
    Plot.lineY(data, {x: "at", y: "value", z: "series", stroke: "series", strokeWidth: 2, ...look});
  const story = points.filter((point) => !isContext(point));
  const stops = stopsOf(points, options);
  return Plot.plot({
    ...defaults,
    marginTop: Number.isNaN(turn) ? defaults.marginTop : wordRoom,
    marginLeft: valueMargin([...values, ...extent, ...levels.map(({value}) => value)], format),
    marginRight: isBeside ? namesMargin(named.map(names)) : defaults.marginRight,
    x: {type: "utc", label: null},
    y: {label: null, zero, nice: true},
    insetBottom: limits.length > 0 ? limitRoom : 0,
    color: {
      domain:
        series.length > 0 ? [...named, ...series.filter((name) => !named.includes(name))] : [""],
      range:
        series.length > 0
          ? [...named, ...series.filter((name) => !named.includes(name))].map(colors)
          : [colors("")],
      legend: !isBeside && named.length > 0,
      tickFormat: names,
    },
    marks: [
      ...valueAxis(format, defaults),
      ...(zero || Math.min(...values) < 0 ? [zeroLine()] : []),
      monthAxis(
        points.map(({at}) => at),
        width,
      ),
      ...levelLines(levels),
      Plot.ruleY(extent, {strokeOpacity: 0}),
      ...standingLines(Number.isNaN(turn) ? [] : [{value: new Date(turn), text: "Today"}]),
      Plot.areaY(
        story.filter(({low, high}) => Number.isFinite(low + high)),
        {x: "at", y1: "low", y2: "high", z: "series", fill: "series", fillOpacity: 0.16},
      ),
      line(points.filter(isContext), {strokeWidth: 1.25}),
      line(Number.isNaN(turn) ? story : story.filter(({at}) => at.getTime() <= turn), {}),
      line(Number.isNaN(turn) ? [] : story.filter(({at}) => at.getTime() >= turn), {
        strokeDasharray: "2 5",
      }),
      namesBeside((isBeside ? named : []).map((name) => endOf(points, name, names, colors))),
      tooltip(stops, {hasGuide: true}),
    ],
  });
}

function pointsOf<Row extends object>(rows: readonly Row[], options: LineOptions<Row>): Point[] {
  const [x, y] = [reader(options.x, rows), reader(options.y, rows)];
  assertTimes("x", rows.map(x));
  const series = options.series ? reader(options.series, rows) : () => "";
  const [low, high] = (options.band ?? []).map((channel) => reader(channel, rows));
  return rows
    .map((row) => ({
      at: dated(x(row)),
      value: numeric(y(row)),
      low: numeric(low?.(row)),
      high: numeric(high?.(row)),
      series: series(row),
    }))
    .filter(({at}) => !Number.isNaN(at.getTime()))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function endOf(
  points: readonly Point[],
  series: string,
  names: (series: string) => string,
  colors: (series: string) => string,
) {
  const last = points.findLast((point) => point.series === series && Number.isFinite(point.value));
  return {
    x: last?.at ?? new Date(Number.NaN),
    y: last?.value ?? Number.NaN,
    text: names(series),
    color: colors(series),
  };
}

/** One stop a time, its series from the highest value down. */
function stopsOf<Row extends object>(
  points: readonly Point[],
  {
    format = short,
    formatX = monthText,
    names = (series: string) => series,
    colors = () => color("accent"),
    name = "Value",
  }: LineOptions<Row>,
): Stop[] {
  const known = points.filter(({value}) => Number.isFinite(value));
  return distinct(known.map(({at}) => at.getTime())).map((time) => {
    const here = known.filter(({at}) => at.getTime() === time).sort((a, b) => b.value - a.value);
    return {
      x: new Date(time),
      y: here[0]!.value,
      title: formatX(time),
      lines: here.map(({series, value, low, high}) => ({
        name: series === "" ? name : names(series),
        value: Number.isFinite(low)
          ? `${format(value)} (${format(low)} to ${format(high)})`
          : format(value),
        color: colors(series),
        y: value,
      })),
    };
  });
}
