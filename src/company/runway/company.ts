/** What the runway page says of one company and its futures. */

import type {Futures} from "../../lib/companies/futures.js";
import {isSameSeason, of100Text, seasonText} from "../../lib/companies/precision.js";
import type {CompanyMonth, Runway} from "../../lib/companies/runways.js";
import {runwayLength} from "../../lib/companies/runwayWords.js";
import {
  type BandMonth,
  maybeScenarioName,
  type Outlook,
  outlook,
  type Scenario,
  type ScenarioName,
  type Standing,
  scenarios,
} from "../../lib/companies/scenario.js";
import {money, monthText} from "../../lib/format.js";
import {lastMonthsText, monthDate, monthNumber} from "../../lib/month.js";

/** A point of a line that runs from known months into the futures; only these have a band. */
export interface PathPoint {
  readonly month: Date;
  readonly series: "chosen" | "base";
  readonly value_eur: number;
  readonly low_eur: number | null;
  readonly high_eur: number | null;
}

/**
 * The months known and those ahead in one line, with a band that opens at the last month known; beside it the base
 * scenario, where another is chosen.
 */
export function pathPoints(
  months: readonly CompanyMonth[],
  chosen: readonly BandMonth[],
  base?: readonly BandMonth[],
): PathPoint[] {
  const known = months.map((row, t) => {
    const end = t === months.length - 1 && chosen.length > 0 ? row.closing_balance_eur : null;
    return {
      month: row.month,
      series: "chosen" as const,
      value_eur: row.closing_balance_eur,
      low_eur: end,
      high_eur: end,
    };
  });
  const plain = (base ?? []).map(({month, value_eur}) => ({
    month,
    series: "base" as const,
    value_eur,
    low_eur: null,
    high_eur: null,
  }));
  return [...known, ...chosen.map((row) => ({...row, series: "chosen" as const})), ...plain];
}

/** The opening of a company's part: burn, runway and the month that cash ends in, or that there is no burn. */
export function companyText(runway: Runway | undefined): string {
  if (!runway) return "";
  const {name, gross_burn_eur, net_burn_eur, closing_balance_eur, runway_months, zero_month} =
    runway;
  const over = lastMonthsText(runway.month_count);
  if (runway.month_count === 0) return `${name} has no complete month here yet.`;
  const spent = `Over ${over} ${name} paid out ${money(gross_burn_eur)} a month`;
  if (runway_months === null)
    return `${spent} and took in ${money(gross_burn_eur - net_burn_eur)}: it has no burn, and so no runway to count.`;
  const burned = `${spent}, ${money(net_burn_eur)} more than it took in`;
  if (runway_months === 0)
    return `${burned}. Its balance is ${money(closing_balance_eur)}, so there is no runway left: it runs on its overdraft.`;
  const end = zero_month ? `, until ${monthText(zero_month)}` : "";
  return `${burned}. Its ${money(closing_balance_eur)} would last ${runwayLength(runway_months)} at this pace${end}.`;
}

/** The title of the balance: in how many futures cash falls below the floor within the months ahead, or stays there. */
export function outlookFinding(
  name: string,
  {zero, balance, futures}: Outlook,
  floor_eur: number,
  today_eur = floor_eur,
): string {
  const last = balance.at(-1);
  if (!last) return `${name} has too few months to forecast`;
  const line = floor_eur > 0 ? `the floor of ${money(floor_eur)}` : "zero";
  const often = of100Text(zero.share, futures);
  if (today_eur < floor_eur) {
    const then = last.value_eur < floor_eur ? "and probably" : "but probably not";
    return `${name} is below ${line} now, ${then} in ${monthText(last.month)}`;
  }
  if (zero.share === 0) return `${name} stays above ${line} in every future`;
  return `${name} falls below ${line} in ${often} futures`;
}

/** By when half of all futures have fallen below the floor, where that is a season before the last month. */
export function halfText({zero: {p50}, balance}: Outlook): string {
  const last = balance.at(-1)?.month;
  if (p50 === undefined || !last || isSameSeason(p50, monthNumber(last))) return "";
  return `Half of all futures are there by ${seasonText(p50)}.`;
}

/** Default alive or dead, in words. */
export function aliveText({isAlive, balance}: Outlook): string {
  if (balance.length === 0) return "";
  return isAlive
    ? "Default alive: in at least half of the futures it earns for three months together what it spends, before " +
        "the money is gone."
    : "Default dead: in most futures the money runs out, or the year ends, before it breaks even over three months.";
}

/** How long the cash above a floor lasts at today's pace; empty without a floor. */
export function floorText(runway: Runway | undefined, floor_eur: number): string {
  if (!runway || floor_eur <= 0) return "";
  const floor = `the floor of ${money(floor_eur)}`;
  const {runway_months, zero_month} = runway;
  if (runway_months === null) return `At today’s pace, without a burn, ${floor} is never reached.`;
  if (runway_months === 0) return `The cash of today is below ${floor} already.`;
  const end = zero_month ? `, until ${monthText(zero_month)}` : "";
  return `At today’s pace the cash above ${floor} lasts ${runwayLength(runway_months)}${end}.`;
}

export interface ScenarioRow {
  readonly scenario: string;
  readonly low_eur: number;
  readonly value_eur: number;
  readonly high_eur: number;
  readonly dry_share: number;
  /** On how many futures that share rests. */
  readonly future_count: number;
  readonly zero_month: Date | null;
  readonly is_default_alive: boolean;
}

/** The three scenarios, and the reader's own where it is none of them, side by side at the end of the months ahead. */
export function scenarioRows(
  futures: Futures,
  standing: Standing,
  chosen: Scenario,
): ScenarioRow[] {
  const named = (Object.keys(scenarios) as ScenarioName[]).map((name): [string, Scenario] => [
    name,
    scenarios[name],
  ]);
  if (maybeScenarioName(chosen) === undefined) named.push(["your own", chosen]);
  return named.map(([scenario, what]) => {
    const {balance, zero, isAlive, futures: future_count} = outlook(futures, what, standing);
    const last = balance.at(-1);
    return {
      scenario,
      low_eur: last?.low_eur ?? Number.NaN,
      value_eur: last?.value_eur ?? Number.NaN,
      high_eur: last?.high_eur ?? Number.NaN,
      dry_share: zero.share,
      future_count,
      zero_month: zero.p50 === undefined ? null : monthDate(zero.p50),
      is_default_alive: isAlive,
    };
  });
}

/** What the scenarios differ by, at the end of the months ahead. */
export function scenariosFinding(rows: readonly ScenarioRow[]): string {
  const of = (name: string) => rows.find(({scenario}) => scenario === name);
  const [good, bad] = [of("optimistic"), of("pessimistic")];
  if (!good || !bad) return "Too few months to play scenarios";
  return `After a year the optimistic balance is ${money(good.value_eur - bad.value_eur)} above the pessimistic one`;
}
