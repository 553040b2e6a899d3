/** What the forecast says of all companies at once: who may run dry within the months ahead. */

import type {RunwayCompany} from "../../lib/companies/runways.js";
import {count, money} from "../../lib/format.js";
import {monthDate} from "../../lib/month.js";
import {agree, allOf, companiesText, inWords, sentence} from "../../lib/words.js";
import {type Futures, pathsAhead} from "./futures.js";
import {of100} from "./precision.js";
import {outlook, scenarios} from "./scenario.js";

export interface CompanyOutlook {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly closing_balance_eur: number;
  /** Of the futures, those that end some month below zero. */
  readonly dry_share: number;
  /** On how many futures that share rests. */
  readonly future_count: number;
  /** The month by which half of the futures have; null if not within the months ahead. */
  readonly zero_month: Date | null;
  readonly is_default_alive: boolean;
  /** The median balance at the end of the months ahead. */
  readonly end_balance_eur: number;
}

/** The base futures of every company that can be forecast, the most endangered first. */
export function companyOutlooks(
  companies: readonly RunwayCompany[],
  futures: ReadonlyMap<string, Futures>,
): CompanyOutlook[] {
  return companies
    .flatMap((company): CompanyOutlook[] => {
      const own = futures.get(company.user_id);
      if (!own) return [];
      const closing_balance_eur = company.closing_balance_eur.at(-1) ?? 0;
      const {
        balance,
        zero,
        isAlive,
        futures: future_count,
      } = outlook(own, scenarios.base, {
        closing_balance_eur,
        head_cost_eur: company.head_cost_eur,
        floor_eur: 0,
      });
      return [
        {
          user_id: company.user_id,
          name: company.name,
          industry: company.industry,
          closing_balance_eur,
          dry_share: zero.share,
          future_count,
          zero_month: zero.p50 === undefined ? null : monthDate(zero.p50),
          is_default_alive: isAlive,
          end_balance_eur: balance.at(-1)?.value_eur ?? Number.NaN,
        },
      ];
    })
    .sort(
      (a, b) =>
        b.dry_share - a.dry_share ||
        Number(a.zero_month ?? Number.POSITIVE_INFINITY) -
          Number(b.zero_month ?? Number.POSITIVE_INFINITY) ||
        a.end_balance_eur - b.end_balance_eur,
    );
}

/** Those that have cash today and may run dry, the most endangered first; a rare future in a hundred is none. */
export function endangered(rows: readonly CompanyOutlook[]): CompanyOutlook[] {
  return rows.filter((row) => row.closing_balance_eur > 0 && dryOf100(row) > 0);
}

/** The futures in which a company runs dry, of 100, no more exact than the draw. */
export function dryOf100({dry_share, future_count}: CompanyOutlook): number {
  return of100(dry_share, future_count);
}

/** The title: how many with cash today run dry in more than half of their futures. */
export function endangeredFinding(rows: readonly CompanyOutlook[]): string {
  const solvent = rows.filter(({closing_balance_eur}) => closing_balance_eur > 0);
  const likely = solvent.filter((row) => dryOf100(row) > 50).length;
  if (solvent.length === 0) return "No company with cash can be forecast";
  const among = `of ${companiesText(solvent.length)} with cash today`;
  return likely === 0
    ? `None ${among} is likely to run dry within a year`
    : `${sentence(inWords(likely))} ${among} ${agree(likely, "is", "are")} more likely than not to run dry ` +
        "within a year";
}

/** How many are default alive, and who of those without cash comes back. */
export function aliveCountText(rows: readonly CompanyOutlook[]): string {
  if (rows.length === 0) return "No company has the three months that a forecast needs.";
  const alive = rows.filter((row) => row.is_default_alive).length;
  const empty = rows.filter(({closing_balance_eur}) => closing_balance_eur <= 0);
  const back = empty.filter(({end_balance_eur}) => end_balance_eur > 0).length;
  const debt = empty.reduce((sum, {closing_balance_eur}) => sum - closing_balance_eur, 0);
  return [
    `${aliveText(alive, rows.length)} ${agree(alive, "is", "are")} default alive.`,
    empty.length === 0
      ? ""
      : `${sentence(inWords(empty.length))} of all ${count(rows.length)}, with a burn or without, ` +
        `${agree(empty.length, "has", "have")} nothing on the account today and ` +
        `${agree(empty.length, "owes", "owe")} the bank ${money(debt)}; the median future brings ` +
        `${back === 0 ? "none of them" : inWords(back)} back above zero within ${pathsAhead.months} months.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function aliveText(alive: number, all: number): string {
  if (alive < all) return `${sentence(inWords(alive))} of ${companiesText(all)}`;
  return allOf(all, "company", "companies");
}
