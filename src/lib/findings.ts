/**
 * Which of many monthly series deserve a sentence on the first page? Each is a candidate; its score is
 *
 *     surprise × reach
 *
 * - surprise: how unusual the last change is among the series' own. It is the distance of the last change
 *   from the median of all earlier changes, in units of their spread (1.4826 × the median absolute deviation,
 *   which equals the standard deviation for normal data: Rousseeuw and Croux 1993), at most 6.
 * - reach: the square root of the share concerned of those whom the indicator could concern (people,
 *   companies, or all customers), so that what happens to everyone counts more than what happens to few,
 *   but not in proportion.
 *
 * A spread below half a per cent of the usual level is taken as that: a series that hardly ever moves does
 * not make each flicker a finding. The season is not removed, because 18 months show each month of the year
 * once or twice; a change that December brings every year can therefore be chosen, and its sentence says
 * what happened, not why.
 */
import {month as monthText, points, type Time} from "./format.js";
import {type Indicator, indicatorNamed} from "./indicators.js";
import {middleOf} from "./middle.js";
import {type Change, changeOf, moved, sentence} from "./words.js";

/** A row of an indicators dataset. */
export interface IndicatorMonth {
  readonly month: Time;
  readonly indicator: string;
  readonly value: number;
  readonly customer_count: number;
}

/** A candidate for the first page. */
export interface Finding {
  readonly indicator: string;
  readonly definition: Indicator;
  /** What happened, in words. */
  readonly text: string;
  readonly score: number;
  /** 0 to 6. */
  readonly surprise: number;
  /** 0 to 1. */
  readonly reach: number;
  readonly value: number;
  readonly before: number;
  /** The series, in order of months. */
  readonly months: readonly IndicatorMonth[];
}

/** Fewer months do not tell what is usual: three earlier changes at least. */
export const leastMonths = 5;

const mostSurprise = 6;
const leastSpreadShare = 0.005;

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
  return [...series.values()]
    .map((months) => months.sort((a, b) => timeOf(a.month) - timeOf(b.month)))
    .filter((months) => months.length >= leastMonths && timeOf(months.at(-1)?.month) === last)
    .map((months) => findingOf(months, populations))
    .sort((a, b) => b.score - a.score || (a.indicator < b.indicator ? -1 : 1));
}

/**
 * Takes the best `count` findings that do not tell the same story twice: one for each page that says more,
 * before a second of any.
 */
export function chooseFindings(ranked: readonly Finding[], count: number): Finding[] {
  const firsts = ranked.filter(
    (finding, rank) =>
      ranked.findIndex(({definition}) => definition.page === finding.definition.page) === rank,
  );
  const rest = ranked.filter((finding) => !firsts.includes(finding));
  const chosen = [...firsts, ...rest].slice(0, count);
  return chosen.sort((a, b) => b.score - a.score);
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

function findingOf(months: IndicatorMonth[], populations: ReadonlyMap<string, number>): Finding {
  const values = months.map(({value}) => value);
  const {indicator, customer_count} = months.at(-1)!;
  const definition = indicatorNamed(indicator);
  const surprise = surpriseOf(values);
  const reach = Math.sqrt(customer_count / populations.get(definition.population)!);
  return {
    indicator,
    definition,
    text: findingText(definition, months),
    score: surprise * reach,
    surprise,
    reach,
    value: values.at(-1)!,
    before: values.at(-2)!,
    months,
  };
}

/** How unusual the last change of a series is among its own, from 0 to 6. */
export function surpriseOf(values: readonly number[]): number {
  const changes = values.slice(1).map((value, index) => value - values[index]!);
  const lastChange = changes.pop();
  if (lastChange === undefined || changes.length === 0) return 0;
  const usual = middleOf(changes);
  const spread = 1.4826 * middleOf(changes.map((change) => Math.abs(change - usual)));
  const least = leastSpreadShare * middleOf(values.map(Math.abs));
  const unit = Math.max(spread, least);
  return unit === 0 ? 0 : Math.min(mostSurprise, Math.abs(lastChange - usual) / unit);
}

/** `The revenue of companies rose 4.2% to €17.3m in October 2026, the highest since July 2026.` */
export function findingText(
  {subject, format, inPoints}: Indicator,
  months: readonly IndicatorMonth[],
): string {
  const [before, now] = months.slice(-2) as [IndicatorMonth, IndicatorMonth];
  const value = format(now.value);
  const change = changeOf(now.value, before.value);
  const opening = sentence(subject);
  const when = `in ${monthText(now.month)}`;
  if (change.direction === "same" || value === format(before.value)) {
    return `${opening} stayed at ${value} ${when}.`;
  }
  const asAmount = inPoints || before.value * now.value < 0;
  const by = asAmount ? "amount" : "share";
  const verb = moved(change, {by, format: inPoints ? points : format});
  return `${opening} ${verb} to ${value} ${when}${extremeOf(months, change)}.`;
}

/** `, the highest since March 2026` if the value exceeds that of the five months before at least, else nothing. */
function extremeOf(months: readonly IndicatorMonth[], change: Change): string {
  if (change.direction !== "rise" && change.direction !== "fall") return "";
  const {value} = months.at(-1)!;
  const exceeds = (other: number) =>
    change.direction === "rise" ? other >= value : other <= value;
  const earlier = months.slice(0, -1);
  const rank = earlier.findLastIndex((row) => exceeds(row.value));
  const word = change.direction === "rise" ? "highest" : "lowest";
  if (rank < 0) return `, the ${word} of all ${months.length} months`;
  return earlier.length - rank > 5 ? `, the ${word} since ${monthText(earlier[rank]!.month)}` : "";
}

function timeOf(time: Time): number {
  return time instanceof Date ? time.getTime() : Date.parse(String(time));
}
