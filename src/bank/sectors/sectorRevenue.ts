/** The dataset `sector-revenue`: what the page needs of the revenue of all companies, as much for a large bank. */
import {spreadChance} from "../../lib/evidence/groups.js";
import {group, sum} from "../../lib/sectors/groups.js";
import {
  type CompanyRevenue,
  type GrownCompany,
  grownCompanies,
  type SectorRevenue,
  type SectorSum,
} from "./revenue.js";

/** As many companies are named: all of a bank of this size, or as many of each sector, the largest. */
const mostNamed = 120;

/** All companies in sums by sector, and those that are named; `rows` are of `company-revenue`, all with the same months. */
export function sectorRevenue(rows: readonly CompanyRevenue[]): SectorRevenue {
  const bySector = [...group(rows, ({industry}) => industry).values()].map((own) =>
    own.toSorted((a, b) => b.revenue_eur - a.revenue_eur || (a.user_id < b.user_id ? -1 : 1)),
  );
  const most = rows.length <= mostNamed ? mostNamed : Math.floor(mostNamed / bySector.length);
  const grown = grownCompanies(rows);
  const groups = [...group(grown, ({industry}) => industry).values()];
  return {
    month_count: rows[0]?.month_count ?? 0,
    compared_count: rows[0]?.compared_count ?? 0,
    grown_count: grown.filter(({growth_share}) => growth_share > 0).length,
    growth_chance: spreadChance(groups, growthOf) ?? null,
    sectors: bySector.map((own) => sumOf(own)),
    companies: bySector.flatMap((own) => own.slice(0, most)),
  };
}

const growthOf = (rows: readonly GrownCompany[]) =>
  sum(rows, (row) => row.late_eur) / sum(rows, (row) => row.before_eur ?? 0) - 1;

function sumOf(own: readonly CompanyRevenue[]): SectorSum {
  const grown = grownCompanies(own);
  const revenue_eur = sum(own, (row) => row.revenue_eur);
  return {
    industry: own[0]!.industry,
    company_count: own.length,
    revenue_eur: Math.round(100 * revenue_eur) / 100,
    hhi: 10_000 * sum(own, (row) => (row.revenue_eur / revenue_eur) ** 2),
    compared_count: grown.length,
    growth_share: grown.length === 0 ? null : growthOf(grown),
  };
}
