/** The companies behind a cell of the heatmap, or called by a name: for a choice of month and industry. */

import {type KeyedFile, keyedRow, keyedRows} from "../../components/keyed.js";
import {nameRows} from "../../components/nameRows.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {asDate, count, money, monthText, type Time, withSign} from "../../lib/format.js";
import {findNames, keptNames} from "../../lib/site/searchNames.js";
import {inWords, partOfText, sentence} from "../../lib/words.js";

/** A row of `company-flows`: its lists hold one value a month from `first_month` on. */
export interface CompanyMonths {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly first_month: Time;
  readonly inflow_eur: readonly (number | null)[];
  readonly outflow_eur: readonly (number | null)[];
  readonly closing_balance_eur: readonly (number | null)[];
}

/** What is asked for; what is left open means all. */
export interface SectorQuestion {
  readonly month?: Time;
  readonly industry?: string | undefined;
  /** The beginning of a word of a company's name, in any case. */
  readonly company?: string | undefined;
}

/** A company in the chosen month, or over all of them; or all those together that are not named. */
export interface CompanyFlow {
  /** Null, like what follows up to the city, for those that are not named. */
  readonly user_id: string | null;
  readonly name: string | null;
  readonly industry: string | null;
  readonly city: string | null;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
  /** At the end of the month, or of the last one. */
  readonly closing_balance_eur: number;
}

/** The companies asked for, the largest net flow either way first; of very many, the largest and one row for the others. */
export interface ChosenCompanies {
  readonly flows: readonly CompanyFlow[];
  readonly company_count: number;
  /** Those with a net flow above 0. */
  readonly gained_count: number;
  /** Companies with such a name, of which `flows` has the best found; undefined where no name is asked for. */
  readonly match_count?: number;
}

interface Files {
  /** `sector-companies.keyed` */
  readonly sectors: KeyedFile;
  /** `company-flows.keyed` */
  readonly companies: KeyedFile;
  /** `search-names.keyed` */
  readonly names: KeyedFile;
}

/** The companies that a question asks for; those without an account then are left out. */
export async function chosenCompanies(
  {month, industry, company = ""}: SectorQuestion,
  {sectors, companies, names}: Files,
): Promise<ChosenCompanies> {
  if (company.trim() === "") {
    const key = `${industry ?? "all"} ${month === undefined ? "all" : monthKey(month)}`;
    const flows = await keyedRows<CompanyFlow & Counts>(sectors, key);
    const {company_count = 0, gained_count = 0} = flows[0] ?? {};
    return {flows, company_count, gained_count};
  }
  const found = await findNames("company", company, nameRows(names));
  const rows = await Promise.all(
    found.map(({user_id}) => keyedRow<CompanyMonths>(companies, user_id)),
  );
  const flows = companyFlows(
    rows.filter((row) => industry === undefined || row?.industry === industry),
    month,
  );
  const gained_count = flows.filter(({net_eur}) => net_eur > 0).length;
  const match_count = found[0]?.match_count ?? 0;
  return {flows, company_count: flows.length, gained_count, match_count};
}

type Counts = Pick<ChosenCompanies, "company_count" | "gained_count">;

/** Companies in a month, or over all, the largest net flow either way first; those without an account then are left out. */
export function companyFlows(
  rows: readonly (CompanyMonths | undefined)[],
  month: Time | undefined,
): CompanyFlow[] {
  return rows
    .flatMap((row) => {
      if (row === undefined) return [];
      const at = month === undefined ? undefined : monthsBetween(row.first_month, month);
      const pick = (values: readonly (number | null)[]) =>
        (at === undefined ? values : values.slice(at, at + 1)).filter((value) => value !== null);
      const balance = pick(row.closing_balance_eur).at(-1);
      if (balance === undefined) return [];
      const [inflow, outflow] = [cents(pick(row.inflow_eur)), cents(pick(row.outflow_eur))];
      const {user_id, name, industry, city} = row;
      return {
        user_id,
        name,
        industry,
        city,
        inflow_eur: inflow / 100,
        outflow_eur: outflow / 100,
        net_eur: (inflow - outflow) / 100,
        closing_balance_eur: balance,
      };
    })
    .sort((a, b) => Math.abs(b.net_eur) - Math.abs(a.net_eur) || (a.user_id < b.user_id ? -1 : 1));
}

/** What a row is called: `1,080 others` for those that are not named. */
export function flowName({name}: CompanyFlow, {flows, company_count}: ChosenCompanies): string {
  return name ?? `${count(company_count - flows.length + 1)} others`;
}

/** Which of the companies are shown, where not all are: `, the 120 largest of 1,200`. */
export function shownText({flows, company_count, match_count}: ChosenCompanies): string {
  if (match_count !== undefined && match_count > keptNames)
    return `; the best found of ${count(match_count)} of this name`;
  const named = flows.filter(({user_id}) => user_id !== null).length;
  return partOfText(named, company_count);
}

/** The title of the table: how many gained, and who weighed most. */
export function companiesFinding(
  {flows, company_count, gained_count}: ChosenCompanies,
  {month, industry}: SectorQuestion,
): string {
  const what = industry === undefined ? "All industries" : sentence(industryInText(industry));
  const where = month === undefined ? what : `${what}, ${monthText(month)}`;
  const [heaviest] = flows;
  if (!heaviest) return `${where}: no such company`;
  if (heaviest.net_eur === 0) return `${where}: as much came in as went out`;
  const net = withSign(heaviest.net_eur, money);
  if (company_count === 1) return `${where}: ${heaviest.name}, net ${net}`;
  const kept = `${gained_count === 0 ? "none" : inWords(gained_count)} of ${inWords(company_count)} companies gained`;
  return `${where}: ${kept}; ${heaviest.name} moved most, ${net}`;
}

/** `2026-03` */
export function monthKey(time: Time): string {
  return asDate(time)?.toISOString().slice(0, 7) ?? "";
}

function monthsBetween(from: Time, to: Time): number {
  const index = (time: Time) => {
    const date = asDate(time);
    return date ? date.getUTCFullYear() * 12 + date.getUTCMonth() : Number.NaN;
  };
  return index(to) - index(from);
}

/** The sum in whole cents, so that a total is exact. */
function cents(euros: readonly (number | null)[]): number {
  return euros.reduce<number>((sum, value) => sum + Math.round(100 * (value ?? 0)), 0);
}
