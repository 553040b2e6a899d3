/** How a contract stands on a day: what it costs now, when it is due next, and when its price rose. */
import {type Day, type Month, monthOf} from "../day.js";
import {dueOn} from "./dueDay.js";
import type {Contract} from "./payments.js";

export interface Rise {
  /** The first payment of the new amount. */
  readonly on: Day;
  readonly fromCents: number;
  readonly toCents: number;
}

export interface Standing {
  readonly since: Day;
  readonly lastOn: Day;
  /** The last regular amount. */
  readonly lastCents: number;
  /** The last amounts, the newest last: one of a steady contract, up to four of a metered one. */
  readonly recentCents: readonly number[];
  readonly seenCount: number;
  readonly rises: readonly Rise[];
  /** The next due day; none, once two due days have passed without a payment. */
  readonly nextOn: Day | undefined;
}

/** How late a payment may be before it counts as missed, in days. */
const grace = 4;

export function standingOf(contract: Contract, lastDay: Day): Standing {
  const {days, regular, isSteady} = contract;
  return {
    since: days[0]!,
    lastOn: days.at(-1)!,
    lastCents: regular.at(-1)!,
    recentCents: regular.slice(isSteady ? -1 : -4),
    seenCount: days.length,
    rises: isSteady ? risesIn({days, cents: regular}) : [],
    nextOn: hasEnded(contract, lastDay) ? undefined : nextDue(contract, lastDay),
  };
}

/** Whether two due days have passed since the last payment. */
function hasEnded({due, everyMonths, months}: Contract, lastDay: Day): boolean {
  return lastDay > dueOn(due, months.at(-1)! + 2 * everyMonths) + grace;
}

/** The first due day of a contract's rhythm after a day. */
function nextDue({due, everyMonths, months}: Contract, after: Day): Day {
  const passed = Math.floor((monthOf(after) - months.at(-1)! - 1) / everyMonths);
  let month = months.at(-1)! + everyMonths * Math.max(1, passed);
  while (dueOn(due, month) <= after) month += everyMonths;
  return dueOn(due, month);
}

/** The due days from the next one on, until a day, with the months that they are of. */
export function duesUntil(
  {due, everyMonths, nextOn}: Pick<Contract, "due" | "everyMonths"> & {readonly nextOn: Day},
  until: Day,
): {day: Day; month: Month}[] {
  // A day that is moved back may lie in the month before the one that it is due in.
  let month = monthOf(nextOn);
  if (dueOn(due, month) !== nextOn) month++;
  const dues: {day: Day; month: Month}[] = [];
  for (let day = nextOn; day <= until; day = dueOn(due, month)) {
    dues.push({day, month});
    month += everyMonths;
  }
  return dues;
}

/** Lasting steps up: an amount paid at least twice in a row, followed by a higher one at least twice in a row. */
export function risesIn({days, cents}: Pick<Contract, "days" | "cents">): Rise[] {
  const runs: {from: number; length: number}[] = [];
  cents.forEach((amount, i) => {
    const run = runs.at(-1);
    if (run && cents[run.from] === amount) run.length++;
    else runs.push({from: i, length: 1});
  });
  const lasting = runs.filter(({length}) => length >= 2);
  return lasting.slice(1).flatMap((run, i) => {
    const [before, now] = [cents[lasting[i]!.from]!, cents[run.from]!];
    return now > before ? [{on: days[run.from]!, fromCents: before, toCents: now}] : [];
  });
}
