/**
 * The day on which something recurring falls due: a day of the month, moved where that is no business day. Found from
 * the days that were seen, by trying all of them; the one that explains the days best is exact where a bank keeps to
 * its calendar, and near where it does not.
 */
import {businessDayFrom, businessDayUntil, isBusinessDay} from "../bank/businessDays.js";
import {civilOf, type Day, firstDayOf, lastDayOf, type Month, monthOf} from "../day.js";

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

/** The due days of all candidates in a month and in those around it. */
interface Dues {
  readonly before: Int32Array;
  readonly within: Int32Array;
  readonly after: Int32Array;
}

const duesIn = remembered((month: Month) =>
  Int32Array.from(candidates, (due) => dueOn(due, month)),
);
const duesAround = remembered(
  (month: Month): Dues => ({
    before: duesIn(month - 1),
    within: duesIn(month),
    after: duesIn(month + 1),
  }),
);

/** The same function, which works each month out once. */
function remembered<T>(work: (month: Month) => T): (month: Month) => T {
  const known = new Map<Month, T>();
  return (month) => {
    const found = known.get(month) ?? work(month);
    known.set(month, found);
    return found;
  };
}

/**
 * The due day that explains these days best, at least one of them given: least distance in all, and where several
 * explain them alike the first of `rolls`, since a day of the month that never fell on a weekend is rare. None, if the
 * mean distance of the best exceeds the limit.
 */
export function maybeDueFit(days: readonly Day[], limit: number): DueFit | undefined {
  const own = days.map(monthOf);
  const around = own.map(duesAround);
  const start = rolls.length * (civilOf(days[days.length >> 1]!).dayOfMonth - 1);
  let best = -1;
  let least = limit * days.length;
  // Outwards from a day that was seen: a good one is met soon, and the others are given up after a few days.
  for (let step = 0; step < candidates.length; step++) {
    const outwards = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const candidate = (start + outwards + candidates.length) % candidates.length;
    let sum = 0;
    for (let i = 0; i < days.length && sum <= least; i++) {
      const day = days[i]!;
      const dues = around[i]!;
      const due = dues.within[candidate]!;
      let distance = Math.abs(day - due);
      if (distance > farthest) {
        const other = day < due ? dues.before : dues.after;
        distance = Math.min(farthest, Math.abs(day - other[candidate]!));
      }
      sum += distance;
    }
    if (sum < least || (sum === least && (best < 0 || isPreferred(candidate, best))))
      [best, least] = [candidate, sum];
  }
  if (best < 0) return undefined;
  const months = days.map((day, i) => nearestMonth(best, day, own[i]!));
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
