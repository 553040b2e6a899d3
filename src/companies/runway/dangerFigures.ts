/** The figure on who is next, by the forecast. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {companyHref} from "../../components/profileLinks.js";
import {rankedBars} from "../../components/rankedBars.js";
import {count} from "../../lib/format.js";
import {dryColor} from "./colors.js";
import {outlookColumns} from "./columns.js";
import {type CompanyOutlook, dryOf100, endangered, endangeredFinding} from "./outlooks.js";

/** The companies with cash of which most futures run dry. */
export function runwayForecast(outlooks: readonly CompanyOutlook[], sql: Query): FigureElement {
  return figure({
    id: "runway-forecast",
    finding: endangeredFinding(outlooks),
    subtitle:
      "Futures in which cash falls below zero within twelve months without new financing, about so many of 100; " +
      "companies with cash today, with a burn or without",
    rows: endangered(outlooks),
    chart: (rows, {width}) =>
      rankedBars(rows.slice(0, 15), {
        width,
        label: "name",
        href: (row) => companyHref(row, "runway"),
        value: dryOf100,
        color: ({dry_share}) => dryColor(dry_share),
        name: "Futures, of 100",
        format: count,
      }),
    columns: outlookColumns,
    note:
      "The fifteen most endangered are drawn; the table holds all. Shares are rounded as far as another draw would " +
      "move them. Default alive: in at least half of the futures three months in a row earn together what they cost " +
      "before the money is gone. After Paul Graham, “Default Alive or Default Dead?” (2015).",
    empty: "No company with cash today falls below zero in any future, or none can be forecast.",
    height: 400,
    sql,
  });
}
