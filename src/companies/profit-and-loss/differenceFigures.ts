/** The figure on how companies differ in margin. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {type CompanyMargin, marginBands, marginFinding} from "../../lib/companies/margins.js";
import {count} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";

/** Companies by margin. */
export function pnlMargins(margins: readonly CompanyMargin[], sql: Query): FigureElement {
  const months = lastMonthsText(margins[0]?.month_count ?? 1);
  return figure({
    id: "pnl-margins",
    finding: marginFinding(margins),
    subtitle: `Companies by margin (result as a share of revenue) over ${months}`,
    rows: marginBands(margins),
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 280,
        x: "band",
        y: "company_count",
        name: "Companies",
        format: count,
        color: ({from}) => color(from < 0 ? "loss" : "gain"),
      }),
    note:
      "Each band is five points wide, the lower end belongs to it; the outer ones are open. " +
      "A company counts once, however large it is.",
    measures: ["margin"],
    sql,
  });
}
