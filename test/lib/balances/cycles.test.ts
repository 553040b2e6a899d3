import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cycleDays, cycleStandings, lowPoints, paydaysIn} from "../../../src/lib/balances/cycles.js";
import {dayMs, dayOf, formatDay, monthOf, parseDay} from "../../../src/lib/day.js";
import {dueOn, rolls} from "../../../src/lib/recurring/dueDay.js";
import type {ContractRow} from "../../../src/lib/recurring/rows.js";
import {account, income, lastDay} from "../../support/payCycle.js";

describe("paydaysIn(contracts, from, to)", () => {
  const dated = (last: string, next: string, every_months: number): ContractRow => ({
    ...income,
    every_months,
    due: {dayOfMonth: Number(next.slice(8)), roll: "forward"},
    last_on: new Date(last),
    next_on: new Date(next),
  });
  const paydays = (contract: ContractRow, from: string, to: string) =>
    paydaysIn([contract], parseDay(from), parseDay(to)).map(formatDay);

  it.each([
    [
      "every three months",
      dated("2026-07-15", "2026-10-15", 3),
      ["2025-07-10", "2026-10-10"],
      ["2025-07-15", "2025-10-15", "2026-01-15", "2026-04-15", "2026-07-15"],
    ],
    [
      "every year",
      dated("2026-03-16", "2027-03-15", 12),
      ["2025-03-01", "2026-10-10"],
      ["2025-03-17", "2026-03-16"],
    ],
    [
      "after a missed month",
      dated("2026-08-15", "2026-10-15", 1),
      ["2026-10-10", "2026-12-09"],
      ["2026-10-15", "2026-11-16"],
    ],
    [
      "around a missed month, without it",
      dated("2026-08-15", "2026-10-15", 1),
      ["2026-07-01", "2026-10-15"],
      ["2026-07-15", "2026-08-17", "2026-10-15"],
    ],
    [
      "paid late, in the month after",
      dated("2026-10-02", "2026-10-30", 1),
      ["2026-08-15", "2026-12-01"],
      ["2026-08-31", "2026-09-30", "2026-10-30", "2026-11-30"],
    ],
  ])("steps by the rhythm of the income: %s", (_, contract, [from, to], days) => {
    expect(paydays(contract, from!, to!)).toEqual(days);
  });

  it("are the due days of each month that was paid, or is to be, whatever the rhythm", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 31}),
        fc.constantFrom(...rolls),
        fc.constantFrom(1, 2, 3, 6, 12),
        fc.integer({min: 1, max: 2}),
        fc.integer({min: 0, max: 800}),
        fc.integer({min: 0, max: 800}),
        (dayOfMonth, roll, every_months, steps, before, after) => {
          const due = {dayOfMonth, roll};
          const lastPaid = monthOf(lastDay) - 1;
          const next = lastPaid + steps * every_months;
          const dateIn = (month: number) => new Date(dueOn(due, month) * dayMs);
          const contract = {
            ...income,
            every_months,
            due,
            last_on: dateIn(lastPaid),
            next_on: dateIn(next),
          };
          const [from, to] = [lastDay - before, lastDay + after];
          const months = Array.from({length: 80}, (_, at) => lastPaid - 40 + at);
          const paid = months.filter(
            (month) =>
              (month - lastPaid) % every_months === 0 && (month <= lastPaid || month >= next),
          );
          expect(paydaysIn([contract], from, to)).toEqual(
            paid.map((month) => dueOn(due, month)).filter((day) => day > from && day <= to),
          );
        },
      ),
    );
  });
});

describe("cycleDays(account, contracts)", () => {
  it("goes from payday to the day before the next, whole cycles only", () => {
    expect(paydaysIn([income], dayOf(2026, 8, 25), lastDay).map(formatDay)).toEqual([
      "2026-09-25",
      "2026-10-25",
    ]);
    const lows = lowPoints(cycleDays(account, [income]));
    expect(
      lows.map(({days_since_payday, balance_eur}) => [days_since_payday, balance_eur]),
    ).toEqual([
      [30, -10],
      [30, -10],
      [29, -9],
    ]);
  });

  it("takes the largest income that still runs, and is empty without one", () => {
    const small = {...income, amount_eur: 10, due: {dayOfMonth: 1, roll: "none"} as const};
    const ended = {...income, amount_eur: 9000, next_on: null};
    expect(cycleDays(account, [small, income, ended])).toEqual(cycleDays(account, [income]));
    expect(cycleDays(account, [ended])).toEqual([]);
  });
});

describe("cycleStandings(accounts, who)", () => {
  it("are none of nobody", () => {
    expect(cycleStandings([], new Set())).toEqual([]);
  });
});
