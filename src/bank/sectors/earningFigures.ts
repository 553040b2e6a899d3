/** The figures on what companies earn: what remains of it, and when it comes. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import type {IndustryDifferences} from "../../lib/companies/companyYears.js";
import {spanText} from "../../lib/companies/industryNames.js";
import {type SectorSeason, seasonsFinding} from "../../lib/companies/seasons.js";
import {lastMonthsText} from "../../lib/month.js";
import {costBars} from "./costBars.js";
import {costsFinding, type SectorCost} from "./costs.js";
import {seasonPanels} from "./seasonPanels.js";

/** What each industry spends of €100 of revenue; the finding asks `differences` whether industries differ at all. */
export function sectorCosts(
  costs: readonly SectorCost[],
  differences: IndustryDifferences,
  sql: Query,
): FigureElement {
  return figure({
    id: "sector-costs",
    finding: (rows) => costsFinding(rows, differences),
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

/** The revenue of each industry month by month, against its mean month. */
export function sectorSeasons(seasons: readonly SectorSeason[], sql: Query): FigureElement {
  return figure({
    id: "sector-seasons",
    finding: seasonsFinding,
    subtitle: (rows) =>
      `Revenue of a month as a share of the industry’s mean month, ${spanText(rows)}; ` +
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
