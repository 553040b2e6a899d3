/** What the forecast says of all companies at once: who may run dry within the months ahead. */

import {formatMonth} from "../day.js";
import {money, type Time} from "../format.js";
import {agree, inWords, sentence, someOf} from "../words.js";
import {outlookAsIs} from "./cashAhead.js";
import {type Futures, pathsAhead} from "./futures.js";
import {of100} from "./precision.js";
import type {Runway} from "./runways.js";

/** What the forecast says of one company, as it goes on; all null where it is too young to forecast. */
export interface OutlookRow {
  /** Of the futures, those that end some month below zero. */
  readonly dry_share: number | null;
  /** On how many futures that share rests. */
  readonly future_count: number | null;
  /** The first day of the month by which half of the futures have; null if not within the months ahead. */
  readonly dry_month: Time;
  readonly is_default_alive: boolean | null;
  /** The median balance at the end of the months ahead. */
  readonly end_balance_eur: number | null;
}

/** A company at one pace, with what the forecast says of it. */
export type CompanyOutlook = Runway & OutlookRow;

/** What the futures of a company say, from the cash it holds. */
export function outlookRow(closing_balance_eur: number, futures: Futures | undefined): OutlookRow {
  const ahead = outlookAsIs(futures, closing_balance_eur);
  if (!ahead)
    return {
      dry_share: null,
      future_count: null,
      dry_month: null,
      is_default_alive: null,
      end_balance_eur: null,
    };
  const {p50, share} = ahead.zero;
  return {
    dry_share: share,
    future_count: ahead.futures,
    dry_month: p50 === undefined ? null : `${formatMonth(p50)}-01`,
    is_default_alive: ahead.isAlive,
    end_balance_eur: ahead.balance.at(-1)?.value_eur ?? null,
  };
}

/** Those that have cash today, for less than a year at their pace or in most futures; in the order of the rows. */
export function endangered(rows: readonly CompanyOutlook[]): CompanyOutlook[] {
  return rows.filter(
    (row) =>
      row.closing_balance_eur > 0 &&
      ((row.runway_months !== null && row.runway_months < 12) || dryOf100(row) > 50),
  );
}

/** The futures in which a company runs dry, of 100, no more exact than the draw. */
export function dryOf100({
  dry_share,
  future_count,
}: Pick<OutlookRow, "dry_share" | "future_count">): number {
  return dry_share === null ? 0 : of100(dry_share, future_count ?? 1);
}

/** The title: how many of those with cash run out within half a year at their pace, and which of them burns most. */
export function endangeredFinding(rows: readonly CompanyOutlook[]): string {
  const risky = endangered(rows);
  const soon = risky.filter(({band}) => band === "red");
  const [largest] = soon.toSorted((a, b) => b.net_burn_eur - a.net_burn_eur);
  if (largest && soon.length === 1)
    return `One company with cash runs out within six months: ${largest.name}`;
  if (largest)
    return `${sentence(inWords(soon.length))} companies with cash run out within six months; ${largest.name} burns most`;
  if (risky.length === 0) return "No company with cash is likely to run out within a year";
  return `No company with cash runs out within six months, but ${inWords(risky.length)} may within a year`;
}

/** How many break even in time, and how many of those who are overdrawn come back. */
export function aliveCountText(rows: readonly CompanyOutlook[]): string {
  const known = rows.filter(({is_default_alive}) => is_default_alive !== null);
  if (known.length === 0) return "No company has the three months that a forecast needs.";
  const alive = known.filter((row) => row.is_default_alive).length;
  const overdrawn = rows.filter(({closing_balance_eur}) => closing_balance_eur < 0);
  const back = overdrawn.filter(({end_balance_eur}) => (end_balance_eur ?? 0) > 0).length;
  const debt = overdrawn.reduce((sum, {closing_balance_eur}) => sum - closing_balance_eur, 0);
  const even =
    `${sentence(someOf(alive, known.length, "company", "companies"))} would break even before the money runs out, in at ` +
    "least half of their futures (“default alive”).";
  if (overdrawn.length === 0) return even;
  return (
    `${even} ${sentence(inWords(overdrawn.length))} ${agree(overdrawn.length, "is", "are")} overdrawn today, by ` +
    `${money(debt)} together; in the median future ${back === 0 ? "none" : inWords(back)} of them ` +
    `${agree(back, "is", "are")} back above zero within ${pathsAhead.months} months.`
  );
}
