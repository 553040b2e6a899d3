import * as Plot from "@observablehq/plot";
import {type Channel, distinct, numeric, reader} from "../../components/channel.js";
import {color} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  narrow,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "../../components/plotDefaults.js";
import {namesBeside, namesMargin} from "../../components/seriesNames.js";
import {tooltip} from "../../components/tooltip.js";
import {short, type Value} from "../../lib/format.js";
import {plural} from "../../lib/words.js";

export interface EventOptions<Row> extends ChartOptions {
  /** Months from the event, below zero before it. */
  x: Channel<Row, Value>;
  y: Channel<Row, Value>;
  series: Channel<Row, string>;
  /** The low and high end of a band around each line. */
  band: readonly [low: Channel<Row, Value>, high: Channel<Row, Value>];
  colors(series: string): string;
  names(series: string): string;
  format?: (value: Value) => string;
  /** What happens at zero. */
  event: string;
}

/**
 * Changes around an event: one line with its band a series, over months before and after. The event stands between the
 * last month before and month zero, so that before and after are told apart.
 */
export function eventStudy<Row extends object>(
  rows: readonly Row[],
  options: EventOptions<Row>,
): HTMLElement | SVGElement {
  const {width, format = short, colors, names, event} = options;
  const defaults = plotDefaults(options);
  const [x, y, series] = [
    reader(options.x, rows),
    reader(options.y, rows),
    reader(options.series, rows),
  ];
  const [low, high] = [reader(options.band[0], rows), reader(options.band[1], rows)];
  const points = rows
    .map((row) => ({
      at: numeric(x(row)),
      value: numeric(y(row)),
      low: numeric(low(row)),
      high: numeric(high(row)),
      series: series(row),
    }))
    .sort((a, b) => a.at - b.at);
  const all = distinct(points.map((point) => point.series));
  const isBeside = width >= narrow;
  const values = points.flatMap(({value, low, high}) => [value, low, high]);
  const months = distinct(points.map(({at}) => at));
  const stops = months.map((at) => {
    const here = points.filter((point) => point.at === at).sort((a, b) => b.value - a.value);
    return {
      x: at,
      y: here[0]!.value,
      title: offsetName(at),
      lines: here.map(({series, value, low, high}) => ({
        name: names(series),
        value: Number.isFinite(low)
          ? `${format(value)} (${format(low)} to ${format(high)})`
          : format(value),
      })),
    };
  });
  return Plot.plot({
    ...defaults,
    marginTop: 26,
    marginLeft: valueMargin(values.filter(Number.isFinite), format),
    marginRight: isBeside ? namesMargin(all.map(names)) : defaults.marginRight,
    x: {label: null, domain: [Math.min(...months) - 0.2, Math.max(...months) + 0.2]},
    y: {label: null, zero: true, nice: true},
    color: {domain: all, range: all.map(colors), legend: !isBeside, tickFormat: names},
    marks: [
      ...valueAxis(format, defaults),
      zeroLine(),
      Plot.axisX({
        ticks: months,
        tickFormat: (month: number) => (month > 0 ? `+${month}` : short(month)),
        ...axisLook,
      }),
      Plot.ruleX([-0.5], {stroke: color("ink-muted"), strokeDasharray: "4 3"}),
      Plot.text([-0.5], {
        x: (at) => at,
        text: () => event,
        frameAnchor: "top",
        dy: -16,
        fill: color("ink-muted"),
      }),
      Plot.areaY(
        points.filter(({low, high}) => Number.isFinite(low + high)),
        {x: "at", y1: "low", y2: "high", z: "series", fill: "series", fillOpacity: 0.16},
      ),
      Plot.lineY(points, {x: "at", y: "value", z: "series", stroke: "series", strokeWidth: 2}),
      namesBeside(
        (isBeside ? all : []).map((name) => {
          const last = points.findLast((point) => point.series === name);
          return {
            x: last?.at ?? Number.NaN,
            y: last?.value ?? Number.NaN,
            text: names(name),
            color: colors(name),
          };
        }),
      ),
      tooltip(stops),
    ],
  });
}

/** `the month of the event`, `2 months before`, `1 month after`. */
function offsetName(at: number): string {
  if (at === 0) return "First month";
  return `${plural(Math.abs(at), "month")} ${at < 0 ? "before" : "later"}`;
}
