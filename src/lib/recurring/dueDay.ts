/**
 * The day on which something recurring falls due: a day of the month, moved where that is no business day. Found from
 * the days that were seen, by trying all of them; the one that explains the days best is exact where a bank keeps to
 * its calendar, and near where it does not.
 */
import {businessDayFrom, businessDayUntil, isBusinessDay} from "../bank/businessDays.js";
import {type Day, firstDayOf, lastDayOf, type Month, monthOf} from "../day.js";

/** How a due day that is no business day is moved: `forward` stays within its month ("modified following"). */
export const rolls = ["forward", "backward", "none"] as const;

export type Roll = (typeof rolls)[number];

export interface DueDay {
  /** 1 to 31; the last day, where a month is shorter. */
  readonly dayOfMonth: number;
  readonly roll: Roll;
}

/** Where a due day falls in a month. */
export function dueOn({dayOfMonth, roll}: DueDay, month: Month): Day {
  const last = lastDayOf(month);
  const day = Math.min(firstDayOf(month) + dayOfMonth - 1, last);
  if (roll === "none" || isBusinessDay(day)) return day;
  if (roll === "backward") return businessDayUntil(day);
  const following = businessDayFrom(day);
  return following <= last ? following : businessDayUntil(day);
}

export interface DueFit extends DueDay {
  /** The month to which each day belongs, and how many days it lies off its due day. */
  readonly months: readonly Month[];
  readonly distances: readonly number[];
  /** The mean of those distances, each counted as `farthest` at most. */
  readonly meanDistance: number;
}

const farthest = 7;
const candidates: readonly DueDay[] = Array.from({length: 31}, (_, index) =>
  rolls.map((roll) => ({dayOfMonth: index + 1, roll})),
).flat();

const duesIn = remembered((month: Month) =>
  Int32Array.from(candidates, (due) => dueOn(due, month)),
);

/** How far a day lies off the due day of each candidate, in its month or in the one next to it; `farthest` at most. */
const distancesOn = remembered((day: Day) => {
  const month = monthOf(day);
  return Uint8Array.from(candidates, (_, candidate) => {
    const due = duesIn(month)[candidate]!;
    const distance = Math.abs(day - due);
    if (distance <= farthest) return distance;
    const other = duesIn(month + (day < due ? -1 : 1))[candidate]!;
    return Math.min(farthest, Math.abs(day - other));
  });
});

/** The same function, which works out each month or day once. */
function remembered<T>(work: (of: number) => T): (of: number) => T {
  const known = new Map<number, T>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) {
      found = work(of);
      known.set(of, found);
    }
    return found;
  };
}

/**
 * The due day that explains these days best, at least one of them given: least distance in all, and where several
 * explain them alike the first of `rolls`, since a day of the month that never fell on a weekend is rare. None, if the
 * mean distance of the best exceeds the limit.
 */
export function maybeDueFit(days: readonly Day[], limit: number): DueFit | undefined {
  const distances = days.map(distancesOn);
  let best = -1;
  let least = limit * days.length;
  for (let candidate = 0; candidate < candidates.length; candidate++) {
    // most candidates lie further off after a few days than the best does after all
    let sum = 0;
    for (let at = 0; at < distances.length && sum <= least; at++) sum += distances[at]![candidate]!;
    if (sum < least || (sum === least && (best < 0 || isPreferred(candidate, best))))
      [best, least] = [candidate, sum];
  }
  if (best < 0) return undefined;
  const months = days.map((day) => nearestMonth(best, day, monthOf(day)));
  return {
    ...candidates[best]!,
    months,
    distances: days.map((day, i) => Math.abs(day - duesIn(months[i]!)[best]!)),
    meanDistance: least / days.length,
  };
}

/** Between two that explain the days alike: by roll, then the earlier day. */
function isPreferred(candidate: number, to: number): boolean {
  const by = (candidate % rolls.length) - (to % rolls.length);
  return by === 0 ? candidate < to : by < 0;
}

/** The month whose due day lies nearest to a day of a month. */
function nearestMonth(candidate: number, day: Day, month: Month): Month {
  const due = duesIn(month)[candidate]!;
  const other = month + (day < due ? -1 : 1);
  return Math.abs(day - duesIn(other)[candidate]!) < Math.abs(day - due) ? other : month;
}
