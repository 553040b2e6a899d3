import * as Plot from "@observablehq/plot";
import {money, withSign} from "../lib/format.js";
import type {CategoryBudget} from "../lib/people/peers.js";
import {lowerFirst} from "../lib/words.js";
import {nameAxis} from "./nameAxis.js";
import {color} from "./palette.js";
import {
  axisLook,
  axisText,
  type ChartOptions,
  gridLook,
  narrow,
  plotDefaults,
} from "./plotDefaults.js";
import {textWidth} from "./textWidth.js";
import {tooltip} from "./tooltip.js";

const pitch = 28;

/** Who spends, and with whom they are compared. */
export interface BudgetNames {
  readonly own: string;
  readonly peers: string;
}

/**
 * What a person spends on each category (a dot) against what people like them do (a tick), on one axis from zero, with
 * the difference in euro at the right: more in the colour of a loss, less in that of a gain.
 */
export function budgetDots(
  rows: readonly CategoryBudget[],
  {names, ...options}: ChartOptions & {readonly names: BudgetNames},
): HTMLElement | SVGElement {
  const {width} = options;
  const tone = ({difference_eur}: CategoryBudget) =>
    color(difference_eur > 0 ? "loss" : difference_eur < 0 ? "gain" : "context");
  const nameRoom = Math.min(
    width * 0.42,
    16 + Math.max(0, ...rows.map(({label}) => textWidth(label, 13))),
  );
  const difference = ({difference_eur}: CategoryBudget) => withSign(difference_eur, money);
  const right = 14 + Math.max(0, ...rows.map((row) => textWidth(difference(row), 13)));
  const ticks = width < narrow ? 2 : 6;
  const y = (row: CategoryBudget) => row.label;
  return Plot.plot({
    ...plotDefaults(options),
    height: rows.length * pitch + 54,
    marginTop: 24,
    marginBottom: 30,
    marginLeft: nameRoom,
    marginRight: right,
    x: {label: null, nice: true, zero: true, inset: 6},
    y: {label: null, type: "band", domain: rows.map(y), padding: 0},
    marks: [
      Plot.gridX({ticks, ...gridLook}),
      Plot.axisX({
        ticks,
        text: axisText(money),
        ...axisLook,
      }),
      nameAxis(nameRoom, {padding: 10}),
      Plot.ruleY(rows, {y, x1: "budget_eur", x2: "actual_eur", stroke: tone, strokeWidth: 2}),
      Plot.tickX(rows, {
        x: "budget_eur",
        y,
        stroke: color("ink-muted"),
        strokeWidth: 2.5,
        inset: 7,
      }),
      Plot.dot(rows, {x: "actual_eur", y, r: 5, fill: tone}),
      Plot.text(rows, {
        y,
        text: difference,
        frameAnchor: "right",
        textAnchor: "end",
        dx: right,
        fontSize: 13,
        fill: tone,
      }),
      Plot.text([`● ${lowerFirst(names.own)}   ❘ ${lowerFirst(names.peers)}`], {
        frameAnchor: "top-left",
        dy: -20,
        dx: 0,
        textAnchor: "start",
        fill: color("ink-muted"),
      }),
      tooltip(
        rows.map((row) => ({
          x: row.actual_eur,
          y: row.label,
          title: row.label,
          lines: [
            {name: names.own, value: money(row.actual_eur), color: tone(row)},
            {name: names.peers, value: money(row.budget_eur), color: color("ink-muted")},
            {name: "Difference", value: difference(row)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
