import * as Plot from "@observablehq/plot";
import {type Format, moneyScale, moneyWhole, type Value, withSign} from "../lib/format.js";
import {type Channel, numeric, reader} from "./channel.js";
import {nameAxis} from "./nameAxis.js";
import {assertOptions, type OptionNames} from "./options.js";
import {color} from "./palette.js";
import {type ChartOptions, chartOptions, narrow, plotDefaults} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

export interface WaterfallOptions<Row> extends ChartOptions {
  label: Channel<Row, string>;
  value: Channel<Row, Value>;
  /** A total stands on zero and should be where the steps before it lead; all else is a step from there. */
  isTotal: (row: Row) => boolean;
  color?: (row: Row) => string;
  format?: Format;
}

const optionNames: OptionNames<WaterfallOptions<object>> = {
  ...chartOptions,
  label: true,
  value: true,
  isTotal: true,
  color: true,
  format: true,
};

const pitch = 32;

/**
 * How one value became another, read downwards: totals from zero, and between them each step from where the
 * one before it ended, with its sign and amount beside it.
 */
export function waterfall<Row extends object>(
  rows: readonly Row[],
  options: WaterfallOptions<Row>,
): HTMLElement | SVGElement {
  assertOptions(options, optionNames);
  const {width} = options;
  const bars = barsOf(rows, options);
  const values = bars.map(({value}) => value);
  // in full as long as they can be read, so that a reader can add them up
  const isLarge = values.some((value) => Math.abs(value) >= 1e6);
  const format = options.format ?? (isLarge ? moneyScale(values) : moneyWhole);
  const fontSize = width < narrow ? 12 : 13;
  const texts = bars.map(({isTotal, value}) => (isTotal ? format(value) : withSign(value, format)));
  const nameRoom = 16 + Math.max(0, ...bars.map(({text}) => textWidth(text, fontSize)));
  const valueRoom = 10 + Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
  const hasNegative = bars.some(({from, to}) => Math.min(from, to) < 0);
  const fallback = ({isTotal, value}: Bar<Row>) =>
    color(isTotal ? "accent" : value < 0 ? "loss" : "gain");
  return Plot.plot({
    ...plotDefaults(options),
    height: bars.length * pitch + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: valueRoom,
    x: {axis: null, zero: true, ...(hasNegative ? {insetLeft: 4} : {})},
    y: {label: null, type: "band", domain: bars.map(({text}) => text), padding: 0.3},
    marks: [
      nameAxis(nameRoom, {size: fontSize, padding: 10}),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.link(bars.slice(1), {
        x: "link",
        y1: "before",
        y2: "text",
        stroke: color("rule-strong"),
      }),
      Plot.barX(bars, {
        y: "text",
        x1: "from",
        x2: "to",
        fill: (bar: Bar<Row>) => options.color?.(bar.row) ?? fallback(bar),
        // so that a step of a few euros is seen to be there
        insetRight: -0.75,
      }),
      Plot.text(bars, {
        y: "text",
        x: (bar: Bar<Row>) => Math.max(bar.from, bar.to),
        text: (_: Bar<Row>, i: number) => texts[i],
        textAnchor: "start",
        dx: 8,
        fontSize,
        fontWeight: 500,
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      tooltip(
        bars.map(({text, from, to}, i) => ({
          x: (from + to) / 2,
          y: text,
          title: text,
          lines: [{name: "Amount", value: texts[i]!}],
        })),
        {by: "y"},
      ),
    ],
  });
}

interface Bar<Row> {
  readonly row: Row;
  readonly text: string;
  /** The name of the bar before it. */
  readonly before: string;
  readonly value: number;
  readonly isTotal: boolean;
  readonly from: number;
  readonly to: number;
  /** Where the bar before it ended. */
  readonly link: number;
}

function barsOf<Row extends object>(
  rows: readonly Row[],
  {label, value, isTotal}: WaterfallOptions<Row>,
): Bar<Row>[] {
  const [textOf, amountOf] = [reader(label, rows), reader(value, rows)];
  let at = 0;
  let before = "";
  return rows.map((row) => {
    const amount = numeric(amountOf(row));
    const total = isTotal(row);
    const from = total ? 0 : at;
    const to = total ? amount : at + amount;
    const bar = {
      row,
      text: textOf(row),
      before: before || textOf(row),
      value: amount,
      isTotal: total,
      from,
      to,
      link: at,
    };
    at = to;
    before = bar.text;
    return bar;
  });
}
