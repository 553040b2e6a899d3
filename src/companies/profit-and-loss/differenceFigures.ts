/** The figure on how companies differ in margin. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {histogram} from "../../components/histogram.js";
import {color} from "../../components/palette.js";
import {type Margins, marginEdge, marginFinding, marginStep} from "../../lib/companies/margins.js";
import {percent} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";

/** Companies by margin. */
export function pnlMargins(margins: Margins, sql: Query): FigureElement {
  const {median_share: middle, month_count, bands} = margins;
  return figure({
    id: "pnl-margins",
    finding: marginFinding(margins),
    subtitle: `Companies by margin, the result as a share of revenue, over ${lastMonthsText(month_count)}`,
    rows: bands,
    chart: (rows, {width}) =>
      histogram(rows, {
        width,
        height: 260,
        from: "from",
        binWidth: marginStep,
        y: "company_count",
        names: ({band}) => band,
        name: "Companies",
        formatX: (from) => marginEdge(Number(from)),
        color: ({from}) => color(from < 0 ? "loss" : "gain"),
        marks: middle === null ? [] : [{value: middle, text: `median ${percent(middle, 1)}`}],
      }),
    note:
      "Each bar is five points wide; the outer ones hold everything beyond. " +
      "A company counts once, however large it is.",
    measures: ["margin"],
    sql,
  });
}
