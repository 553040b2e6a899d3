/** What the money of an account became, beside the same money in a world fund. */
import {formatDay} from "../../lib/day.js";
import {isBeyondChance} from "../../lib/evidence/chance.js";
import {trendChance} from "../../lib/evidence/months.js";
import {money} from "../../lib/format.js";
import type {Exchange} from "../../lib/investing/brokerage.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {eurFromCents} from "../../lib/money.js";
import {withinChance} from "../../lib/words.js";
import {paidIn, tradingDays} from "./accountDays.js";
import {benchmark, benchmarkCents} from "./benchmark.js";

export interface ValueRow {
  readonly day: string;
  readonly value_eur: number;
  /** The value at the start and what was paid in since, less what was taken out. */
  readonly paid_eur: number;
  /** The same money in the benchmark; null where it cannot be followed. */
  readonly benchmark_eur: number | null;
}

/** One row for each trading day, from the day on which there is money. */
export function valuePath(days: Portfolio, exchange: Exchange): ValueRow[] {
  const paid = paidIn(days);
  const other = benchmarkCents(days, exchange);
  return tradingDays(days, exchange).map((i) => ({
    day: formatDay(days.eve + i),
    value_eur: eurFromCents(days.valueCents[i]!),
    paid_eur: eurFromCents(paid[i]!),
    benchmark_eur: other ? eurFromCents(other[i]!) : null,
  }));
}

/**
 * What the money has become. Where the account did better or worse than the benchmark beyond chance, that: where their
 * distance holds against its own noise, the daily changes of it, of which chance alone rarely has such a mean (Student's
 * t). Flows are the same on both sides and leave it alone.
 */
export function valueFinding(rows: readonly ValueRow[]): string {
  const last = rows.at(-1);
  if (!last) return "There is no money in the account";
  const became = becameText(last);
  const distances = rows.flatMap(({value_eur, benchmark_eur}) =>
    benchmark_eur === null ? [] : [value_eur - benchmark_eur],
  );
  const difference = distances.at(-1);
  if (difference === undefined) return became;
  if (Math.abs(difference) < Math.max(0.005 * Math.abs(last.benchmark_eur!), 1))
    return `${became}, as it would have in the world fund ${benchmark}`;
  if (!isBeyondChance(trendChance(distances)))
    return `${became}, ${withinChance} of the world fund ${benchmark}`;
  return difference > 0
    ? `The account beat the world fund ${benchmark} by ${money(difference)}`
    : `The same money in the world fund ${benchmark} would be worth ${money(-difference)} more`;
}

function becameText({value_eur, paid_eur}: ValueRow): string {
  if (paid_eur <= 0) return `More was taken out than put in, and ${money(value_eur)} is left`;
  if (Math.abs(value_eur - paid_eur) < 0.005)
    return `${money(paid_eur)} is still ${money(value_eur)}`;
  return `${money(paid_eur)} has become ${money(value_eur)}`;
}
