/** The figures on what companies earn: what remains of it, who burns, and when it comes. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import type {CompanyYear} from "../../lib/companies/companyYears.js";
import {spanText} from "../../lib/companies/industryNames.js";
import {type SectorSeason, seasonsFinding} from "../../lib/companies/seasons.js";
import {number} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {burnerBars} from "./burnerBars.js";
import {burnersFinding, type SectorBurner} from "./burners.js";
import {costBars} from "./costBars.js";
import {costsFinding, type SectorCost} from "./costs.js";
import {seasonPanels} from "./seasonPanels.js";

/** What each industry spends of €100 of revenue; the finding asks `companyYears` whether industries differ at all. */
export function sectorCosts(
  costs: readonly SectorCost[],
  companyYears: readonly CompanyYear[],
  sql: Query,
): FigureElement {
  return figure({
    id: "sector-costs",
    finding: (rows) => costsFinding(rows, companyYears),
    subtitle: ([first]) =>
      `Spending of each €100 of revenue, by industry, EUR, ${lastMonthsText(first!.month_count)}`,
    rows: costs,
    chart: (rows, {width}) => costBars(rows, {width}),
    note:
      "Before loans and capital; running costs hold bank fees less interest. Cash, not profit: equipment counts when " +
      "it is paid, not as it wears. Industries are ranked only where they differ by more than companies that draw " +
      "their industry by lot would.",
    measures: ["payroll_share", "margin"],
    height: 400,
    sql,
  });
}

/** The companies that burned the most; the table holds all of them. */
export function sectorBurners(burners: readonly SectorBurner[], sql: Query): FigureElement {
  const most = (rows: readonly SectorBurner[]) =>
    Math.max(...rows.map(({month_count}) => month_count));
  return figure({
    id: "sector-burners",
    finding: burnersFinding,
    subtitle: (rows) =>
      `Net burn of the companies that burned the most, EUR per month, mean of ${lastMonthsText(most(rows))}`,
    rows: burners,
    chart: (rows, {width}) => burnerBars(rows, {width}),
    columns: [
      {key: "name", label: "Company", href: companyHref},
      {key: "industry", label: "Industry", format: industryName, minor: true},
      {key: "net_burn_eur", label: "Net burn a month", total: true, bar: true},
      {key: "gross_burn_eur", label: "Gross burn a month", total: true, minor: true},
      {key: "financing_eur", label: "Loans and capital", total: true, minor: true},
      {key: "closing_balance_eur", label: "Balance", total: true},
      {key: "runway_months", label: "Cash lasts (months)", format: (months) => number(months, 1)},
    ],
    note: "The table holds all companies; a negative burn is money earned.",
    measures: ["net_burn", "runway"],
    sql,
  });
}

/** The revenue of each industry month by month, against its mean month. */
export function sectorSeasons(seasons: readonly SectorSeason[], sql: Query): FigureElement {
  return figure({
    id: "sector-seasons",
    finding: seasonsFinding,
    subtitle: (rows) =>
      `Revenue of a month as a share of the industry's mean month, ${spanText(rows)}; ` +
      `dashed: the mean of ${lastMonthsText(rows[0]!.month_count)}`,
    rows: seasons,
    chart: (rows, {width}) => seasonPanels(rows, {width}),
    note:
      "Revenue counts when it is paid, so an invoice shows weeks after the work. With few companies in an industry, " +
      "one large payment can be a season of its own.",
    height: 400,
    sql,
  });
}
