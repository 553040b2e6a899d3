/** The companies behind a cell of the heatmap: rows over `sector-companies` for a choice of month and industry. */

import {industryInText} from "../../lib/companies/industryNames.js";
import {asDate, money, monthText, type Time, withSign} from "../../lib/format.js";
import {inWords, sentence} from "../../lib/words.js";

/** A row of `sector-companies`: its lists hold one value a month from `first_month` on. */
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
  /** Part of a company's name, in any case. */
  readonly company?: string | undefined;
}

/** A company in the chosen month, or over all of them. */
export interface CompanyFlow {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
  /** At the end of the month, or of the last one. */
  readonly closing_balance_eur: number;
}

/** The companies that a question asks for, the largest net flow either way first; those without an account then are left out. */
export function companyFlows(
  rows: readonly CompanyMonths[],
  {month, industry, company = ""}: SectorQuestion,
): CompanyFlow[] {
  const wanted = plain(company);
  return rows
    .filter(
      (row) =>
        (industry === undefined || row.industry === industry) && plain(row.name).includes(wanted),
    )
    .flatMap((row) => {
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

/** The title of the table: how many gained, and who weighed most. */
export function companiesFinding(
  flows: readonly CompanyFlow[],
  {month, industry}: SectorQuestion,
): string {
  const what = industry === undefined ? "All industries" : sentence(industryInText(industry));
  const where = month === undefined ? what : `${what}, ${monthText(month)}`;
  const [heaviest] = flows;
  if (!heaviest) return `${where}: no such company`;
  if (heaviest.net_eur === 0) return `${where}: as much came in as went out`;
  const net = withSign(heaviest.net_eur, money);
  if (flows.length === 1) return `${where}: ${heaviest.name}, net ${net}`;
  const gained = flows.filter(({net_eur}) => net_eur > 0).length;
  const kept = `${gained === 0 ? "none" : inWords(gained)} of ${inWords(flows.length)} companies gained`;
  return `${where}: ${kept}; ${heaviest.name} moved most, ${net}`;
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

/** Without case and accents, as people search. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
