/**
 * What every chart of the house hands to Plot: its size and type, and axes in the style of the house. A page that
 * draws with Plot itself begins with `...plotDefaults({width})` and these marks, and looks like the rest.
 */
import * as Plot from "@observablehq/plot";
import {type Format, short, type Time} from "../lib/format.js";
import type {OptionNames} from "./options.js";
import {color} from "./palette.js";
import {textWidth} from "./textWidth.js";

export interface ChartOptions {
  /** In pixels, from the figure. */
  width: number;
  height?: number;
  document?: Document;
}

export const chartOptions: OptionNames<ChartOptions> = {width: true, height: true, document: true};

/** Below this width a chart has fewer ticks and the names of its series above it. */
export const narrow = 520;

/** An axis whose labels stay behind the data. */
export const axisLook = {
  tickSize: 0,
  tickPadding: 8,
  fill: color("ink-muted"),
  label: null,
} as const;

/** Lines behind the data. */
export const gridLook = {
  stroke: color("rule"),
  strokeOpacity: 1,
} as const;

/** Options for `Plot.plot`: size, type, and margins without labels on the axes, since the subtitle names them. */
export function plotDefaults({
  width,
  height = width < narrow ? 260 : 340,
  document = globalThis.document,
}: ChartOptions) {
  return {
    document,
    width,
    height,
    marginTop: 14,
    marginRight: 14,
    marginBottom: 36,
    style: "font-family:var(--sans-serif);font-size:12px;overflow:visible",
    x: {label: null},
    y: {label: null},
    fx: {label: null},
    fy: {label: null},
  } satisfies Plot.PlotOptions;
}

/** The left margin that the labels of a value axis need, for values between these; labels between may be longer. */
export function valueMargin(values: readonly number[], format: Format): number {
  const ends = [Math.min(0, ...values), Math.max(0, ...values)];
  const ticks = ticksBetween(ends[0]!, ends[1]!, 5);
  const write = format.scale?.(ticks) ?? format;
  return 10 + Math.max(0, ...ticks.map((tick) => textWidth(write(tick))));
}

/** About the ticks that Plot gives an axis between these values. */
function ticksBetween(low: number, high: number, count: number): number[] {
  const rough = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.99) ?? 10);
  // half the step as well, since Plot may take it, with a decimal more
  const ticks = [];
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at += 0.5)
    ticks.push(at * step);
  return ticks;
}

/** The labels of an axis, for its option `text`: all in one unit. */
export function axisText(format: Format): {transform: (ticks: number[]) => string[]} {
  const write = (ticks: number[]) => format.scale?.(ticks) ?? format;
  return {transform: (ticks) => ticks.map((tick) => write(ticks)(tick))};
}

/** Horizontal grid lines with their labels at the left. */
export function valueAxis(format: Format = short, {height = 340} = {}): Plot.Markish[] {
  const ticks = Math.max(3, Math.round(height / 70));
  return [
    Plot.gridY({ticks, ...gridLook}),
    Plot.axisY({
      ticks,
      text: axisText(format),
      ...axisLook,
    }),
  ];
}

/** The line that bars stand on; a chart with it shows zero. */
export function zeroLine(): Plot.Markish {
  return Plot.ruleY([0], {stroke: color("ink-muted")});
}

/**
 * Months below the plot, as many as there is room for, the year below the first and each January; `below` pixels
 * further down where something of the same time is drawn between.
 */
export function monthAxis(
  times: readonly Time[],
  width: number,
  anchor: "bottom" | "top" = "bottom",
  below = 0,
): Plot.Markish {
  const months = new Set(times.map((time) => String(new Date(time ?? 0).toISOString().slice(0, 7))))
    .size;
  const step = [1, 2, 3, 6, 12].find((step) => (width * step) / Math.max(1, months) >= 40) ?? 12;
  return Plot.axisX({
    anchor,
    ...axisLook,
    ticks: step === 12 ? "year" : `${step} months`,
    tickPadding: axisLook.tickPadding + below,
    lineHeight: 1.3,
  });
}
