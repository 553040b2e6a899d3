/** The figures on how companies differ: in margin, in season, and in how far they depend on one customer. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {heatmap} from "../../components/heatmap.js";
import {color} from "../../components/palette.js";
import {companyHref} from "../../components/profileLinks.js";
import {rankedBars} from "../../components/rankedBars.js";
import {industryName} from "../../lib/bank/industries.js";
import {
  type CompanyMargin,
  type CustomerShare,
  customerFinding,
  marginBands,
  marginFinding,
} from "../../lib/companies/margins.js";
import {type SectorSeason, seasonsFinding} from "../../lib/companies/seasons.js";
import {count, percent} from "../../lib/format.js";
import {lastMonthsText, monthSpan} from "../../lib/month.js";

/** How many companies are drawn by their largest customer; the table holds all. */
const most = 12;

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

/** The revenue of each month against an industry's mean month. */
export function pnlSeasons(seasons: readonly SectorSeason[], sql: Query): FigureElement {
  return figure({
    id: "pnl-seasons",
    finding: seasonsFinding(seasons),
    subtitle: `Revenue above or below the industry's mean month, as a share of it, ${monthSpan(seasons)}`,
    rows: seasons.map(({month, industry, mean_share}) => ({
      month,
      industry,
      above_share: mean_share === null ? null : mean_share - 1,
    })),
    chart: (rows, {width}) =>
      heatmap(rows, {
        width,
        x: "month",
        y: "industry",
        value: "above_share",
        names: industryName,
        format: percent,
        ends: ["below", "above"],
        name: "Against the mean month",
      }),
    note:
      "The mean is that of the last twelve complete months. " +
      "So few months cannot tell a season from a single good month.",
    sql,
  });
}

/** Companies by what their largest customer pays of their invoices. */
export function pnlCustomers(customers: readonly CustomerShare[], sql: Query): FigureElement {
  const months = lastMonthsText(customers[0]?.month_count ?? 1);
  return figure({
    id: "pnl-customers",
    finding: customerFinding(customers),
    subtitle:
      `Share of the largest customer in what a company was paid on invoices, ${months}` +
      `${customers.length > most ? "; the twelve highest" : ""}`,
    rows: customers,
    chart: (rows, {width}) =>
      rankedBars(rows.slice(0, most), {
        width,
        label: "name",
        href: (row) => companyHref(row, "profit-and-loss"),
        value: "top_share",
        name: "Largest customer",
        format: (share) => percent(share, 1),
      }),
    note:
      "Card sales have no known customer and are left out. " +
      "The table holds all companies that write invoices.",
    sql,
  });
}
