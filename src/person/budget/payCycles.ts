import * as Plot from "@observablehq/plot";
import {range} from "d3-array";
import {color} from "../../components/palette.js";
import {
  axisLook,
  type ChartOptions,
  narrow,
  plotDefaults,
  valueAxis,
  valueMargin,
  zeroLine,
} from "../../components/plotDefaults.js";
import {limitRoom} from "../../components/referenceLine.js";
import {namesBeside, namesMargin} from "../../components/seriesNames.js";
import {tooltip} from "../../components/tooltip.js";
import {type CycleDay, lowPoints} from "../../lib/balances/cycles.js";
import {dayText, money, monthShort} from "../../lib/format.js";

export interface CycleOptions extends ChartOptions {
  /** How far below zero the account may fall, in euro; drawn where balances come near. */
  limit?: number;
}

/** The most days between two paydays a month apart: the cycle of another income is named by four weeks. */
const longestMonth = 35;

/**
 * The balance over the days since payday, one line a pay cycle: the last in the accent, the ones before as context, each
 * with its lowest point marked, and the lowest of all written.
 */
export function payCycles(
  rows: readonly CycleDay[],
  options: CycleOptions,
): HTMLElement | SVGElement {
  const {width, limit = 0} = options;
  const defaults = plotDefaults(options);
  const last = rows.at(-1)?.payday.getTime();
  const isLast = ({payday}: CycleDay) => payday.getTime() === last;
  const lows = lowPoints(rows);
  const least = Math.min(...lows.map(({balance_eur}) => balance_eur));
  const lowest = lows.filter(({balance_eur}) => balance_eur === least).slice(-1);
  const balances = rows.map(({balance_eur}) => balance_eur);
  const isNear = limit > 0 && Math.min(...balances) < 0;
  const levels = isNear ? [-limit] : [];
  const name = ({payday}: CycleDay) => `paid ${payday.getUTCDate()} ${monthShort(payday)}`;
  const ends = lows.map((low) => rows.findLast(({payday}) => +payday === +low.payday)!);
  const days = Math.max(...rows.map(({days_since_payday}) => days_since_payday));
  const x = "days_since_payday";
  return Plot.plot({
    ...defaults,
    marginLeft: valueMargin([...balances, ...levels], money),
    marginRight: namesMargin(ends.map(name)),
    x: {label: null, domain: [0, days]},
    y: {label: null, zero: true, nice: true},
    insetBottom: isNear ? limitRoom : 0,
    marks: [
      ...valueAxis(money, defaults),
      zeroLine(),
      Plot.axisX({
        ticks: range(0, days + 1, days > longestMonth ? 28 : width < narrow ? 14 : 7),
        tickFormat: (day: number) => (day === 0 ? "payday" : `+${day}`),
        ...axisLook,
      }),
      Plot.ruleY(levels, {stroke: color("loss"), strokeDasharray: "4 3"}),
      Plot.text(levels, {
        y: (level) => level,
        text: () => `overdraft limit ${money(-limit)}`,
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4,
        dy: limitRoom / 2,
        fill: color("loss"),
      }),
      Plot.lineY(
        rows.filter((row) => !isLast(row)),
        {
          x,
          y: "balance_eur",
          z: (row: CycleDay) => +row.payday,
          stroke: color("context"),
          curve: "step-after",
          strokeWidth: 1.25,
        },
      ),
      Plot.lineY(rows.filter(isLast), {
        x,
        y: "balance_eur",
        stroke: color("accent"),
        strokeWidth: 2,
        curve: "step-after",
      }),
      Plot.dot(lows, {
        x,
        y: "balance_eur",
        r: 4.5,
        fill: (row: CycleDay) => color(isLast(row) ? "accent" : "context"),
      }),
      Plot.text(width < narrow ? [] : lowest, {
        x,
        y: "balance_eur",
        text: (row: CycleDay) => money(row.balance_eur),
        dy: -14,
        textAnchor: "end",
        fontSize: 13,
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      namesBeside(
        ends.map((end) => ({
          x: end.days_since_payday,
          y: end.balance_eur,
          text: name(end),
          color: color(isLast(end) ? "accent" : "context"),
        })),
      ),
      tooltip(
        rows.map((row) => ({
          x: row.days_since_payday,
          y: row.balance_eur,
          title: dayText(row.day),
          lines: [
            {name: "Balance", value: money(row.balance_eur)},
            {name: "Days since payday", value: String(row.days_since_payday)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
