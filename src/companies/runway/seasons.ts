/** Which months of the year fill the accounts of an industry, and which drain them. */
import {rollups} from "d3-array";
import {industryInText} from "../../lib/companies/industryNames.js";
import {monthsOf, type RunwayCompany} from "../../lib/companies/runways.js";
import {monthText, percent} from "../../lib/format.js";

export interface SwingMonth {
  readonly month: Date;
  readonly industry: string;
  readonly net_eur: number;
  /** Net flow of the industry's mean month. */
  readonly mean_net_eur: number;
  /** Net less the mean month's, over the mean month's outflow; null where nothing was paid out. */
  readonly swing_share: number | null;
}

/**
 * Net operating flow by industry and month over the last year, against the industry's mean month. Only companies
 * that were here for all of the year count, so that no one's coming looks like a season; none before a year is full.
 */
export function seasonSwings(companies: readonly RunwayCompany[]): SwingMonth[] {
  const sums = new Map<string, Map<number, {net: number; out: number}>>();
  for (const company of companies) {
    const year = monthsOf(company).slice(-12);
    if (year.length < 12) continue;
    const months = sums.get(company.industry) ?? new Map<number, {net: number; out: number}>();
    sums.set(company.industry, months);
    for (const {month, net_eur, outflow_eur} of year) {
      const sum = months.get(+month) ?? {net: 0, out: 0};
      months.set(+month, {net: sum.net + net_eur, out: sum.out + outflow_eur});
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([industry, months]) => {
      const all = [...months.values()];
      const mean = (of: (sum: {net: number; out: number}) => number) =>
        all.reduce((total, sum) => total + of(sum), 0) / all.length;
      const [meanNet, meanOut] = [mean(({net}) => net), mean(({out}) => out)];
      return [...months].map(([month, {net}]) => ({
        month: new Date(month),
        industry,
        net_eur: net,
        mean_net_eur: meanNet,
        swing_share: meanOut > 0 ? (net - meanNet) / meanOut : null,
      }));
    });
}

/** The month in which most industries fell short of their mean month, and which of them by most. */
export function seasonsFinding(rows: readonly SwingMonth[]): string {
  const total = new Set(rows.map(({industry}) => industry)).size;
  const dips = rollups(
    rows.filter(({swing_share}) => (swing_share ?? 0) < 0),
    (short) => short.sort((a, b) => a.swing_share! - b.swing_share!),
    ({month}) => Number(month),
  );
  const [worst] = dips.sort(
    ([, a], [, b]) => b.length - a.length || a[0]!.swing_share! - b[0]!.swing_share!,
  );
  if (rows.length === 0) return "A year must be full before it can show seasons";
  if (!worst) return "No industry had a month below its mean";
  const [month, short] = worst;
  const deepest = `${industryInText(short[0]!.industry)} by ${percent(-short[0]!.swing_share!)} of a month’s costs`;
  return total === 1
    ? `${monthText(month)} fell furthest short of the mean month: ${deepest}`
    : `${monthText(month)} left ${short.length} of ${total} industries below their mean month, ${deepest}`;
}
