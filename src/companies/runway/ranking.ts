import * as Plot from "@observablehq/plot";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {companyHref} from "../../components/profileLinks.js";
import {fitted, textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import type {Runway} from "../../lib/companies/runways.js";
import {atRisk, isEmpty, runwayLength} from "../../lib/companies/runwayWords.js";
import {money, monthShort, monthText, number, year} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import {bandColor} from "./colors.js";

const href = (row: Runway) => companyHref(row, "runway");

/** How many are drawn; the table holds them all. */
const most = 20;

/**
 * The companies whose cash lasts less than a year, the shortest runway on top: a bar of months in red below six and
 * amber below twelve, with the net burn of a month and the month in which cash ends. Those without
 * any are not drawn, unless there are no others.
 */
export function ranking(rows: readonly Runway[], options: ChartOptions): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const shown = drawn(rows);
  const nameRoom = Math.min(
    width * (isNarrow ? 0.36 : 0.32),
    14 + Math.max(0, ...shown.map(({name}) => textWidth(name, 13))),
  );
  const length = ({runway_months}: Runway) =>
    isNarrow ? number(runway_months, 1) : runwayLength(runway_months);
  const endRoom = isNarrow ? 98 : 96;
  const barRoom = width - nameRoom - endRoom - (isNarrow ? 0 : 100) - 8;
  // how far the length beside a bar reaches past the twelfth month: the column behind it begins that much later
  const past = Math.max(
    0,
    ...shown.map(
      (row) => textWidth(length(row), 13) + 6 - (1 - (row.runway_months ?? 0) / 12) * barRoom,
    ),
  );
  const burnWidth = Math.max(0, ...shown.map((row) => textWidth(money(row.net_burn_eur), 13)));
  const burnRoom = isNarrow ? 0 : Math.max(100, past + burnWidth + 10);
  const name = {y: "user_id", frameAnchor: "left", textAnchor: "end", dx: -10} as const;
  const atRight = (dx: number) =>
    ({y: "user_id", frameAnchor: "right", textAnchor: "end", dx, fontSize: 13}) as const;
  const end = (row: Runway) =>
    isEmpty(row) ? "now" : `${monthShort(row.zero_month)} ${year(row.zero_month)}`;
  const head = (text: string, dx: number) =>
    Plot.text([text], {
      frameAnchor: "top-right",
      textAnchor: "end",
      dx,
      dy: -22,
      fill: color("ink-muted"),
    });
  return Plot.plot({
    ...plotDefaults(options),
    height: shown.length * 38 + 34,
    marginTop: 30,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: burnRoom + endRoom + 8,
    x: {axis: null, domain: [0, 12]},
    y: {axis: null, domain: shown.map(({user_id}) => user_id), padding: 0.55},
    marks: [
      Plot.ruleX([6, 12], {stroke: color("rule-strong"), strokeDasharray: "3 3"}),
      Plot.text([6, 12], {
        x: (months) => months,
        text: (months) => (isNarrow ? `${months}` : `${months} months`),
        frameAnchor: "top",
        dy: -22,
        fill: color("ink-muted"),
      }),
      Plot.text(shown, {
        ...name,
        href,
        text: (row: Runway) => fitted(row.name, nameRoom - 10, 13),
        dy: -7,
        fontSize: 13,
        fill: color("ink"),
      }),
      Plot.text(shown, {
        ...name,
        text: (row: Runway) => fitted(industryName(row.industry), nameRoom - 10),
        dy: 8,
        fill: color("ink-muted"),
      }),
      Plot.barX(shown, {
        y: "user_id",
        x: "runway_months",
        href,
        fill: (row: Runway) => bandColor(row.band),
      }),
      Plot.text(shown, {
        y: "user_id",
        x: "runway_months",
        text: length,
        textAnchor: "start",
        dx: 6,
        fontSize: 13,
        fill: color("ink"),
        stroke: color("paper"),
        strokeWidth: 4,
      }),
      ...(isNarrow
        ? []
        : [
            Plot.text(shown, {
              ...atRight(burnRoom),
              text: (row: Runway) => money(row.net_burn_eur),
              fill: color("ink"),
            }),
            head(measures.net_burn.label, burnRoom),
          ]),
      Plot.text(shown, {...atRight(burnRoom + endRoom), text: end, fill: color("ink")}),
      head("Cash ends", burnRoom + endRoom),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      tooltip(
        shown.map((row) => ({
          x: row.runway_months ?? 0,
          y: row.user_id,
          title: `${row.name}, ${industryName(row.industry)}`,
          lines: [
            {name: measures.runway.label, value: runwayLength(row.runway_months)},
            {name: "Cash", value: money(row.closing_balance_eur)},
            {name: `${measures.gross_burn.label} a month`, value: money(row.gross_burn_eur)},
            {name: `${measures.net_burn.label} a month`, value: money(row.net_burn_eur)},
            {name: "Cash ends", value: isEmpty(row) ? "it has" : monthText(row.zero_month)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}

/** Those that still have something to lose; where there are none, those without cash. */
function drawn(rows: readonly Runway[]): Runway[] {
  const risky = atRisk(rows);
  const solvent = risky.filter((row) => !isEmpty(row));
  return (solvent.length > 0 ? solvent : risky).slice(0, most);
}
