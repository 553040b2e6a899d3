import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color, groupColor} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {industryName} from "../../lib/bank/industries.js";
import type {IndustryPayroll} from "../../lib/companies/payroll.js";
import {money, percent} from "../../lib/format.js";

interface Cell {
  readonly industry: string;
  readonly column: string;
  /** As a share of the largest of its column. */
  readonly length: number;
  readonly text: string;
}

/**
 * Industries in the order of the rows, with two columns of dots, each from a zero of its own: the share of revenue that
 * payroll takes, and what an employee costs in a month.
 */
export function industryDots(
  rows: readonly IndustryPayroll[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const names = rows.map(({industry}) => industryName(industry));
  const nameRoom = Math.min(width * 0.38, 14 + Math.max(0, ...names.map((d) => textWidth(d, 13))));
  const columns = isNarrow
    ? (["Of revenue", "Per employee"] as const)
    : (["Payroll of revenue", "Cost per employee and month"] as const);
  const cells = rows.flatMap((row): Cell[] => [
    {
      industry: row.industry,
      column: columns[0],
      length: (row.payroll_share ?? 0) / Math.max(...rows.map((d) => d.payroll_share ?? 0)),
      text: percent(row.payroll_share),
    },
    {
      industry: row.industry,
      column: columns[1],
      length: row.cost_per_head_eur / Math.max(...rows.map((d) => d.cost_per_head_eur)),
      text: money(row.cost_per_head_eur),
    },
  ]);
  const at = {fx: "column", y: "industry"} as const;
  return Plot.plot({
    ...plotDefaults(options),
    height: rows.length * 26 + 34,
    marginTop: 30,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: 54,
    x: {axis: null, domain: [0, 1]},
    y: {axis: null, type: "band", domain: rows.map(({industry}) => industry), padding: 0.3},
    fx: {label: null, axis: null, domain: [...columns], paddingInner: isNarrow ? 0.5 : 0.25},
    marks: [
      Plot.axisFx({anchor: "top", fontSize: 12, fill: color("ink-muted"), label: null}),
      nameAxis(nameRoom, {names: industryName}),
      Plot.ruleX([0], {stroke: color("rule-strong")}),
      Plot.ruleY(cells, {...at, x1: 0, x2: "length", stroke: color("rule-strong")}),
      Plot.dot(cells, {...at, x: "length", r: 4.5, fill: groupColor("payroll")}),
      Plot.text(cells, {
        ...at,
        x: "length",
        text: "text",
        textAnchor: "start",
        dx: 9,
        fontSize: 13,
        fill: color("ink"),
      }),
    ],
  });
}
