import * as Plot from "@observablehq/plot";
import {dated, distinct} from "../../components/channel.js";
import {builder} from "../../components/dom.js";
import {color, signColor} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  gridLook,
  monthAxis,
  plotDefaults,
} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {dayText, money, percent} from "../../lib/format.js";
import {nameAndTicker, shortName} from "../../lib/investing/instrumentName.js";
import {plural} from "../../lib/words.js";
import type {CostRow} from "./costs.js";

interface Point extends CostRow {
  readonly at: Date;
}

const gap = 24;

/**
 * A small picture for each instrument, each on a scale of its own: the price, what all holders paid on average, and
 * between the two what they have gained (price above) or lost (price below). Where the price is at the end is written at its
 * head.
 */
export function costPanels(rows: readonly CostRow[], options: ChartOptions): HTMLElement {
  const {width, document = globalThis.document} = options;
  const {html} = builder(document);
  const columns = Math.max(1, Math.min(3, Math.floor((width + gap) / (260 + gap))));
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const key = (name: string, style: string) => html("span", {}, html("i", {style}), name);
  return html(
    "div",
    {class: "multiples"},
    html(
      "p",
      {class: "multiples-key"},
      key("Price", `border-top: 2px solid ${color("ink")}`),
      key("Average cost of all holders", `border-top: 2px dashed ${color("accent")}`),
      key("Gain", `background: ${color("gain")}`),
      key("Loss", `background: ${color("loss")}`),
    ),
    html(
      "div",
      {style: `grid-template-columns: repeat(${columns}, minmax(0, 1fr)); column-gap: ${gap}px`},
      ...distinct(rows.map(({symbol}) => symbol)).map((symbol) => {
        const points = rows
          .filter((row) => row.symbol === symbol)
          .map((row) => ({...row, at: dated(row.day)}));
        const last = points.at(-1)!;
        const gain = last.average_cost_eur ? last.price_eur / last.average_cost_eur - 1 : null;
        return html(
          "div",
          {},
          html(
            "p",
            {class: "multiples-head is-stacked"},
            html("b", {}, nameAndTicker(last)),
            html("span", {style: `color:${signColor(gain)}`}, standing(gain)),
          ),
          costPlot(points, {width: each, document}),
        );
      }),
    ),
  );
}

function standing(gain: number | null): string {
  if (gain === null) return "held by nobody";
  const size = percent(Math.abs(gain), 1);
  if (size === "0.0%") return "at cost";
  return `${size} ${gain < 0 ? "below" : "above"} cost`;
}

function costPlot(points: readonly Point[], options: ChartOptions): HTMLElement | SVGElement {
  const held = points.filter((point) => point.average_cost_eur !== null);
  return Plot.plot({
    ...plotDefaults({...options, height: 150}),
    marginLeft: 40,
    marginTop: 8,
    marginRight: 6,
    x: {type: "utc", label: null},
    y: {label: null, zero: false, nice: true},
    marks: [
      Plot.gridY({ticks: 3, ...gridLook}),
      Plot.axisY({
        ticks: 3,
        tickFormat: (tick: number) => money(tick),
        ...axisLook,
        tickPadding: 6,
      }),
      monthAxis(
        points.map(({at}) => at),
        options.width,
      ),
      Plot.differenceY(held, {
        x: "at",
        y1: "average_cost_eur",
        y2: "price_eur",
        positiveFill: color("gain"),
        negativeFill: color("loss"),
        positiveFillOpacity: 0.22,
        negativeFillOpacity: 0.22,
        stroke: "none",
      }),
      Plot.lineY(points, {
        x: "at",
        y: "average_cost_eur",
        stroke: color("accent"),
        strokeWidth: 1.75,
        strokeDasharray: "5 3",
      }),
      Plot.lineY(points, {x: "at", y: "price_eur", stroke: color("ink"), strokeWidth: 1.5}),
      tooltip(
        points.map(({at, price_eur, average_cost_eur, holder_count, name}) => ({
          x: at,
          y: price_eur,
          title: `${shortName(name)}, ${dayText(at)}`,
          lines: [
            {name: "Price", value: money(price_eur)},
            {name: "Average cost", value: money(average_cost_eur)},
            {name: "Holders", value: plural(holder_count, "account")},
          ],
        })),
      ),
    ],
  });
}
