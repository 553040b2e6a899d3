/** The figures on the payments whose days are known: what is due next, and what was paid. */
import {barChart} from "../../components/barChart.js";
import {builder} from "../../components/dom.js";
import {figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {groupColor} from "../../components/palette.js";
import {money} from "../../lib/format.js";
import {sentence} from "../../lib/words.js";
import {calendar} from "./calendar.js";
import {lumpColumns} from "./columns.js";
import {type ComingLump, type Lump, lumpBars, lumpsFinding, lumpsPastFinding} from "./lumps.js";

/** What is due in the next months, on a calendar; a sentence where nothing is. */
export function lumpCalendar(name: string, coming: readonly ComingLump[], sql: Query): HTMLElement {
  const finding = lumpsFinding(name, coming);
  if (coming.length === 0) return builder(document).html("p", {}, `${finding}.`);
  return figure({
    id: "lump-calendar",
    finding,
    subtitle:
      "What is due in the next four months, EUR: the usual day, and the mean of the last three times",
    rows: coming,
    chart: (rows, {width}) => calendar(rows, {width}),
    columns: lumpColumns,
    note:
      "What was skipped the last time is left out. The forecast knows these payments only as far as they come again " +
      "by quarter and season.",
    height: 300,
    sql,
  });
}

/** What a company paid its people and the tax office, by month. */
export function cashLumps(name: string, lumps: readonly Lump[], sql: Query): HTMLElement {
  const bars = lumpBars(lumps);
  return figure({
    id: "cash-lumps",
    finding: lumpsPastFinding(name, bars),
    subtitle: "Payroll with social contributions, and VAT and corporate tax, EUR per month",
    rows: bars,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: "month",
        y: "amount_eur",
        series: "kind",
        colors: groupColor,
        names: sentence,
        format: money,
      }),
    empty: "This company has paid neither people nor taxes from here.",
    measures: ["payroll", "tax"],
    height: 260,
    sql,
  });
}
