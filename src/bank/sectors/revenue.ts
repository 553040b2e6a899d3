/** How the revenue of a sector is shared among its companies, and how it grew: what the dataset `sector-revenue` says. */
import {industryName} from "../../lib/bank/industries.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {count, percent, withSign} from "../../lib/format.js";
import {group, sum} from "../../lib/sectors/groups.js";
import {companiesText, partOfText, withinChance} from "../../lib/words.js";

/** A row of `company-revenue`. */
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

/** A sector: all of its companies with revenue together. */
export interface SectorSum {
  readonly industry: string;
  readonly company_count: number;
  readonly revenue_eur: number;
  /**
   * The Herfindahl–Hirschman index, the sum of the squared shares in per cent: 10,000 for one company alone, 1,000 for ten
   * equal ones (Hirschman 1964).
   */
  readonly hhi: number;
  /** Companies with revenue in the same months a year before, and the growth of their revenue together. */
  readonly compared_count: number;
  readonly growth_share: number | null;
}

/** The dataset `sector-revenue`. */
export interface SectorRevenue {
  /** Months that revenue is of, and those of them that can be compared with a year before. */
  readonly month_count: number;
  readonly compared_count: number;
  /** Of all companies compared, those that grew. */
  readonly grown_count: number;
  /** How often chance would set sectors so far apart in growth; null where there are not two. */
  readonly growth_chance: number | null;
  readonly sectors: readonly SectorSum[];
  /** All companies of a small bank, the largest of each sector of a large one; by sector, the largest first. */
  readonly companies: readonly CompanyRevenue[];
}

/** A company with its growth over a year, as a share of the revenue before. */
export interface GrownCompany extends CompanyRevenue {
  readonly growth_share: number;
}

/** A sector that can be compared with a year before. */
export interface GrownSector extends SectorSum {
  readonly growth_share: number;
}

/** The companies that had revenue in the same months a year before. */
export function grownCompanies(rows: readonly CompanyRevenue[]): GrownCompany[] {
  return rows.flatMap((row) =>
    row.before_eur !== null && row.before_eur > 0
      ? {...row, growth_share: row.late_eur / row.before_eur - 1}
      : [],
  );
}

/** The sectors by growth of the revenue of all their companies together, the highest first. */
export function grownSectors({sectors}: Pick<SectorRevenue, "sectors">): GrownSector[] {
  return sectors
    .flatMap((row) => (row.growth_share === null ? [] : {...row, growth_share: row.growth_share}))
    .sort((a, b) => b.growth_share - a.growth_share);
}

const signed = (share: number) => withSign(share, percent);

/** Which sector grew the most, if sectors differ by more than their companies do; else how far companies are apart. */
export function growthFinding(revenue: SectorRevenue): string {
  const sectors = grownSectors(revenue);
  const [best, worst] = [sectors[0], sectors.at(-1)];
  if (!best || !worst) return "No company has a year of revenue to compare yet";
  if (best !== worst && !isBeyondChance(revenue.growth_chance ?? undefined)) {
    const all = sum(sectors, ({compared_count}) => compared_count);
    return `${count(revenue.grown_count)} of ${companiesText(all)} grew; sectors differ only ${withinChance}`;
  }
  if (best === worst) return `${industryName(best.industry)}: revenue ${signed(best.growth_share)}`;
  return `${industryName(best.industry)} grew most, ${signed(best.growth_share)}; ${industryInText(worst.industry)} least, ${signed(worst.growth_share)}`;
}

/** A company's share of its sector's revenue, and its place in it, from 0; or that of all that are not named. */
export interface SectorShare {
  /** Null for those that are not named. */
  readonly user_id: string | null;
  readonly name: string;
  readonly industry: string;
  readonly revenue_eur: number;
  readonly share: number;
  readonly place: number;
  readonly hhi: number;
}

/** The companies' shares, the most concentrated sector first; those of a sector that are not named together at its end. */
export function sectorShares({
  sectors,
  companies,
}: Pick<SectorRevenue, "sectors" | "companies">): SectorShare[] {
  const named = group(companies, ({industry}) => industry);
  return sectors
    .toSorted((a, b) => b.hhi - a.hhi)
    .flatMap(({industry, company_count, revenue_eur: all, hhi}) => {
      const own = named.get(industry) ?? [];
      const left = company_count - own.length;
      const rest = all - sum(own, ({revenue_eur}) => revenue_eur);
      return [
        ...own.map(({user_id, name, revenue_eur}) => ({user_id, name, revenue_eur})),
        ...(left > 0 ? [{user_id: null, name: `${count(left)} others`, revenue_eur: rest}] : []),
      ].map((row, place) => ({...row, industry, share: row.revenue_eur / all, place, hhi}));
    });
}

/** `, 120 of 1,164, the largest of each sector` of companies that are drawn, where not all are; else nothing. */
export function drawnText(
  drawn: readonly GrownCompany[],
  {sectors}: Pick<SectorRevenue, "sectors">,
): string {
  const part = partOfText(
    drawn.length,
    sum(sectors, ({compared_count}) => compared_count),
  );
  return part && `${part}, the largest of each sector`;
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
