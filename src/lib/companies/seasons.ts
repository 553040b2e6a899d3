/** When industries earn: sentences over `sector-seasons`. */

import {industryName} from "../bank/industries.js";
import {isBeyondChance} from "../evidence/chance.js";
import {differenceChance, shiftChance} from "../evidence/groups.js";
import {percent, type Time} from "../format.js";
import {group, least, sum} from "../sectors/groups.js";
import {changeOf, compared, withinChance} from "../words.js";
import {spanText, timeOf} from "./industryNames.js";

/** A row of `sector-seasons`. */
export interface SectorSeason {
  readonly month: Time;
  readonly industry: string;
  readonly revenue_eur: number;
  readonly mean_revenue_eur: number;
  readonly month_count: number;
  readonly mean_share: number | null;
}

/** An industry's months in order, with its highest and lowest. */
export interface SectorSwing {
  readonly industry: string;
  readonly high: SectorSeason;
  readonly low: SectorSeason;
  /** High less low, in means. */
  readonly swing: number;
}

/** The industries by how far their months lie apart, the widest first. */
export function swings(rows: readonly SectorSeason[]): SectorSwing[] {
  const known = rows.filter(({mean_share}) => mean_share !== null);
  return [...group(known, ({industry}) => industry)]
    .flatMap(([industry, rows]) => {
      const [high, low] = [
        least(rows, (row) => -(row.mean_share ?? 0)),
        least(rows, (row) => row.mean_share ?? 0),
      ];
      if (!high || !low) return [];
      return {industry, high, low, swing: (high.mean_share ?? 0) - (low.mean_share ?? 0)};
    })
    .sort((a, b) => b.swing - a.swing || (a.industry < b.industry ? -1 : 1));
}

/**
 * The title of the seasons: the industry that swings the most, if its months and those of the one that swings the least,
 * shared out by lot, would hardly be so differently wide (`differenceChance`).
 */
export function seasonsFinding(rows: readonly SectorSeason[]): string {
  const order = swings(rows);
  const [most, least] = [order[0], order.at(-1)];
  if (!most || !least) return "No industry has revenue";
  if (new Set(rows.map(({month}) => timeOf(month))).size === 1) return "One month shows no season";
  const range = ({low, high}: SectorSwing) =>
    `${percent(low.mean_share)} to ${percent(high.mean_share)}`;
  const swingText = `${industryName(most.industry)} swings the most, from ${range(most)} of its mean month`;
  if (most === least) return swingText;
  const monthsOf = ({industry}: SectorSwing) =>
    rows.flatMap((row) =>
      row.industry === industry && row.mean_share !== null ? [row.mean_share] : [],
    );
  const swing = (shares: readonly number[]) => Math.max(...shares) - Math.min(...shares);
  if (!isBeyondChance(differenceChance(monthsOf(most), monthsOf(least), swing)))
    return `The swings of industries differ only ${withinChance}`;
  return swingText;
}

/**
 * The revenue of all industries in the last three months against the same months a year before, if most industries went
 * the same way (`shiftChance` of their growth).
 */
export function revenueText(rows: readonly SectorSeason[]): string {
  const months = [...group(rows, ({month}) => timeOf(month))]
    .sort(([a], [b]) => a - b)
    .map(([month, rows]) => ({month, revenue: sum(rows, (row) => row.revenue_eur)}));
  if (months.length < 15)
    return "A year before is not in the data, so the season cannot be told from a trend.";
  const last = months.slice(-3);
  const change = changeOf(
    sum(last, ({revenue}) => revenue),
    sum(months.slice(-15, -12), ({revenue}) => revenue),
  );
  const growth = [...group(rows, ({industry}) => industry).values()].flatMap((own) => {
    const of = (from: number, to?: number) => {
      const wanted = new Set(months.slice(from, to).map(({month}) => month));
      return sum(
        own.filter(({month}) => wanted.has(timeOf(month))),
        ({revenue_eur}) => revenue_eur,
      );
    };
    const [now, before] = [of(-3), of(-15, -12)];
    return now > 0 && before > 0 ? [Math.log(now / before)] : [];
  });
  if (change.direction !== "same" && !isBeyondChance(shiftChance(growth)))
    return (
      `Revenue ${spanText(last)} differs from a year earlier by no more than chance: some industries grew, others ` +
      "shrank."
    );
  const against =
    change.direction === "same"
      ? "unchanged from a year earlier"
      : compared(change, "the same months a year before");
  return `Revenue ${spanText(last)} was ${against}.`;
}
