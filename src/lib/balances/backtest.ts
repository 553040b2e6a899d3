/** How well the forecast of balances would have done: made as if some weeks ago, compared with what came. */
import {type Day, firstDayOf, monthOf} from "../day.js";
import {quantilesAhead} from "../forecasting/pathQuantiles.js";
import {type PersonLegs, personContracts} from "../recurring/people.js";
import {standingOf} from "../recurring/standing.js";
import {stream} from "../stream.js";
import {dayBalances, dayFlows, pastDays} from "./days.js";
import {type Account, aheadDays, balanceFutures} from "./forecast.js";

export const horizons = [7, 14, 30, 45, 60] as const;

/** How many days before the end of the data the forecasts are made; each person is asked at one of them. */
export const origins = [60, 90, 120] as const;

/** A row of `balance-backtest`. */
export interface BalanceAccuracy {
  readonly horizon_days: number;
  /** Shares of outcomes inside the bands, and below the 80 % band. */
  readonly coverage_80_share: number;
  readonly coverage_95_share: number;
  readonly below_80_share: number;
  /** Mean absolute errors: of the median future, of "as today", and of "as on the same day a month ago". */
  readonly mae_eur: number;
  readonly mae_flat_eur: number;
  readonly mae_month_eur: number;
  /** By how much the better of the two guesses errs more, mean over forecasts, and the standard error of that mean. */
  readonly gain_eur: number;
  readonly gain_error_eur: number;
  readonly forecast_count: number;
}

interface Outcome {
  readonly horizon: number;
  readonly actual: number;
  readonly quantiles: readonly number[];
  readonly flat: number;
  readonly month: number;
}

/** The least that an account must have been open to be forecast, in days. */
const leastPast = 90;

/**
 * The accuracy at each horizon, over people whose account was open for 90 days before and stays open; none where the
 * data are too short. `paths` are the futures drawn for each.
 */
export function balanceAccuracy(
  {people, firstDay, lastDay}: {people: readonly PersonLegs[]; firstDay: Day; lastDay: Day},
  {paths = 200} = {},
): BalanceAccuracy[] {
  const outcomes = people.flatMap((person, number) => {
    const origin = lastDay - origins[number % origins.length]!;
    const first = Math.max(firstDay, person.openedOn, origin - pastDays + 1);
    const isOpen = person.closedOn === undefined || person.closedOn > origin + aheadDays;
    return isOpen && origin - first >= leastPast ? outcomesOf(person, first, origin, paths) : [];
  });
  return horizons.flatMap((horizon) => {
    const own = outcomes.filter((outcome) => outcome.horizon === horizon);
    return own.length > 0 ? [summary(horizon, own)] : [];
  });
}

function outcomesOf(person: PersonLegs, first: Day, origin: Day, count: number): Outcome[] {
  const contracts = personContracts(person, origin);
  const {balanceCents} = dayBalances(person, first, origin + aheadDays);
  const {otherCents, resets} = dayFlows(person, contracts, first, origin);
  const known = origin - first + 1;
  const balance = balanceCents[known - 1]!;
  const expected = contracts.flatMap((contract) => {
    const {nextOn, recentCents} = standingOf(contract, origin);
    const amounts = recentCents.map((cents) => (contract.isInflow ? cents : -cents));
    const since = contract.months[0]!;
    return nextOn === undefined ? [] : [{...contract, nextOn, amounts, since}];
  });
  const account: Account = {
    lastDay: origin,
    balance,
    limit: person.limitCents,
    expected,
    other: otherCents,
    resets,
  };
  const {paths} = balanceFutures(account, stream(1, `backtest/${person.userId}`), {count});
  return horizons.map((horizon) => ({
    horizon,
    actual: balanceCents[known - 1 + horizon]!,
    quantiles: quantilesAhead(paths, horizon, [0.025, 0.1, 0.5, 0.9, 0.975]),
    flat: balance,
    month: balanceCents[monthsBefore(origin + horizon, origin) - first] ?? balance,
  }));
}

/** The same day of the last month in which it is not after `known`; the last day of a shorter month. */
function monthsBefore(day: Day, known: Day): Day {
  let month = monthOf(day);
  const dayOfMonth = day - firstDayOf(month);
  let same = day;
  while (same > known) {
    month--;
    same = Math.min(firstDayOf(month) + dayOfMonth, firstDayOf(month + 1) - 1);
  }
  return same;
}

function summary(horizon: number, outcomes: readonly Outcome[]): BalanceAccuracy {
  const mean = (value: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length;
  const inside = (low: number, high: number) =>
    mean(({actual, quantiles}) => Number(actual >= quantiles[low]! && actual <= quantiles[high]!));
  const offBy = (outcome: Outcome, forecast: number) => Math.abs(outcome.actual - forecast);
  const error = (forecast: (outcome: Outcome) => number) =>
    Math.round(mean((outcome) => offBy(outcome, forecast(outcome)))) / 100;
  const [flat, month] = [error((outcome) => outcome.flat), error((outcome) => outcome.month)];
  const gainOf = (outcome: Outcome) =>
    offBy(outcome, flat <= month ? outcome.flat : outcome.month) -
    offBy(outcome, outcome.quantiles[2]!);
  const gain = mean(gainOf);
  const variance =
    (mean((outcome) => (gainOf(outcome) - gain) ** 2) * outcomes.length) /
    Math.max(1, outcomes.length - 1);
  return {
    horizon_days: horizon,
    coverage_80_share: inside(1, 3),
    coverage_95_share: inside(0, 4),
    below_80_share: mean(({actual, quantiles}) => Number(actual < quantiles[1]!)),
    mae_eur: error(({quantiles}) => quantiles[2]!),
    mae_flat_eur: flat,
    mae_month_eur: month,
    gain_eur: Math.round(gain) / 100,
    gain_error_eur: Math.round(Math.sqrt(variance / outcomes.length)) / 100,
    forecast_count: outcomes.length,
  };
}
