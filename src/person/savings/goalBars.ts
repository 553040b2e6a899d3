import * as Plot from "@observablehq/plot";
import {goalColor} from "../../components/goalColor.js";
import {color} from "../../components/palette.js";
import {type ChartOptions, plotDefaults} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {money, monthText} from "../../lib/format.js";
import {type Goal, goalStateNames} from "../../lib/people/goals.js";
import {type PacedGoal, paceText} from "./paces.js";

const pitch = 64;

/**
 * Savings goals as bars on the way to their amount: what is there, and a stroke where the present pace leads by the day
 * that the goal is due.
 */
export function goalBars(
  rows: readonly PacedGoal[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const y = ({goal_id}: Goal) => String(goal_id);
  const above = {y, frameAnchor: "left", textAnchor: "start", dy: -22, fontSize: 13} as const;
  return Plot.plot({
    ...plotDefaults(options),
    height: rows.length * pitch + 24,
    marginTop: 12,
    marginBottom: 4,
    marginLeft: 0,
    marginRight: 8,
    x: {label: null, domain: [0, 1], clamp: true, axis: null},
    y: {
      label: null,
      type: "band",
      domain: rows.map(y),
      axis: null,
      paddingInner: 0.78,
      paddingOuter: 0.4,
    },
    marks: [
      Plot.barX(rows, {y, x1: 0, x2: 1, fill: color("rule"), rx: 3}),
      Plot.barX(rows, {
        y,
        x1: 0,
        x2: "done_share",
        fill: ({state}: Goal) => goalColor(state),
        rx: 3,
      }),
      Plot.tickX(
        rows.filter(({state}) => state === "on_track" || state === "behind"),
        {y, x: "due_share", stroke: color("ink"), strokeWidth: 3, insetTop: -5, insetBottom: -5},
      ),
      Plot.text(rows, {...above, text: "goal", fontWeight: 600, fill: color("ink")}),
      Plot.text(rows, {
        ...above,
        frameAnchor: "right",
        textAnchor: "end",
        text: ({balance_eur, target_eur}: Goal) => `${money(balance_eur)} of ${money(target_eur)}`,
        fill: color("ink"),
      }),
      Plot.text(rows, {...above, dy: 20, fontSize: 12, text: paceText, fill: color("ink-muted")}),
      tooltip(
        rows.map((row) => ({
          x: row.done_share,
          y: y(row),
          title: row.goal,
          lines: [
            {name: "State", value: goalStateNames[row.state]},
            {name: "In savings", value: money(row.balance_eur)},
            {name: "Goal", value: money(row.target_eur)},
            {name: "Due", value: monthText(row.due_on)},
            {name: "Pace a month", value: money(row.pace_eur)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
