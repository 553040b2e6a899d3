import * as Plot from "@observablehq/plot";
import {color, groupColor} from "../../components/palette.js";
import {type ChartOptions, monthAxis, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {dayText, money, monthShort, short} from "../../lib/format.js";
import {type ComingLump, lumpNames} from "./lumps.js";

/**
 * A calendar of what is due: a row for each kind of payment, a dot on its day, as large as the amount (by area),
 * with day and amount beside it; the day is left out where there is little room.
 */
export function calendar(
  rows: readonly ComingLump[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const kinds = (Object.keys(lumpNames) as ComingLump["category"][]).filter((kind) =>
    rows.some(({category}) => category === kind),
  );
  const nameOf = (kind: ComingLump["category"]) =>
    isNarrow && kind === "social_contributions" ? "Social c." : lumpNames[kind];
  const days = rows.map(({due_on}) => due_on);
  const bounds = monthsAround(days);
  const isPay = ({category}: ComingLump) =>
    category === "payroll" || category === "social_contributions";
  const at = {x: "due_on", y: "category"} as const;
  const label = (text: (row: ComingLump) => string, dy: number, fill: string) =>
    Plot.text(rows, {...at, text, dy, fill, stroke: color("paper"), strokeWidth: 4});
  return Plot.plot({
    ...plotDefaults({...options, height: 72 * kinds.length + 46}),
    marginLeft: 14 + Math.max(0, ...kinds.map((kind) => textWidth(nameOf(kind), 13))),
    marginTop: 8,
    marginRight: 26,
    x: {type: "utc", domain: bounds, label: null},
    y: {type: "point", axis: null, domain: kinds, padding: 0.5},
    r: {range: [3, isNarrow ? 11 : 14], domain: [0, Math.max(...rows.map((r) => r.amount_eur))]},
    marks: [
      Plot.ruleX(monthsBetween(bounds), {stroke: color("rule")}),
      monthAxis(monthsBetween(bounds).slice(0, -1), width),
      Plot.text(kinds, {
        y: (kind) => kind,
        text: nameOf,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        fontSize: 13,
        fill: color("ink"),
      }),
      Plot.dot(rows, {
        ...at,
        r: "amount_eur",
        fill: (row: ComingLump) => groupColor(isPay(row) ? "payroll" : "tax"),
        fillOpacity: 0.85,
      }),
      label((row) => (isNarrow ? short(row.amount_eur) : money(row.amount_eur)), -22, color("ink")),
      ...(isNarrow
        ? []
        : [
            label(
              (row) => `${row.due_on.getUTCDate()} ${monthShort(row.due_on)}`,
              23,
              color("ink-muted"),
            ),
          ]),
      tooltip(
        rows.map((row) => ({
          x: row.due_on,
          y: row.category,
          title: lumpNames[row.category],
          lines: [
            {name: "Around", value: dayText(row.due_on)},
            {name: "About", value: money(row.amount_eur)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}

/** The first days of the first month and of the month after the last. */
function monthsAround(days: readonly Date[]): [Date, Date] {
  const first = new Date(Math.min(...days.map(Number)));
  const last = new Date(Math.max(...days.map(Number)));
  return [
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1)),
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1)),
  ];
}

function monthsBetween([first, end]: readonly [Date, Date]): Date[] {
  const months: Date[] = [];
  for (let at = first; at <= end; ) {
    months.push(at);
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  }
  return months;
}
