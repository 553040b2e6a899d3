import {secondsPerDay} from "../day.js";
import {type DayTotals, type LiveBatch, type Moved, Side} from "./events.js";

const nothing: Moved = {count: 0, cents: 0};

function withPayment(moved: Moved = nothing, cents: number): Moved {
  return {count: moved.count + 1, cents: moved.cents + Math.abs(cents)};
}

/** A day of which nothing is posted yet. */
export function emptyDay(day: number): DayTotals {
  return {day, rows: 0, refusals: 0, all: nothing, channels: {}, categories: {}, cities: {}};
}

/** The totals of the day that a batch reaches, with the batch; those of an earlier day are left behind. */
export function withBatch(before: DayTotals | null, {at, rows, refusals}: LiveBatch): DayTotals {
  const day = Math.floor(at / secondsPerDay);
  const start = day * secondsPerDay;
  const base = before?.day === day ? before : emptyDay(day);
  const channels = {...base.channels};
  const categories = {...base.categories};
  const cities = {...base.cities};
  let {all} = base;
  let count = 0;
  for (const [, second, , , , city, cents, channel, category, side] of rows) {
    if (second < start) continue;
    count++;
    if (side === Side.payee) continue;
    all = withPayment(all, cents);
    channels[channel] = withPayment(channels[channel], cents);
    categories[category] = withPayment(categories[category], cents);
    cities[city] = withPayment(cities[city], cents);
  }
  const refused = refusals.filter(([second]) => second >= start).length;
  return {
    day,
    rows: base.rows + count,
    refusals: base.refusals + refused,
    all,
    channels,
    categories,
    cities,
  };
}
