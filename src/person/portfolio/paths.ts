/** An account over time, as rows for charts: one row per week or trading day, and line. */
import {type Day, formatDay} from "../../lib/day.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {trendChance} from "../../lib/evidence/months.js";
import {dayText, duration, money, percent} from "../../lib/format.js";
import {sameFlowsIn} from "../../lib/investing/benchmark.js";
import {type Exchange, weekEnds} from "../../lib/investing/brokerage.js";
import {maxCarriedDays} from "../../lib/investing/market.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {maximumDrawdown} from "../../lib/investing/risk.js";
import {timeWeightedReturn} from "../../lib/investing/timeWeightedReturn.js";
import {eurFromCents} from "../../lib/money.js";
import {withinChance} from "../../lib/words.js";

/** What the money is compared with. */
export const benchmark = "VWRL";

export type PathPart = "value" | "paid" | "benchmark";

/** What a line is called. */
export const pathNames = {
  value: "This account",
  paid: "Money put in",
  benchmark: `All in ${benchmark}`,
} as const satisfies Record<PathPart, string>;

export interface PathRow {
  readonly day: string;
  readonly part: PathPart;
  readonly amount_eur: number;
}

/** The value of the account and the money put in less taken out until then; from the day on which there is either. */
export function valuePath(days: Portfolio, exchange: Exchange): PathRow[] {
  const paid = paidIn(days);
  return weeks(days, exchange).flatMap((i) => [
    {
      day: formatDay(days.eve + i),
      part: "value",
      amount_eur: eurFromCents(days.valueCents[i]!),
    } as const,
    {day: formatDay(days.eve + i), part: "paid", amount_eur: eurFromCents(paid[i]!)} as const,
  ]);
}

/** What the money has become. */
export function valueFinding({value_eur, paid_eur}: {value_eur: number; paid_eur: number}): string {
  const gain = value_eur - paid_eur;
  if (value_eur === 0 && paid_eur === 0) return "There is no money in the account";
  if (Math.abs(gain) < 0.005) return `${money(paid_eur)} is still ${money(value_eur)}`;
  if (paid_eur <= 0) return `More was taken out than put in, and ${money(value_eur)} is left`;
  return `${money(paid_eur)} has become ${money(value_eur)}`;
}

/** The account beside the benchmark bought with the same money; empty where that money would have run out. */
export function benchmarkPath(days: Portfolio, exchange: Exchange): PathRow[] {
  const other = maybeBenchmark(days, exchange);
  if (other?.kind !== "value") return [];
  return weeks(days, exchange).flatMap((i) => [
    {
      day: formatDay(days.eve + i),
      part: "value",
      amount_eur: eurFromCents(days.valueCents[i]!),
    } as const,
    {
      day: formatDay(days.eve + i),
      part: "benchmark",
      amount_eur: eurFromCents(other.valueCents[i]!),
    } as const,
  ]);
}

/** Undefined where the exchange has no price of the benchmark when the money came. */
function maybeBenchmark(days: Portfolio, exchange: Exchange) {
  const {market} = exchange;
  const quotes = market.quotes.get(benchmark);
  if (!quotes) return undefined;
  const first = firstWithMoney(days);
  // Before its first price nothing can be bought; a few days' wait for the market to open is no distortion.
  const opens = quotes.unitE10.findIndex((unit) => unit > 0) + market.firstDay;
  if (first < 0 || opens - (days.eve + first) > maxCarriedDays) return undefined;
  const other = sameFlowsIn(from(days, opens), exchange, benchmark);
  // Until then the money waits, and is worth what was put in.
  if (other.kind === "value")
    other.valueCents.set(paidIn(days).subarray(0, Math.max(0, opens - days.eve)));
  return other;
}

/** The flows of an account as if nothing could be bought before a day: what was put in until then comes on it. */
function from(days: Portfolio, opens: Day): Portfolio {
  if (opens <= days.eve) return days;
  const skipped = opens - days.eve;
  const later = (column: Float64Array) => column.map((cents, i) => (i > skipped ? cents : 0));
  const moneyInCents = later(days.moneyInCents);
  moneyInCents[skipped] = paidIn(days)[skipped]!;
  const valueCents = days.valueCents.with(0, 0);
  return {...days, valueCents, moneyInCents, moneyOutCents: later(days.moneyOutCents)};
}

/**
 * Who did better, the account or the benchmark, where their distance holds against its own noise: the weekly changes of
 * it, of which chance alone rarely has such a mean (Student's t). Flows are the same on both sides and leave it alone.
 */
export function benchmarkFinding(rows: readonly PathRow[]): string {
  const path = (part: PathPart) => rows.filter((row) => row.part === part);
  const [own, other] = [path("value"), path("benchmark")];
  const distances = own.map(({amount_eur}, i) => amount_eur - other[i]!.amount_eur);
  const difference = distances.at(-1);
  if (difference === undefined) return `The same money cannot be followed in ${benchmark}`;
  if (Math.abs(difference) < Math.max(0.005 * Math.abs(other.at(-1)!.amount_eur), 1))
    return `The same money in ${benchmark} would have come to the same`;
  if (!isBeyondChance(trendChance(distances)))
    return `The account stands ${money(Math.abs(difference))} ${difference > 0 ? "above" : "below"} the same money in ${benchmark}, which lies ${withinChance}`;
  return difference > 0
    ? `The account beat ${benchmark} by ${money(difference)}`
    : `The same money in ${benchmark} would be worth ${money(-difference)} more`;
}

export interface DrawdownRow {
  readonly day: string;
  /** Loss since the highest point so far, as a share of it; zero or negative. */
  readonly loss_share: number;
}

/** How far below its highest point the account stood, without what was paid in and out; empty where nothing was invested. */
export function drawdownPath(days: Portfolio, exchange: Exchange): DrawdownRow[] {
  const byTime = timeWeightedReturn(days);
  if (byTime.kind === "none") return [];
  let peak = 0;
  const losses = byTime.growth.map((growth) => {
    peak = Math.max(peak, growth);
    return growth / peak - 1;
  });
  return tradingDays(days, exchange).map((i) => ({
    day: formatDay(days.eve + i),
    loss_share: losses[i]!,
  }));
}

/** The deepest fall with its days, and whether it is over. */
export function drawdownFinding(days: Portfolio): string {
  const byTime = timeWeightedReturn(days);
  if (byTime.kind === "none") return "Nothing was invested that could fall";
  const worst = maximumDrawdown(byTime.growth, days.eve);
  if (!worst) return "The account has never stood below an earlier height";
  const {depth, peakOn, troughOn, recoveredOn} = worst;
  const fell = `From ${dayText(formatDay(peakOn))} to ${dayText(formatDay(troughOn))} the account lost ${percent(depth, 1)}`;
  if (recoveredOn === null) return `${fell}, and has not made it up yet`;
  return `${fell}; it took ${duration(recoveredOn - troughOn)} to make it up`;
}

/** What was there at the start and has been paid in since, less what was taken out, by day. */
export function paidIn({valueCents, moneyInCents, moneyOutCents}: Portfolio): Float64Array {
  const paid = new Float64Array(valueCents.length);
  paid[0] = valueCents[0]!;
  for (let i = 1; i < paid.length; i++)
    paid[i] = paid[i - 1]! + moneyInCents[i]! - moneyOutCents[i]!;
  return paid;
}

function firstWithMoney({valueCents, moneyInCents}: Portfolio): number {
  return valueCents.findIndex((value, i) => value !== 0 || moneyInCents[i] !== 0);
}

/** The indices of trading days and of the last day, from the first day with money on. */
function tradingDays(days: Portfolio, {market}: Exchange): number[] {
  return fromFirstMoney(days).filter(
    (i) =>
      i === days.valueCents.length - 1 || market.isTradingDay[days.eve + i - market.firstDay] === 1,
  );
}

/** The same by week: the first day, the last trading day of each week, the last day. */
function weeks(days: Portfolio, exchange: Exchange): number[] {
  const ends = new Set(weekEnds(exchange));
  return fromFirstMoney(days).filter(
    (i, at, all) => at === 0 || at === all.length - 1 || ends.has(days.eve + i),
  );
}

function fromFirstMoney(days: Portfolio): number[] {
  const first = firstWithMoney(days);
  if (first < 0) return [];
  const from = Math.max(1, first);
  return Array.from({length: days.valueCents.length - from}, (_, i) => from + i);
}
