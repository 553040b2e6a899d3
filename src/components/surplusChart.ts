import * as Plot from "@observablehq/plot";
import {type Format, money, monthText, type Time, type Value} from "../lib/format.js";
import {type Channel, dated, numeric, reader} from "./channel.js";
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
import {namesBeside, namesMargin} from "./seriesNames.js";
import {tooltip} from "./tooltip.js";

interface Line<Row> {
  value: Channel<Row, Value>;
  name: string;
}

export interface SurplusOptions<Row> extends ChartOptions {
  x: Channel<Row, Time>;
  /** What became of the money. */
  value: Line<Row>;
  /** What was put in; `inSteps` where a row is a day, since what is put in on one stays as it is until more comes. */
  base: Line<Row> & {inSteps?: boolean};
  /** What the value is compared with; left out where no row has it. */
  other?: Line<Row>;
  format?: Format;
  formatX?: (time: Time) => string;
}

const optionNames: OptionNames<SurplusOptions<object>> = {
  ...chartOptions,
  x: true,
  value: true,
  base: true,
  other: true,
  format: true,
  formatX: true,
};

interface Point {
  readonly at: Date;
  readonly value: number;
  readonly base: number;
  readonly other: number;
}

/**
 * A value over time above what was put into it, the room between them filled as a gain or a loss, and a line
 * to compare the value with. Lines are named where they end, or above the chart where it is narrow.
 */
export function surplusChart<Row extends object>(
  rows: readonly Row[],
  options: SurplusOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, format = money, formatX = monthText} = options;
  const defaults = plotDefaults(options);
  const points = pointsOf(rows, options);
  const hasOther = points.some(({other}) => Number.isFinite(other));
  const lines = [
    {key: "value", name: options.value.name, color: color("accent")},
    ...(options.other && hasOther
      ? [{key: "other", name: options.other.name, color: color("group-discretionary")} as const]
      : []),
    {key: "base", name: options.base.name, color: color("ink-muted")},
  ] as const;
  const names = lines.map(({name}) => name);
  const isBeside = width >= narrow;
  const values = points.flatMap((point) => lines.map(({key}) => point[key]));
  const write = format.scale?.(values.filter(Number.isFinite)) ?? format;
  const last = points.at(-1);
  const steps = options.base.inSteps ? stepped(points) : points;
  return Plot.plot({
    ...defaults,
    marginLeft: valueMargin(values.filter(Number.isFinite), format),
    marginRight: isBeside ? namesMargin(names) : defaults.marginRight,
    x: {type: "utc", label: null},
    y: {label: null, zero: true, nice: true},
    color: {domain: names, range: lines.map((line) => line.color), legend: !isBeside},
    marks: [
      ...valueAxis(format, defaults),
      zeroLine(),
      monthAxis(
        points.map(({at}) => at),
        width,
      ),
      Plot.differenceY(steps, {
        x: "at",
        y1: "base",
        y2: "value",
        positiveFill: color("gain"),
        negativeFill: color("loss"),
        positiveFillOpacity: 0.22,
        negativeFillOpacity: 0.22,
        stroke: "none",
      }),
      Plot.lineY(steps, {x: "at", y: "base", stroke: color("ink-muted"), strokeWidth: 1.5}),
      ...lines
        .filter(({key}) => key !== "base")
        .toReversed()
        .map((line) =>
          Plot.lineY(points, {x: "at", y: line.key, stroke: line.color, strokeWidth: 2}),
        ),
      namesBeside(
        isBeside && last
          ? lines.map(({key, name, color}) => ({x: last.at, y: last[key], text: name, color}))
          : [],
      ),
      tooltip(
        points.map((point) => ({
          x: point.at,
          y: point.value,
          title: formatX(point.at),
          lines: lines
            .filter(({key}) => Number.isFinite(point[key]))
            .map(({key, name, color}) => ({name, value: write(point[key]), color, y: point[key]})),
        })),
        {hasGuide: true},
      ),
    ],
  });
}

function pointsOf<Row extends object>(
  rows: readonly Row[],
  {x, value, base, other}: SurplusOptions<Row>,
): Point[] {
  const at = reader(x, rows);
  const [became, wasPut] = [reader(value.value, rows), reader(base.value, rows)];
  const compared = other ? reader(other.value, rows) : () => null;
  return rows.map((row) => ({
    at: dated(at(row)),
    value: numeric(became(row)),
    base: numeric(wasPut(row)),
    other: numeric(compared(row)),
  }));
}

/** The points, and before each the base as it was until then, so that it rises in steps and the value in slopes. */
function stepped(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return before ? [{...point, base: before.base}, point] : [point];
  });
}
