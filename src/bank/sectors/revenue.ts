/** How the revenue of a sector is shared among its companies, and how it grew: rows over `sector-revenue`. */
import {industryName} from "../../lib/bank/industries.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {spreadChance} from "../../lib/evidence/groups.js";
import {percent, withSign} from "../../lib/format.js";
import {group, sum} from "../../lib/sectors/groups.js";
import {withinChance} from "../../lib/words.js";

/** A row of `sector-revenue`. */
export interface CompanyRevenue {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly revenue_eur: number;
  readonly month_count: number;
  readonly late_eur: number;
  readonly before_eur: number | null;
  readonly compared_count: number;
}

/** A company with its growth over a year, as a share of the revenue before. */
export interface GrownCompany extends CompanyRevenue {
  readonly growth_share: number;
}

/** A sector with its growth, and the growth of its middle company. */
export interface GrownSector {
  readonly industry: string;
  readonly growth_share: number;
  readonly median_share: number;
  readonly low_share: number;
  readonly high_share: number;
  readonly company_count: number;
}

/** The companies that had revenue in the same months a year before. */
export function grownCompanies(rows: readonly CompanyRevenue[]): GrownCompany[] {
  return rows.flatMap((row) =>
    row.before_eur !== null && row.before_eur > 0
      ? {...row, growth_share: row.late_eur / row.before_eur - 1}
      : [],
  );
}

const growthOf = (rows: readonly GrownCompany[]) =>
  sum(rows, (row) => row.late_eur) / sum(rows, (row) => row.before_eur ?? 0) - 1;

/** The sectors by growth of the revenue of all their companies together, the highest first. */
export function grownSectors(rows: readonly CompanyRevenue[]): GrownSector[] {
  return [...group(grownCompanies(rows), ({industry}) => industry)]
    .map(([industry, own]) => {
      const shares = own.map(({growth_share}) => growth_share).sort((a, b) => a - b);
      const at = (part: number) => shares[Math.round(part * (shares.length - 1))]!;
      return {
        industry,
        growth_share: growthOf(own),
        median_share: at(0.5),
        low_share: at(0),
        high_share: at(1),
        company_count: own.length,
      };
    })
    .sort((a, b) => b.growth_share - a.growth_share);
}

const signed = (share: number) => withSign(share, percent);

/** Which sector grew the most, if sectors differ by more than their companies do; else how far companies are apart. */
export function growthFinding(rows: readonly CompanyRevenue[]): string {
  const companies = grownCompanies(rows);
  const sectors = grownSectors(rows);
  const [best, worst] = [sectors[0], sectors.at(-1)];
  if (!best || !worst) return "No company has a year of revenue to compare yet";
  const groups = [...group(companies, ({industry}) => industry).values()];
  if (sectors.length > 1 && !isBeyondChance(spreadChance(groups, growthOf))) {
    const grew = companies.filter(({growth_share}) => growth_share > 0).length;
    return `${grew} of ${companies.length} companies grew; sectors differ only ${withinChance}`;
  }
  if (best === worst) return `${industryName(best.industry)}: revenue ${signed(best.growth_share)}`;
  return `${industryName(best.industry)} grew most, ${signed(best.growth_share)}; ${industryInText(worst.industry)} least, ${signed(worst.growth_share)}`;
}

/** A company's share of its sector's revenue, and its place in it, from 0. */
export interface SectorShare {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly revenue_eur: number;
  readonly share: number;
  readonly place: number;
  readonly hhi: number;
}

/**
 * The companies' shares, the most concentrated sector first. The Herfindahl–Hirschman index is the sum of the squared shares in
 * per cent: 10,000 for one company alone, 1,000 for ten equal ones (Hirschman 1964).
 */
export function sectorShares(rows: readonly CompanyRevenue[]): SectorShare[] {
  return [...group(rows, ({industry}) => industry).values()]
    .map((own) => {
      const all = sum(own, ({revenue_eur}) => revenue_eur);
      const sorted = [...own].sort((a, b) => b.revenue_eur - a.revenue_eur);
      const hhi = 10_000 * sum(own, ({revenue_eur}) => (revenue_eur / all) ** 2);
      return sorted.map(({user_id, name, industry, revenue_eur}, place) => ({
        user_id,
        name,
        industry,
        revenue_eur,
        share: revenue_eur / all,
        place,
        hhi,
      }));
    })
    .sort((a, b) => b[0]!.hhi - a[0]!.hhi)
    .flat();
}

/** The most concentrated sector, by its largest company, and the least. */
export function sharesFinding(shares: readonly SectorShare[]): string {
  const [first] = shares;
  const last = shares.findLast(({place}) => place === 0);
  if (!first || !last) return "No company has revenue yet";
  const most = `One company takes ${percent(first.share)} of ${industryInText(first.industry)}`;
  return first.industry === last.industry
    ? most
    : `${most}; in ${industryInText(last.industry)} the largest takes ${percent(last.share)}`;
}
