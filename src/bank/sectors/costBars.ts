import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color, groupColor, signColor} from "../../components/palette.js";
import {axisLook, type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {perHundred, type SectorCost} from "./costs.js";

const parts = [
  {key: "operating_share", name: "Vendors and running costs", fill: groupColor("operating")},
  {key: "payroll_share", name: "Payroll", fill: groupColor("payroll")},
  {key: "tax_share", name: "Tax", fill: groupColor("tax")},
  {key: "margin_share", name: "Kept", fill: color("gain")},
] as const;

/**
 * What each €100 from customers is spent on, one bar an industry, the one that keeps the most on top. A bar that runs
 * over the line at €100 spends more than it earns; how much is kept or missing stands at its end.
 */
export function costBars(
  rows: readonly SectorCost[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const order = [...rows].sort((a, b) => b.margin_share - a.margin_share);
  const pieces = order.flatMap((row) =>
    parts.map(({key, name}) => ({
      industry: row.industry,
      name,
      amount: Math.max(0, 100 * row[key]),
    })),
  );
  const names = order.map(({industry}) => industryName(industry));
  const fontSize = width < narrow ? 12 : 13;
  const nameRoom = 14 + Math.max(0, ...names.map((name) => textWidth(name, fontSize)));
  return Plot.plot({
    ...plotDefaults(options),
    height: order.length * 28 + 46,
    marginTop: 20,
    marginBottom: 26,
    marginLeft: nameRoom,
    marginRight: 58,
    x: {
      label: null,
      domain: [0, Math.max(100, ...order.map((row) => 100 * (1 - row.margin_share)))],
    },
    y: {label: null, domain: order.map(({industry}) => industry), padding: 0.34},
    color: {domain: parts.map(({name}) => name), range: parts.map(({fill}) => fill), legend: true},
    marks: [
      Plot.axisX({
        ticks: width < narrow ? [0, 50, 100] : [0, 25, 50, 75, 100],
        tickFormat: (tick: number) => `€${tick}`,
        ...axisLook,
      }),
      nameAxis(nameRoom, {size: fontSize, padding: 10, names: industryName}),
      Plot.barX(pieces, {
        x: "amount",
        y: "industry",
        fill: "name",
        order: parts.map(({name}) => name),
        stroke: color("paper"),
        strokeWidth: 0.75,
      }),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.ruleX([100], {stroke: color("ink"), strokeWidth: 1.5}),
      Plot.text(["Kept"], {
        frameAnchor: "top-right",
        textAnchor: "start",
        dx: 8,
        dy: -14,
        fill: color("ink-muted"),
      }),
      Plot.text(order, {
        y: "industry",
        text: (row) => perHundred(row.margin_share),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fontSize: 13,
        fontWeight: 550,
        fill: (row) => signColor(row.margin_share),
      }),
      tooltip(
        order.map((row) => ({
          x: 50,
          y: row.industry,
          title: `${industryName(row.industry)}, of each €100`,
          lines: parts.map(({key, name}) => ({name, value: perHundred(row[key])})),
        })),
        {by: "y"},
      ),
    ],
  });
}
