import * as Plot from "@observablehq/plot";
import {dated} from "../../components/channel.js";
import {color} from "../../components/palette.js";
import {
  type ChartOptions,
  monthAxis,
  narrow,
  plotDefaults,
  valueAxis,
  valueMargin,
} from "../../components/plotDefaults.js";
import {namesBeside, namesMargin} from "../../components/seriesNames.js";
import {tooltip} from "../../components/tooltip.js";
import {dayText, money, number} from "../../lib/format.js";
import type {PriceRow, TradeMark} from "./trailRows.js";

const names = {price: "Price", cost: "Average cost"} as const;

/**
 * The price of an instrument with one investor's trades on it, purchases as triangles that point up and sales as ones
 * that point down, the larger the more money moved; beside it what the shares held have cost on average.
 */
export function tradesChart(
  rows: readonly PriceRow[],
  marks: readonly TradeMark[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const defaults = plotDefaults(options);
  const points = rows.map((row) => ({...row, at: dated(row.day)}));
  const trades = marks.map((mark) => ({...mark, at: dated(mark.day)}));
  const lastHeld = points.findLast(({average_cost_eur}) => average_cost_eur !== null);
  const isBeside = width >= narrow;
  const last = points.at(-1);
  const ends = [
    ...(last ? [{x: last.at, y: last.price_eur, text: names.price, color: color("ink")}] : []),
    ...(lastHeld && lastHeld === last
      ? [{x: last.at, y: lastHeld.average_cost_eur!, text: names.cost, color: color("accent")}]
      : []),
  ];
  const most = Math.max(1, ...trades.map(({gross_eur}) => gross_eur));
  const triangles = (side: TradeMark["side"]) =>
    Plot.dot(
      trades.filter((trade) => trade.side === side),
      {
        x: "at",
        y: "price_eur",
        symbol: "triangle",
        rotate: side === "buy" ? 0 : 180,
        r: ({gross_eur}: TradeMark) => 4 + 5 * Math.sqrt(gross_eur / most),
        fill: color(side === "buy" ? "gain" : "loss"),
        stroke: color("paper"),
        strokeWidth: 1,
      },
    );
  const values = [...points.map(({price_eur}) => price_eur), ...trades.map((d) => d.price_eur)];
  return Plot.plot({
    ...defaults,
    marginLeft: valueMargin(values, money),
    marginRight: isBeside ? namesMargin(Object.values(names)) : defaults.marginRight,
    x: {type: "utc", label: null},
    y: {label: null, zero: false, nice: true},
    r: {type: "identity"},
    marks: [
      ...valueAxis(money, defaults),
      monthAxis(
        points.map(({at}) => at),
        width,
      ),
      Plot.lineY(points, {x: "at", y: "price_eur", stroke: color("ink"), strokeWidth: 1.5}),
      Plot.lineY(points, {
        x: "at",
        y: "average_cost_eur",
        stroke: color("accent"),
        strokeWidth: 2,
        strokeDasharray: "5 3",
        curve: "step-after",
      }),
      triangles("buy"),
      triangles("sell"),
      namesBeside(isBeside ? ends : []),
      tooltip(
        points.map(({at, day, price_eur, average_cost_eur}) => ({
          x: at,
          y: price_eur,
          title: dayText(day),
          lines: [
            {name: names.price, value: `€${number(price_eur, 2)}`},
            ...(average_cost_eur === null
              ? []
              : [{name: names.cost, value: `€${number(average_cost_eur, 2)}`}]),
            ...trades
              .filter((trade) => trade.day === day)
              .map(({side, quantity, gross_eur}) => ({
                name: side === "buy" ? "Bought" : "Sold",
                value: `${number(quantity, 6)} for ${money(gross_eur)}`,
              })),
          ],
        })),
      ),
    ],
  });
}
