/** An account that falls by a euro a day from each payday, the 25th, on. */
import type {KnownAccount} from "../../src/lib/balances/rows.js";
import {dayOf} from "../../src/lib/day.js";
import type {ContractRow} from "../../src/lib/recurring/rows.js";

export const lastDay = dayOf(2026, 10, 31);
export const dateOf = (month: number, day: number) => new Date(Date.UTC(2026, month - 1, day));

export const income: ContractRow = {
  party: "Employer",
  category: "salary",
  every_months: 1,
  due: {dayOfMonth: 25, roll: "none"},
  amount_eur: 2000,
  last_on: dateOf(10, 25),
  next_on: dateOf(11, 25),
  since: dateOf(1, 25),
  seen_count: 10,
  recent_eur: [],
  rises: [],
  extras: [],
  levels_eur: [],
};

/** 100 days; from each payday, the 25th, the balance falls by a euro a day from 20. */
const balances = Array.from({length: 100}, (_, at) => {
  const day = lastDay - 99 + at;
  const paid = [7, 8, 9, 10].map((month) => dayOf(2026, month, 25)).findLast((on) => on <= day);
  return 20 - (day - (paid ?? day));
});
export const account: KnownAccount = {
  userId: "ind-1",
  lastDay,
  balance: balances.at(-1)!,
  limit: 50,
  other: [],
  resets: [],
  balances,
};
