/**
 * The balance of a checking account over the days ahead, as many simulated futures. What recurs comes on its due day,
 * with its last amount, or one of its last amounts where it is metered; what came beside an income a year before, as a
 * thirteenth salary does, comes again; a transfer that brings the account back to a level brings it back to one of the
 * last. The rest is drawn from the person's own past:
 * runs of eight weeks, each begun on the same day of the week and at about the same time of the month, so that weekdays,
 * the spending after a payday and the difference between thrifty and lavish months stay as they were (the circular block
 * bootstrap of Politis and Romano, 1992). A payment that the account cannot bear is refused, as the bank refuses it. What is left out: that incomes end and contracts begin.
 */
import type {Day, Month} from "../day.js";
import type {DueDay} from "../recurring/dueDay.js";
import {type Extra, expectedExtra, extraLead} from "../recurring/extras.js";
import {duesUntil} from "../recurring/standing.js";
import {pick, type Stream} from "../stream.js";
import type {Reset} from "./days.js";

/** What is expected of a contract: signed amounts, of which one is drawn for each payment. */
export interface Expected {
  readonly due: DueDay;
  readonly everyMonths: number;
  readonly nextOn: Day;
  readonly amounts: readonly number[];
  /** The month of its first payment, and what came beside it. */
  readonly since: Month;
  readonly extras: readonly Extra[];
  /** The last balances that it left behind, of which one is drawn instead of an amount, where it aims at a level. */
  readonly levels: readonly number[];
}

/** What is known of an account at the end of a day; amounts in one unit, cents or euro. */
export interface Account {
  readonly lastDay: Day;
  readonly balance: number;
  /** How far below zero it may fall. */
  readonly limit: number;
  readonly expected: readonly Expected[];
  /** Flows outside of contracts by day, the last of them on `lastDay`. */
  readonly other: ArrayLike<number>;
  /** Transfers outside of contracts that bring the account back to a level, by place in `other`. */
  readonly resets: readonly Reset[];
}

/** Simulated futures: balances at the end of each day ahead, and whether a payment had to be refused. */
export interface Futures {
  readonly paths: readonly Float64Array[];
  readonly isRefused: readonly boolean[];
}

/** How far ahead a forecast looks, in days. */
export const aheadDays = 60;

const runDays = 56;
const monthDays = 30.44;
/** How far apart two days of a month may be to count as the same time of it: a payday moves as much. */
const phaseDays = 5;

/** So many futures of an account. */
export function balanceFutures(
  {lastDay, balance, limit, expected, other, resets}: Account,
  draw: Stream,
  {days = aheadDays, count = 400} = {},
): Futures {
  const {length} = other;
  const starts = Array.from({length: Math.ceil(days / runDays)}, (_, run) =>
    startsOf(length, runDays * run),
  );
  const {mean, widened} = wider(other);
  const rest = length > 0 ? widened : Float64Array.of(mean);
  const dues = scheduleOf(expected, lastDay, days);
  const model: Model = {
    balance,
    floor: 0 - limit,
    starts,
    dues,
    rest,
    ...boundsOf(resets, rest.length),
  };
  const isRefused: boolean[] = [];
  // one place for all of them: to make one for each takes longer than to draw it
  const balances = new Float64Array(count * days);
  const paths = Array.from({length: count}, (_, number) => {
    const path = balances.subarray(number * days, (number + 1) * days);
    isRefused.push(drawPath(path, model, draw));
    return path;
  });
  return {paths, isRefused};
}

/** What futures are drawn from. By place in the past: the flow outside of contracts, and what a reset left, infinite where there was none. */
interface Model {
  readonly balance: number;
  /** The lowest balance that a payment may leave. */
  readonly floor: number;
  /** Where each run of days may begin. */
  readonly starts: readonly (readonly number[])[];
  /** What is due on each day. */
  readonly dues: readonly (readonly Pick<Expected, "amounts" | "levels">[])[];
  readonly rest: Float64Array;
  readonly most: Float64Array;
  readonly least: Float64Array;
}

/** Draws the balance at the end of each day of a path; whether a payment had to be refused. */
function drawPath(path: Float64Array, model: Model, draw: Stream): boolean {
  const {starts, dues, floor, rest, most, least} = model;
  const {length} = path;
  const past = rest.length;
  let now = model.balance;
  let place = 0;
  let refused = false;
  for (let ahead = 0; ahead < length; ahead++) {
    place = place + 1 < past ? place + 1 : 0;
    if (ahead % runDays === 0) place = pick(draw, starts[ahead / runDays]!);
    const due = dues[ahead]!;
    if (due.length > 0) {
      drawAmounts(due, draw);
      for (let at = 0; at < due.length; at++) if (drawn[at]! > 0) now += drawn[at]!;
      for (let at = 0; at < due.length; at++) {
        const amount = drawn[at]!;
        if (amount < 0 && now + amount >= floor) now += amount;
        else if (amount < 0) refused = true;
      }
      now = aimed(now, due, floor, draw);
    }
    // A day is many payments: those that the account can bear are made.
    const flow = rest[place]!;
    const bearable = now < floor ? now : floor;
    now += flow;
    if (flow < 0 && now < bearable) {
      refused = true;
      now = bearable;
    }
    if (now > most[place]!) now = most[place]!;
    if (now < least[place]!) now = least[place]!;
    path[ahead] = now;
  }
  return refused;
}

/** The amounts of what is due on a day, one after the other: a list for each day of each path would take half of the time. */
let drawn = new Float64Array(16);

/** Draws the amounts of what is due on a day; 0 for what aims at a level. */
function drawAmounts(due: Model["dues"][number], draw: Stream): void {
  if (due.length > drawn.length) drawn = new Float64Array(2 * due.length);
  for (let at = 0; at < due.length; at++) {
    const {amounts, levels} = due[at]!;
    drawn[at] = levels.length > 0 ? 0 : pick(draw, amounts);
  }
}

/** The balance after what aims at a level, which is drawn for each. */
function aimed(before: number, due: Model["dues"][number], floor: number, draw: Stream): number {
  let balance = before;
  for (const {amounts, levels} of due) {
    if (levels.length === 0) continue;
    const level = pick(draw, levels);
    balance =
      amounts[0]! > 0 ? Math.max(balance, level) : Math.min(balance, Math.max(level, floor));
  }
  return balance;
}

/**
 * The places in the past at which a run may begin that stands for the days from `ahead` on: some whole weeks before, and
 * at about the same time of the month. All weeks, if the past is too short for that.
 */
function startsOf(length: number, ahead: number): number[] {
  const weeks = Array.from({length: Math.floor((length + ahead) / 7)}, (_, week) => 7 * (week + 1));
  const within = weeks.filter((back) => back > ahead);
  const sameTime = within.filter((back) => {
    const phase = back % monthDays;
    return Math.min(phase, monthDays - phase) <= phaseDays;
  });
  const chosen = sameTime.length > 0 ? sameTime : within;
  return chosen.length > 0 ? chosen.map((back) => length - back + ahead) : [0];
}

/**
 * The flows with their distance from the mean widened, because n runs of the past show less than the whole spread: by
 * √((n + 1) / (n − 1)) because their mean is itself estimated, and by 1 + (z² + 1) / 4(n − 1) with z of an 80 % band, the
 * first term of Student's t over the normal quantile (Cornish and Fisher).
 */
function wider(other: ArrayLike<number>): {mean: number; widened: Float64Array} {
  const flows = Float64Array.from(other);
  const mean = flows.length > 0 ? flows.reduce((sum, flow) => sum + flow, 0) / flows.length : 0;
  const runs = Math.max(2.5, flows.length / runDays);
  const factor = Math.sqrt((runs + 1) / (runs - 1)) * (1 + 0.66 / (runs - 1));
  return {mean, widened: flows.map((flow) => mean + factor * (flow - mean))};
}

/** By place in the past, the balance that a reset left at most, and at least; infinite where there was none. */
function boundsOf(resets: readonly Reset[], length: number) {
  const most = new Float64Array(length).fill(Infinity);
  const least = new Float64Array(length).fill(-Infinity);
  for (const {at, isInflow, level} of resets) (isInflow ? least : most)[at] = level;
  return {most, least};
}

/** The amounts of what is due on each day ahead; of each, one is drawn. */
function scheduleOf(expected: readonly Expected[], lastDay: Day, days: number) {
  const schedule: Pick<Expected, "amounts" | "levels">[][] = Array.from({length: days}, () => []);
  // What is spare is moved once the income is there, however the days of a month fall.
  const incomes = expected
    .filter(({amounts}) => amounts[0]! > 0)
    .flatMap((income) => duesUntil(income, lastDay + days + extraLead).map(({day}) => day));
  const soonAfter = (day: Day) => (income: Day) => income >= day && income <= day + phaseDays;
  for (const one of expected) {
    const {amounts, levels, extras, since} = one;
    for (const {day, month} of duesUntil(one, lastDay + days + extraLead)) {
      const on = levels.length > 0 && amounts[0]! < 0 ? (incomes.find(soonAfter(day)) ?? day) : day;
      schedule[on - lastDay - 1]?.push({amounts, levels});
      const extra = expectedExtra(extras, since, month);
      if (extra)
        schedule[day + extra.lag - lastDay - 1]?.push({
          amounts: amounts.map((amount) => extra.share * amount),
          levels: [],
        });
    }
  }
  return schedule;
}
