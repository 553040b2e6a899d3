import * as Plot from "@observablehq/plot";
import {builder} from "../../components/dom.js";
import {nameAxis} from "../../components/nameAxis.js";
import {color, signColor} from "../../components/palette.js";
import {
  axisLook,
  axisText,
  type ChartOptions,
  gridLook,
  narrow,
  plotDefaults,
} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {money} from "../../lib/format.js";
import {nameAndTicker} from "../../lib/investing/instrumentName.js";
import type {TickerRow} from "./tickers.js";

const pitch = 24;

/** The parts of a result by the look of their dots, since colour says gain or loss. */
const parts = [
  {key: "unrealized_eur", name: "Unrealised", fill: "paper"},
  {key: "realized_eur", name: "Realised", fill: "ink"},
  {key: "dividend_eur", name: "Dividends", fill: "context"},
] as const;

/**
 * What each instrument made, in the order of the rows: a bar of all together in the colour of its sign, its amount at the
 * right edge, and on the bar a dot for each part.
 */
export function gainDots(rows: readonly TickerRow[], options: ChartOptions): HTMLElement {
  const {width, document = globalThis.document} = options;
  const {html} = builder(document);
  const key = ({name, fill}: (typeof parts)[number]) =>
    html("span", {}, html("i", {class: "dot-key", style: `--fill: ${color(fill)}`}), name);
  return html(
    "div",
    {class: "multiples"},
    html(
      "p",
      {class: "multiples-key"},
      ...(["gain", "loss"] as const).map((side) =>
        html("span", {}, html("i", {style: `border-top: 6px solid ${color(side)}`}), `Net ${side}`),
      ),
      ...parts.map(key),
    ),
    dotsPlot(rows, {width, document}) as unknown as HTMLElement,
  );
}

function dotsPlot(rows: readonly TickerRow[], options: ChartOptions): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const textOf = (row: TickerRow) => (isNarrow ? row.symbol : nameAndTicker(row));
  const write = money.scale!(rows.map((row) => row.result_eur));
  const nameRoom = 14 + Math.max(0, ...rows.map((row) => textWidth(textOf(row), 13)));
  const sumRoom = 16 + Math.max(0, ...rows.map((row) => textWidth(write(row.result_eur), 13)));
  const ticks = isNarrow ? 3 : 6;
  return Plot.plot({
    ...plotDefaults(options),
    height: rows.length * pitch + 30,
    marginTop: 2,
    marginBottom: 28,
    marginLeft: Math.min(nameRoom, width * 0.4),
    marginRight: sumRoom,
    x: {label: null, zero: true, nice: true},
    y: {label: null, domain: rows.map(textOf), padding: 0.2},
    marks: [
      nameAxis(Math.min(nameRoom, width * 0.4)),
      Plot.gridX({ticks, ...gridLook}),
      Plot.axisX({
        ticks,
        text: axisText(money),
        ...axisLook,
      }),
      Plot.barX(rows, {
        y: textOf,
        x: "result_eur",
        fill: ({result_eur}: TickerRow) => signColor(result_eur),
        insetTop: 6,
        insetBottom: 6,
      }),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      ...parts.map(({key, fill}) =>
        Plot.dot(
          rows.filter((row) => row[key] !== 0),
          {x: key, y: textOf, r: 4, fill: color(fill), stroke: color("ink"), strokeWidth: 1.5},
        ),
      ),
      Plot.text(rows, {
        y: textOf,
        text: (row: TickerRow) => write(row.result_eur),
        frameAnchor: "right",
        textAnchor: "end",
        dx: sumRoom,
        fontSize: 13,
        fontWeight: 550,
        fill: (row: TickerRow) => signColor(row.result_eur),
      }),
      tooltip(
        rows.map((row) => ({
          x: row.result_eur,
          y: textOf(row),
          title: nameAndTicker(row),
          lines: [
            {name: "Net", value: write(row.result_eur), color: signColor(row.result_eur)},
            ...parts.map(({key, name}) => ({name, value: money(row[key])})),
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
