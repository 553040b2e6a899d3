/** The balance between one payday and the next, and its lowest point. */

import {type Day, dayMs} from "../day.js";
import {dueOn} from "../recurring/dueDay.js";
import {nearestDue} from "../recurring/extras.js";
import {type ContractRow, contractsOf} from "../recurring/rows.js";
import {duesUntil} from "../recurring/standing.js";
import type {PersonAccountRow} from "./personRow.js";
import {type KnownAccount, maybeAccount} from "./rows.js";

/**
 * The paydays of the largest income that still runs, after `from` and up to `to`: by its rhythm back from the last one and on from
 * the next, without those between that were missed; none without an income.
 */
export function paydaysIn(contracts: readonly ContractRow[], from: Day, to: Day): Day[] {
  const main = maybeMainIncome(contracts);
  if (!main) return [];
  const {due, every_months: everyMonths, last_on, nextOn} = main;
  const days = duesUntil({due, everyMonths, nextOn}, to).map(({day}) => day);
  // a payment may come in the month beside the one that it is due in
  let {month} = nearestDue(due, last_on.getTime() / dayMs);
  for (let day = dueOn(due, month); day > from; day = dueOn(due, month)) {
    days.unshift(day);
    month -= everyMonths;
  }
  return days.filter((day) => day > from && day <= to);
}

/** The largest income that still runs, with its next due day; undefined without one. */
function maybeMainIncome(
  contracts: readonly ContractRow[],
): (ContractRow & {readonly nextOn: Day}) | undefined {
  const incomes = contracts.flatMap((contract) =>
    contract.amount_eur > 0 && contract.next_on !== null
      ? [{...contract, nextOn: contract.next_on.getTime() / dayMs}]
      : [],
  );
  const [first] = incomes;
  if (!first) return undefined;
  return incomes.reduce(
    (most, income) => (income.amount_eur > most.amount_eur ? income : most),
    first,
  );
}

/** A day of a pay cycle. */
export interface CycleDay {
  readonly day: Date;
  /** The payday that the cycle began with. */
  readonly payday: Date;
  readonly days_since_payday: number;
  readonly balance_eur: number;
}

/** How many pay cycles are shown. */
const shownCycles = 3;

/** The days of the last whole pay cycles, three at most, from a payday to the day before the next. */
export function cycleDays(
  {lastDay, balances}: KnownAccount,
  contracts: readonly ContractRow[],
): CycleDay[] {
  const first = lastDay - balances.length + 1;
  const paydays = paydaysIn(contracts, first - 1, lastDay + 1);
  const cycles = paydays.slice(-1 - shownCycles);
  return cycles.slice(0, -1).flatMap((begin, cycle) => {
    const payday = new Date(begin * dayMs);
    return Array.from({length: cycles[cycle + 1]! - begin}, (_, since) => ({
      day: new Date((begin + since) * dayMs),
      payday,
      days_since_payday: since,
      balance_eur: balances[begin + since - first]!,
    }));
  });
}

/** The lowest day of each cycle, the earliest of several. */
export function lowPoints(days: readonly CycleDay[]): CycleDay[] {
  const lows = new Map<number, CycleDay>();
  for (const day of days) {
    const low = lows.get(day.payday.getTime());
    if (!low || day.balance_eur < low.balance_eur) lows.set(day.payday.getTime(), day);
  }
  return [...lows.values()];
}

/** How everybody's balances stand some days after payday. */
export interface CycleStanding {
  readonly days_since_payday: number;
  readonly below_zero_share: number;
  readonly median_eur: number;
  /** The share of pay cycles that have their lowest point on this day. */
  readonly low_share: number;
  readonly cycle_count: number;
  /** Whose cycles they are. */
  readonly person_count: number;
}

/** The shortest month between two paydays: later days would be of long months only. */
const comparedDays = 28;

/** The last three whole pay cycles of these people, by days since payday. */
export function cycleStandings(
  accounts: Iterable<readonly [userId: string, rows: readonly [PersonAccountRow]]>,
  who: ReadonlySet<string>,
): CycleStanding[] {
  const byDay = Array.from({length: comparedDays}, (): number[] => []);
  const lows = new Array<number>(comparedDays).fill(0);
  let cycles = 0;
  let people = 0;
  for (const [userId, [{contracts, balances}]] of accounts) {
    if (!who.has(userId)) continue;
    const account = maybeAccount(balances, userId);
    if (!account || account.balances.length < comparedDays) continue;
    const days = cycleDays(account, contractsOf(contracts, userId));
    if (days.length > 0) people++;
    for (const day of days) byDay[day.days_since_payday]?.push(day.balance_eur);
    for (const {days_since_payday} of lowPoints(days)) {
      cycles++;
      if (days_since_payday < comparedDays) lows[days_since_payday]!++;
    }
  }
  if (cycles === 0) return [];
  return byDay.map((amounts, since) => {
    const sorted = amounts.sort((a, b) => a - b);
    return {
      days_since_payday: since,
      below_zero_share: sorted.filter((eur) => eur < 0).length / Math.max(1, sorted.length),
      median_eur: sorted[Math.floor(sorted.length / 2)] ?? 0,
      low_share: lows[since]! / cycles,
      cycle_count: sorted.length,
      person_count: people,
    };
  });
}
