import * as Plot from "@observablehq/plot";
import {accountColor, color} from "../../components/palette.js";
import {
  type ChartOptions,
  monthAxis,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "../../components/plotDefaults.js";
import {levelText} from "../../components/referenceLine.js";
import {fitted} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {money, monthText} from "../../lib/format.js";
import type {BalancePoint} from "../../lib/people/savings.js";

export interface PathOptions extends ChartOptions {
  /** The goals, as amounts to reach, with their words. */
  goals: readonly {value: number; text: string}[];
}

/** One person's savings month by month, their goals as levels, and a dot where the pay changed. */
export function savingsPath(
  points: readonly BalancePoint[],
  {goals, ...options}: PathOptions,
): SVGElement | HTMLElement {
  const defaults = plotDefaults(options);
  const marginLeft = valueMargin(
    [...points.map(({savings_eur}) => savings_eur), ...goals.map(({value}) => value)],
    money,
  );
  const line = accountColor("savings");
  return Plot.plot({
    ...defaults,
    marginLeft,
    x: {type: "utc", label: null},
    y: {label: null, zero: true, nice: true},
    marks: [
      ...valueAxis(money, defaults),
      zeroLine(),
      monthAxis(
        points.map(({month}) => month),
        options.width,
      ),
      Plot.ruleY(goals, {y: "value", stroke: color("ink-muted"), strokeDasharray: "4 3"}),
      Plot.lineY(points, {x: "month", y: "savings_eur", stroke: line, strokeWidth: 2}),
      Plot.dot(
        points.filter(({pay_move}) => pay_move !== null),
        {x: "month", y: "savings_eur", r: 5, fill: color("accent"), stroke: color("paper")},
      ),
      levelText(
        goals.map(({value, text}) => ({
          value,
          text: fitted(text, options.width - marginLeft - 24),
        })),
        {dy: -8},
      ),
      tooltip(
        points.map(({month, savings_eur, pay_move}) => ({
          x: month,
          y: savings_eur,
          title: monthText(month),
          lines: [
            {name: "In savings", value: money(savings_eur)},
            ...(pay_move === null ? [] : [{name: "Pay", value: pay_move}]),
          ],
        })),
      ),
    ],
  });
}
