import * as Plot from "@observablehq/plot";
import {count, short, type Value} from "../lib/format.js";
import {type Channel, numeric, reader} from "./channel.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {
  axisLook,
  type ChartOptions,
  chartOptions,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface HistogramOptions<Row> extends ChartOptions {
  /** Where a bin begins; all have the same width. */
  from: Channel<Row, Value>;
  binWidth: number;
  y: Channel<Row, Value>;
  /** How a place on the x axis is written. */
  formatX?: (value: Value) => string;
  /** What a bin is called in the tooltip. */
  names: (row: Row) => string;
  name?: string;
  color?: (row: Row) => string;
  /** Places with a word: a median, one person. */
  marks?: readonly {value: number; text: string}[];
}

const optionNames: OptionNames<HistogramOptions<object>> = {
  ...chartOptions,
  from: true,
  binWidth: true,
  y: true,
  formatX: true,
  names: true,
  name: true,
  color: true,
  marks: true,
};

/** How many bins a tick may stand for, so that ticks are round. */
const tickSteps = [1, 2, 5, 10, 20, 50, 100];

/** How many of a population lie in each of many equal bins, on a continuous axis, with named places on it. */
export function histogram<Row extends object>(
  rows: readonly Row[],
  options: HistogramOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width, binWidth, formatX = short, names, name = "People", marks = []} = options;
  const defaults = plotDefaults(options);
  const [from, y] = [reader(options.from, rows), reader(options.y, rows)];
  const bins = rows.map((row) => ({row, from: numeric(from(row)), value: numeric(y(row))}));
  const least = Math.min(...bins.map((bin) => bin.from));
  const most = Math.max(...bins.map((bin) => bin.from)) + binWidth;
  const room = Math.max(...bins.map((bin) => textWidth(formatX(bin.from)))) + 14;
  const fewest = (bins.length * room) / Math.max(1, width - 60);
  const step = tickSteps.find((bins) => bins >= fewest) ?? bins.length;
  // One line of words for each mark, so that marks close to each other do not overprint.
  const words = [...marks].sort((a, b) => a.value - b.value).map((mark, line) => ({...mark, line}));
  const isRight = ({value}: {value: number}) => value > (least + most) / 2;
  const word = {
    x: "value",
    text: "text",
    frameAnchor: "top",
    fill: color("ink"),
    stroke: color("paper"),
    strokeWidth: 4,
    fontSize: 13,
  } as const;
  const lines = words.flatMap((mark) => {
    const look = {...word, dy: -16 * (words.length - mark.line) + 2};
    return isRight(mark)
      ? Plot.text([mark], {...look, textAnchor: "end", dx: 4})
      : Plot.text([mark], {...look, textAnchor: "start", dx: -4});
  });
  return Plot.plot({
    ...defaults,
    marginTop: 14 + 16 * words.length,
    marginBottom: 30,
    marginLeft: valueMargin(
      bins.map(({value}) => value),
      count,
    ),
    x: {label: null, domain: [least, most]},
    y: {label: null, zero: true, nice: true},
    marks: [
      ...valueAxis(count, defaults),
      Plot.axisX({
        ticks: bins.flatMap(({from}) => (Math.round(from / binWidth) % step === 0 ? [from] : [])),
        tickFormat: (tick) => formatX(tick),
        ...axisLook,
      }),
      Plot.rectY(bins, {
        x1: "from",
        x2: (bin) => bin.from + binWidth,
        y: "value",
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: (bin) => options.color?.(bin.row) ?? color("mark"),
      }),
      zeroLine(),
      Plot.ruleX(words, {x: "value", stroke: color("ink"), strokeDasharray: "4 3"}),
      ...lines,
      tooltip(
        bins.map((bin) => ({
          x: bin.from + binWidth / 2,
          y: bin.value,
          title: names(bin.row),
          lines: [{name, value: count(bin.value)}],
        })),
      ),
    ],
  });
}
