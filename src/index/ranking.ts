/**
 * Which of many monthly series deserve a sentence on the first page? Each is a candidate; its score is
 *
 *     surprise × reach
 *
 * - surprise: how seldom the noise of the series itself would move it so far in a month, the season allowed for
 *   (`lastChangeChance`), as the number of zeros of that probability: 1 of 10 is 1, 1 of 1,000 is 3, at most 6.
 * - reach: the square root of the share concerned of those whom the indicator could concern (people,
 *   companies, or all customers), so that what happens to everyone counts more than what happens to few,
 *   but not in proportion.
 *
 * Who looks at sixteen series finds one in twenty of them moved beyond chance when nothing happened. So those that may
 * be told are chosen together: of the findings told, one in ten may be noise (Y. Benjamini and Y. Hochberg, Controlling
 * the False Discovery Rate, Journal of the Royal Statistical Society B 57, 1995). Where nothing holds, nothing is told.
 */
import {lastChangeChance, leastMonths} from "../lib/evidence/months.js";
import type {Time} from "../lib/format.js";
import {type Indicator, indicatorNamed} from "./indicators.js";
import type {IndicatorMonth} from "./months.js";
import {findingText} from "./words.js";

/** A candidate for the first page. */
export interface Finding {
  readonly indicator: string;
  readonly definition: Indicator;
  /** What happened, in words. */
  readonly text: string;
  readonly score: number;
  /** How often noise alone would move the series so far: 0 to 1. */
  readonly chance: number;
  /** Whether it may be told: it holds among all that were looked at. */
  readonly holds: boolean;
  /** 0 to 1. */
  readonly reach: number;
  /** The series, in order of months. */
  readonly months: readonly IndicatorMonth[];
}

/** The share of the findings told that may be noise. */
const falseShare = 0.1;

const mostSurprise = 6;

/** The least score of a finding: what happens to everybody, in one month of a hundred. */
const leastScore = 2;

/**
 * All candidates, the highest score first; equal scores by name. Indicators with fewer than `leastMonths`
 * months, or whose last month is not the last of all rows, are left out.
 */
export function rankFindings(rows: readonly IndicatorMonth[]): Finding[] {
  const last = Math.max(...rows.map(({month}) => Number(timeOf(month))));
  const populations = populationSizes(rows);
  const series = new Map<string, IndicatorMonth[]>();
  for (const row of rows) {
    const months = series.get(row.indicator);
    if (months) months.push(row);
    else series.set(row.indicator, [row]);
  }
  const candidates = [...series.values()]
    .map((months) => months.sort((a, b) => timeOf(a.month) - timeOf(b.month)))
    .filter((months) => months.length >= leastMonths && timeOf(months.at(-1)?.month) === last)
    .map((months) => ({
      months,
      chance: lastChangeChance(months.map(({value}) => value)) ?? 1,
    }));
  const limit = largestHeld(candidates.map(({chance}) => chance));
  return candidates
    .map(({months, chance}) => findingOf(months, chance, chance <= limit, populations))
    .sort((a, b) => b.score - a.score || (a.indicator < b.indicator ? -1 : 1));
}

/**
 * Takes the best `count` findings at most, of those that hold, score enough and do not tell the same story twice: one for each page
 * that says more, before a second of any.
 */
export function chooseFindings(ranked: readonly Finding[], count: number): Finding[] {
  const held = ranked.filter(({holds, score}) => holds && score >= leastScore);
  const firsts = held.filter(
    (finding, rank) =>
      held.findIndex(({definition}) => definition.page === finding.definition.page) === rank,
  );
  const rest = held.filter((finding) => !firsts.includes(finding));
  const chosen = [...firsts, ...rest].slice(0, count);
  return chosen.sort((a, b) => b.score - a.score);
}

/** The largest probability up to which all may be told (Benjamini and Hochberg's step up); below 0 for none. */
export function largestHeld(chances: readonly number[]): number {
  const sorted = [...chances].sort((a, b) => a - b);
  return sorted.findLast((chance, at) => chance <= ((at + 1) / sorted.length) * falseShare) ?? -1;
}

/** The most customers that any indicator of a population concerned in any month. */
function populationSizes(rows: readonly IndicatorMonth[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const {indicator, customer_count} of rows) {
    const {population} = indicatorNamed(indicator);
    sizes.set(population, Math.max(1, customer_count, sizes.get(population) ?? 0));
  }
  return sizes;
}

function findingOf(
  months: IndicatorMonth[],
  chance: number,
  holds: boolean,
  populations: ReadonlyMap<string, number>,
): Finding {
  const {indicator, customer_count} = months.at(-1)!;
  const definition = indicatorNamed(indicator);
  const surprise = Math.min(mostSurprise, -Math.log10(Math.max(chance, Number.MIN_VALUE)));
  const reach = Math.sqrt(customer_count / populations.get(definition.population)!);
  const text = findingText(definition, months, holds);
  return {indicator, definition, text, score: surprise * reach, chance, holds, reach, months};
}

function timeOf(time: Time): number {
  return time instanceof Date ? time.getTime() : Date.parse(String(time));
}
