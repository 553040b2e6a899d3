/** Which industries bring money in and which take more out: totals and sentences over `sector-heat`. */

import {industryName} from "../../lib/bank/industries.js";
import {industryInText, spanText, timeOf} from "../../lib/companies/industryNames.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {spreadChance} from "../../lib/evidence/groups.js";
import {money, monthText, percent, type Time} from "../../lib/format.js";
import {group, least, sum} from "../../lib/sectors/groups.js";
import {
  agree,
  companiesText,
  list,
  plural,
  sentence,
  someOf,
  withinChance,
} from "../../lib/words.js";

/** A row of `sector-heat`. */
export interface SectorMonth {
  readonly month: Time;
  readonly industry: string;
  readonly company_count: number;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
  readonly is_complete: boolean;
}

/** An industry over all complete months. */
export interface SectorTotal {
  readonly industry: string;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
}

/** The rows of the months that are over. */
function wholeMonths(rows: readonly SectorMonth[]): SectorMonth[] {
  return rows.filter((row) => row.is_complete);
}

/** `18 whole months`: how many the data hold. */
export function wholeMonthsText(rows: readonly SectorMonth[]): string {
  return plural(new Set(wholeMonths(rows).map(({month}) => timeOf(month))).size, "whole month");
}

/** Net flows below this share of the inflow are no gain and no loss. */
const balancedShare = 0.0005;

/** The industries over all complete months, the highest net flow first; equal ones by name. */
export function sectorTotals(rows: readonly SectorMonth[]): SectorTotal[] {
  const totals = new Map<string, SectorTotal>();
  for (const row of rows) {
    if (!row.is_complete) continue;
    const sum = totals.get(row.industry);
    totals.set(row.industry, {
      industry: row.industry,
      inflow_eur: (sum?.inflow_eur ?? 0) + row.inflow_eur,
      outflow_eur: (sum?.outflow_eur ?? 0) + row.outflow_eur,
      net_eur: (sum?.net_eur ?? 0) + row.net_eur,
    });
  }
  return [...totals.values()].sort(
    (a, b) => b.net_eur - a.net_eur || (a.industry < b.industry ? -1 : 1),
  );
}

/**
 * Whether some industry keeps more than another by more than chance: their months, shared out by lot, would lie as far
 * apart less than once in twenty times (`spreadChance`). One industry alone has nobody to differ from.
 */
function industriesDiffer(rows: readonly SectorMonth[]): boolean {
  const groups = [...group(rows, ({industry}) => industry).values()];
  const mean = (own: readonly SectorMonth[]) => sum(own, (row) => row.net_eur) / own.length;
  return groups.length === 1 || isBeyondChance(spreadChance(groups, mean));
}

/** Two sentences for the top of the page: what stayed of what came in, and with whom. */
export function sectorsText(rows: readonly SectorMonth[]): string {
  const complete = wholeMonths(rows);
  if (complete.length === 0) {
    return "The bank holds no complete month of any company yet, so there is nothing to tell.";
  }
  const totals = sectorTotals(complete);
  const inflow = sum(totals, (total) => total.inflow_eur);
  const outflow = sum(totals, (total) => total.outflow_eur);
  const who = industriesDiffer(complete)
    ? whoText(totals)
    : `What single industries kept differs only ${withinChance}`;
  return `Of ${money(inflow)} that companies took in ${spanText(complete)}, ${stayedText(inflow, outflow)}. ${who}.`;
}

function stayedText(inflow: number, outflow: number): string {
  const net = inflow - outflow;
  if (Math.abs(net) <= balancedShare * inflow) return "nothing stayed: as much went out";
  if (net < 0) return `nothing stayed: ${money(-net)} more went out`;
  return `${money(net)} stayed, ${percent(net / inflow)}`;
}

/** Which industry kept the most, and which lost the most. */
function whoText(totals: readonly SectorTotal[]): string {
  const [best, worst] = [totals[0]!, totals.at(-1)!];
  const named = ({industry, net_eur}: SectorTotal) =>
    `${industryInText(industry)} (${money(Math.abs(net_eur))})`;
  if (best.net_eur <= 0) return `No industry kept money; ${named(worst)} lost the most`;
  const kept = `${sentence(named(best))} kept the most`;
  if (worst.net_eur >= 0) return `${kept}; no industry lost money`;
  return `${kept}, ${named(worst)} lost the most`;
}

/** The title of the heatmap: the two ends of the order. */
export function heatFinding(rows: readonly SectorMonth[]): string {
  const totals = sectorTotals(rows);
  const [best, worst] = [totals[0], totals.at(-1)];
  if (!best || !worst) return "No month is complete yet";
  if (!industriesDiffer(wholeMonths(rows)))
    return `What industries kept differs only ${withinChance}`;
  const most = `${industryName(best.industry)} kept the most, ${money(best.net_eur)}`;
  const least = `${industryInText(worst.industry)} paid out ${money(-worst.net_eur)} more than it took in`;
  if (best.net_eur <= 0) return `No industry kept money; ${least}`;
  if (worst.net_eur < 0) return `${most}; ${least}`;
  if (best === worst) return most;
  return `${most}; ${industryInText(worst.industry)} the least, ${money(worst.net_eur)}`;
}

/** Which month took the most out, and how many industries it hit; the best month beside it. */
export function monthsText(rows: readonly SectorMonth[]): string {
  const complete = wholeMonths(rows);
  const months = [...group(complete, ({month}) => timeOf(month))].map(([month, rows]) => ({
    month,
    net: sum(rows, (row) => row.net_eur),
    losers: rows.filter(({net_eur}) => net_eur < 0).length,
    industries: rows.length,
  }));
  const worst = least(months, ({net}) => net);
  const best = least(months, ({net}) => -net);
  if (!worst || !best || months.length < 2) return "There are no two months to compare yet.";
  const ending =
    best.net > 0
      ? `the best was ${monthText(best.month)}, when ${money(best.net)} stayed`
      : "no month left anything";
  if (worst.net >= 0) {
    return (
      `No month took out more than it brought in: the weakest, ${monthText(worst.month)}, left ` +
      `${money(worst.net)}; ${ending}.`
    );
  }
  const where =
    worst.industries === 1
      ? "the only industry"
      : someOf(worst.losers, worst.industries, "industry", "industries");
  return (
    `The deepest month was ${monthText(worst.month)}: in ${where} more went out than came in, ` +
    `${money(-worst.net)} together; ${ending}.`
  );
}

/** A sentence on the months that are not over, to stand behind others; nothing where there are none. */
export function partialText(rows: readonly SectorMonth[]): string {
  const partial = rows.filter((row) => !row.is_complete).map(({month}) => monthText(month));
  const months = [...new Set(partial)];
  if (months.length === 0) return "";
  return ` ${list(months)} ${agree(months.length, "is", "are")} not complete, drawn paler and in no sum.`;
}

/** How many companies an industry has in the last month: `between 5 and 18 companies`, `6 companies`. */
export function sizesText(rows: readonly SectorMonth[]): string {
  const last = Math.max(...rows.map(({month}) => timeOf(month)));
  const counts = rows.filter(({month}) => timeOf(month) === last).map((row) => row.company_count);
  const [low, high] = [Math.min(...counts), Math.max(0, ...counts)];
  const many = companiesText(high);
  return low >= high ? many : `between ${low} and ${many}`;
}
