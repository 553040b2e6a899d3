/** How a contract stands on a day: what it costs now, when it is due next, and when its price rose. */
import {type Day, type Month, monthOf} from "../day.js";
import type {Contract} from "./contract.js";
import {dueOn} from "./dueDay.js";

export interface Rise {
  /** The first payment of the new amount. */
  readonly on: Day;
  readonly fromCents: number;
  readonly toCents: number;
}

export interface Standing {
  readonly since: Day;
  readonly lastOn: Day;
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
  const {days, cents, isSteady} = contract;
  return {
    since: days[0]!,
    lastOn: days.at(-1)!,
    lastCents: cents.at(-1)!,
    recentCents: cents.slice(isSteady ? -1 : -4),
    seenCount: days.length,
    rises: isSteady ? risesIn(contract) : [],
    nextOn: hasEnded(contract, lastDay) ? undefined : duesAhead(contract, lastDay, 1)[0],
  };
}

/** Whether two due days have passed since the last payment. */
function hasEnded({due, everyMonths, months}: Contract, lastDay: Day): boolean {
  return lastDay > dueOn(due, months.at(-1)! + 2 * everyMonths) + grace;
}

/** The next due days after a day. */
export function duesAhead(
  {due, everyMonths, months}: Pick<Contract, "due" | "everyMonths" | "months">,
  after: Day,
  count: number,
): Day[] {
  const dues: Day[] = [];
  for (let month = firstAhead(months.at(-1)!, everyMonths, after); dues.length < count; ) {
    const day = dueOn(due, month);
    if (day > after) dues.push(day);
    month += everyMonths;
  }
  return dues;
}

/** The first month of the contract's rhythm, after the last paid, that may hold a due day after a day. */
function firstAhead(lastPaid: Month, everyMonths: number, after: Day): Month {
  const passed = Math.floor((monthOf(after) - lastPaid - 1) / everyMonths);
  return lastPaid + everyMonths * Math.max(1, passed);
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
