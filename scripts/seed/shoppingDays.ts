/** When people shop: the days of a month, by the week, the last pay and Christmas, and the hours of a day. */
import {weekdayOf} from "../../src/lib/day.js";
import type {MonthFrame} from "./monthFrame.js";
import {byWeight} from "./tastes.js";

/** How busy the days of a week are, from Monday on, and the hours of a day, from midnight on. */
const weekdayWeights = [0.82, 0.92, 0.96, 1.02, 1.3, 1.28, 0.7];
export const hourTableSize = 256;
export const hourTable = byWeight(
  [0, 0, 0, 0, 0, 0, 1, 3, 6, 7, 8, 9, 11, 9, 7, 7, 8, 10, 12, 11, 8, 5, 3, 1],
  hourTableSize,
);
export const dayTableSize = 512;
/** How busy a day is by the days since the last pay: before so many of them, this weight; money is short at the end. */
const payWeights = [
  {before: 5, weight: 1.3},
  {before: 12, weight: 1.08},
  {before: 25, weight: 1},
  {before: 31, weight: 0.86},
] as const;
/** Christmas shopping (17 to 23 December), and the two days on which shops are closed. */
const christmas = {first: 17, last: 23, rush: 1.75, closed: [25, 26], rest: 0.25} as const;
/** The payday of those without pay. */
export const usualPayday = 30;

/** The days of a month (0 is its first) as often as somebody shops on each, by the day of the month of the pay. */
export function shoppingDays(frame: MonthFrame): Uint8Array[] {
  return Array.from({length: 31}, (_, payday) =>
    byWeight(dayWeights(frame, payday || usualPayday), dayTableSize),
  );
}

/** How busy each day of a month is for somebody paid on a given day. */
function dayWeights(frame: MonthFrame, payday: number): number[] {
  const paidOn = frame.payday(payday);
  const length = frame.last - frame.first + 1;
  return Array.from({length}, (_, offset) => {
    const day = frame.first + offset;
    const sincePay = (day - paidOn + 31) % 31;
    const {weight} = payWeights.find(({before}) => sincePay < before)!;
    const season = frame.calendarMonth === 12 ? christmasWeight(offset + 1) : 1;
    return weekdayWeights[weekdayOf(day) - 1]! * weight * season;
  });
}

function christmasWeight(dayOfMonth: number): number {
  const {first, last, rush, closed, rest} = christmas;
  if (dayOfMonth >= first && dayOfMonth <= last) return rush;
  return closed.some((day) => day === dayOfMonth) ? rest : 1;
}
