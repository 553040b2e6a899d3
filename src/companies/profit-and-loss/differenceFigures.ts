/** The figure on how companies differ in margin. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {histogram} from "../../components/histogram.js";
import {color} from "../../components/palette.js";
import {
  bandWidth,
  type CompanyMargin,
  marginBands,
  marginFinding,
} from "../../lib/companies/margins.js";
import {percent} from "../../lib/format.js";
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
      histogram(rows, {
        width,
        height: 280,
        from: "from",
        binWidth: bandWidth,
        y: "company_count",
        formatX: (share) => percent(share, 0),
        names: ({band}) => band,
        name: "Companies",
        color: ({from}) => color(from < 0 ? "loss" : "gain"),
        marks: [{value: 0, text: "Spent all of it"}],
      }),
    note:
      "Each band is five points wide, the lower end belongs to it; the outer ones are open. " +
      "A company counts once, however large it is.",
    measures: ["margin"],
    sql,
  });
}
