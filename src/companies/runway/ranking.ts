import * as Plot from "@observablehq/plot";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {companyHref} from "../../components/profileLinks.js";
import {fitted, textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {dryOf100} from "../../lib/companies/outlooks.js";
import type {EndangeredCompany} from "../../lib/companies/pacesOfAll.js";
import {of100Text} from "../../lib/companies/precision.js";
import {runwayLength} from "../../lib/companies/runwayWords.js";
import {missing, money, monthShort, monthText, number, year} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import {bandColor} from "./colors.js";

const href = (row: EndangeredCompany) => companyHref(row, "runway");

/**
 * Companies in the order of the rows: a bar of the months that their cash lasts, in red below six and amber below twelve,
 * with the net burn of a month and the month in which cash ends, where there is room, and in how many of 100 futures it
 * does within a year.
 */
export function ranking(
  rows: readonly EndangeredCompany[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const nameRoom = Math.min(
    width * (isNarrow ? 0.36 : 0.32),
    14 + Math.max(0, ...rows.map(({name}) => textWidth(name, 13))),
  );
  const barEnd = ({runway_months}: EndangeredCompany) => Math.min(12, runway_months ?? 0);
  const length = ({runway_months}: EndangeredCompany) =>
    isNarrow && runway_months !== null
      ? runway_months < 12
        ? number(runway_months, 1)
        : "12+"
      : runwayLength(runway_months);
  const endRoom = isNarrow ? 36 : 96;
  const riskRoom = 44;
  const barRoom = width - nameRoom - endRoom - riskRoom - (isNarrow ? 0 : 100) - 8;
  // how far the length beside a bar reaches past the twelfth month: the column behind it begins that much later
  const past = Math.max(
    0,
    ...rows.map((row) => textWidth(length(row), 13) + 6 - (1 - barEnd(row) / 12) * barRoom),
  );
  const burnWidth = Math.max(0, ...rows.map((row) => textWidth(money(row.net_burn_eur), 13)));
  const burnRoom = isNarrow ? 0 : Math.max(100, past + burnWidth + 10);
  const name = {y: "user_id", frameAnchor: "left", textAnchor: "end", dx: -10} as const;
  const atRight = (dx: number) =>
    ({y: "user_id", frameAnchor: "right", textAnchor: "end", dx, fontSize: 13}) as const;
  const end = ({zero_month}: EndangeredCompany) =>
    zero_month ? `${monthShort(zero_month)} ${year(zero_month)}` : missing;
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
    height: rows.length * 38 + 34,
    marginTop: 30,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: burnRoom + endRoom + riskRoom + 8,
    x: {axis: null, domain: [0, 12]},
    y: {axis: null, domain: rows.map(({user_id}) => user_id), padding: 0.55},
    marks: [
      Plot.ruleX([6, 12], {stroke: color("rule-strong"), strokeDasharray: "3 3"}),
      Plot.text([6, 12], {
        x: (months) => months,
        text: (months) => (isNarrow ? `${months}` : `${months} months`),
        frameAnchor: "top",
        dy: -22,
        fill: color("ink-muted"),
      }),
      Plot.text(rows, {
        ...name,
        href,
        text: (row: EndangeredCompany) => fitted(row.name, nameRoom - 10, 13),
        dy: -7,
        fontSize: 13,
        fill: color("ink"),
      }),
      Plot.text(rows, {
        ...name,
        text: (row: EndangeredCompany) => fitted(industryName(row.industry), nameRoom - 10),
        dy: 8,
        fill: color("ink-muted"),
      }),
      Plot.barX(rows, {
        y: "user_id",
        x: barEnd,
        href,
        fill: (row: EndangeredCompany) => bandColor(row.band),
      }),
      Plot.text(rows, {
        y: "user_id",
        x: barEnd,
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
            Plot.text(rows, {
              ...atRight(burnRoom),
              text: (row: EndangeredCompany) => money(row.net_burn_eur),
              fill: color("ink"),
            }),
            head(measures.net_burn.label, burnRoom),
            Plot.text(rows, {...atRight(burnRoom + endRoom), text: end, fill: color("ink")}),
            head("Cash ends", burnRoom + endRoom),
          ]),
      Plot.text(rows, {
        ...atRight(burnRoom + endRoom + riskRoom),
        text: (row: EndangeredCompany) =>
          row.dry_share === null ? missing : String(dryOf100(row)),
        fill: color("ink"),
      }),
      head("Risk", burnRoom + endRoom + riskRoom),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      tooltip(
        rows.map((row) => ({
          x: barEnd(row),
          y: row.user_id,
          title: `${row.name}, ${industryName(row.industry)}`,
          lines: [
            {name: measures.runway.label, value: runwayLength(row.runway_months)},
            {name: "Cash", value: money(row.closing_balance_eur)},
            {name: `${measures.gross_burn.label} a month`, value: money(row.gross_burn_eur)},
            {name: `${measures.net_burn.label} a month`, value: money(row.net_burn_eur)},
            {name: "Cash ends", value: monthText(row.zero_month)},
            {
              name: "Futures below zero",
              value:
                row.dry_share === null ? missing : of100Text(row.dry_share, row.future_count ?? 1),
            },
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
