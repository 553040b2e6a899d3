import * as Plot from "@observablehq/plot";
import {asDate, monthText, short, type Time, type Value} from "../lib/format.js";
import {type Channel, distinct, numeric, reader} from "./channel.js";
import {color} from "./palette.js";
import {
  type ChartOptions,
  monthAxis,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface BarOptions<Row> extends ChartOptions {
  /** A month (a date) or a name; names keep the order of the rows. */
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  /** Parts of each bar: what is positive stacks up from zero, what is negative down. */
  series?: Channel<Row, string>;
  // methods, not properties: these take a function of some names only
  colors?(series: string): string;
  names?(series: string): string;
  /** A colour for one bar, where there are no series. */
  color?: (row: Row) => string;
  format?: (value: Value) => string;
  formatX?: (x: Time) => string;
  /** Whether a short line marks the sum of each bar's parts. */
  net?: boolean;
  /** What a bar without parts is called in the tooltip. */
  name?: string;
  /** A level line with a word to compare with: an average, a limit. */
  level?: {value: number; text: string} | undefined;
}

interface Part<Row> {
  row: Row;
  key: Date | string;
  series: string;
  value: number;
}

/** Bars over months or ordered names, from a zero baseline; with `series` they are stacked. */
export function barChart<Row extends object>(
  rows: readonly Row[],
  options: BarOptions<Row>,
): HTMLElement | SVGElement {
  const {width, format = short, net = false, name = "Value"} = options;
  const {colors = () => color("accent"), names = (series: string) => series} = options;
  const defaults = plotDefaults(options);
  const [x, y] = [reader(options.x), reader(options.y)];
  const series = options.series ? reader(options.series) : () => "";
  const parts = rows.map((row) => ({
    row,
    key: keyOf(x(row)),
    series: series(row),
    value: numeric(y(row)),
  }));
  const isTime = parts[0]?.key instanceof Date;
  const formatX = options.formatX ?? (isTime ? monthText : String);
  const all = distinct(parts.map((part) => part.series));
  const bars = barsOf(parts);
  const stops = bars.map(({key, up, sum, parts}) => ({
    x: key,
    y: up,
    title: formatX(key),
    lines: [
      ...parts.map(({series, value}) => ({
        name: series === "" ? name : names(series),
        value: format(value),
      })),
      ...(parts.length > 1 ? [{name: net ? "Net" : "Together", value: format(sum)}] : []),
    ],
  }));
  const isStacked = options.series !== undefined;
  return Plot.plot({
    ...defaults,
    marginBottom: isTime ? defaults.marginBottom : 28,
    marginLeft: valueMargin(
      bars.flatMap(({up, down}) => [up, down]),
      format,
    ),
    x: {
      type: "band",
      label: null,
      paddingInner: 0.28,
      paddingOuter: 0.1,
      ...(isTime ? {interval: "month"} : {domain: bars.map(({key}) => key)}),
    },
    y: {label: null, nice: true, zero: true},
    ...(isStacked
      ? {color: {domain: all, range: all.map(colors), legend: all.length > 1, tickFormat: names}}
      : {}),
    marks: [
      ...valueAxis(format, defaults),
      isTime
        ? monthAxis(
            bars.map(({key}) => key),
            width,
          )
        : nameAxis(
            bars.map(({key}) => String(key)),
            width,
          ),
      Plot.barY(parts, {
        x: "key",
        y: "value",
        fill: isStacked ? "series" : (part: Part<Row>) => options.color?.(part.row) ?? colors(""),
        ...(isStacked ? {stroke: color("paper"), strokeWidth: 0.75} : {}),
      }),
      zeroLine(),
      ...levelLine(options.level),
      Plot.tickY(net ? bars : [], {x: "key", y: "sum", stroke: color("ink"), strokeWidth: 2}),
      tooltip(stops),
    ],
  });
}

function levelLine(level: {value: number; text: string} | undefined): Plot.Markish[] {
  if (!level) return [];
  return [
    Plot.ruleY([level.value], {stroke: color("ink"), strokeDasharray: "4 3"}),
    Plot.text([level.text], {
      y: level.value,
      frameAnchor: "right",
      textAnchor: "end",
      dy: -9,
      fill: color("ink"),
      stroke: color("paper"),
      strokeWidth: 4,
    }),
  ];
}

function barsOf<Row>(parts: readonly Part<Row>[]) {
  const known = parts.filter(({value}) => Number.isFinite(value));
  return distinct(known.map(({key}) => Number(key) || key)).map((bar) => {
    const parts = known.filter(({key}) => (Number(key) || key) === bar);
    const sumOf = (isIn: (value: number) => boolean) =>
      parts.reduce((sum, {value}) => sum + (isIn(value) ? value : 0), 0);
    return {
      key: parts[0]!.key,
      parts,
      sum: sumOf(() => true),
      up: sumOf((value) => value > 0),
      down: sumOf((value) => value < 0),
    };
  });
}

/** Names below the bars: every one, or every nth where they would touch. */
function nameAxis(names: readonly string[], width: number): Plot.Markish {
  const widest = Math.max(0, ...names.map((name) => textWidth(name) + 8));
  const step = Math.max(1, Math.ceil((widest * names.length) / Math.max(1, width - 50)));
  return Plot.axisX({
    ticks: names.filter((_, index) => index % step === 0),
    tickSize: 0,
    tickPadding: 8,
    fill: color("ink-muted"),
    label: null,
  });
}

/** A date where it is one or is written as one, else the text. */
function keyOf(x: Time): Date | string {
  const isDate = x instanceof Date || (typeof x === "string" && /^\d{4}-\d{2}-\d{2}/.test(x));
  return (isDate && asDate(x)) || String(x);
}
