import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayMs, dayOf, formatDay, monthOf} from "../../../src/lib/day.js";
import {dueOn, rolls} from "../../../src/lib/recurring/dueDay.js";
import {duesFinding, duesWithin} from "../../../src/lib/recurring/dues.js";
import type {ContractRow} from "../../../src/lib/recurring/rows.js";

const contract = (next: string | null, amount_eur: number, every_months = 1): ContractRow => ({
  party: "Somebody",
  category: amount_eur > 0 ? "salary" : "rent",
  every_months,
  due: {dayOfMonth: next === null ? 1 : new Date(next).getUTCDate(), roll: "none"},
  amount_eur,
  last_on: new Date("2026-10-01"),
  next_on: next === null ? null : new Date(next),
  since: new Date("2025-05-01"),
  seen_count: 18,
  recent_eur: [],
  rises: [],
  extras: [],
  levels_eur: [],
});

describe("duesWithin(contracts, lastDay, days)", () => {
  it("holds what comes within the days, the last of them included, and nothing that has ended", () => {
    const contracts = [
      contract("2026-11-02", -900),
      contract("2026-11-30", -1, 12),
      contract("2026-12-01", -1),
      contract(null, -1),
    ];
    expect(duesWithin(contracts, "2026-10-31").map(({what, every}) => [what, every])).toEqual([
      ["Rent", "month"],
      ["Rent", "year"],
    ]);
    expect(duesWithin(contracts, "2026-10-31", 31)).toHaveLength(3);
    expect(duesWithin([contract("2026-11-02", -9, 3)], "2026-10-31")[0]?.every).toBe("3 months");
  });

  it("holds each of a contract's payments, not only the next", () => {
    const days = (contract: ContractRow, lastDay: string, days?: number) =>
      duesWithin([contract], lastDay, days).map(({next_on}) => formatDay(Number(next_on) / dayMs));
    const rent = contract("2027-02-01", -900);
    expect(days(rent, "2027-01-31", 59)).toEqual(["2027-02-01", "2027-03-01"]);
    expect(days(rent, "2027-01-31", 60)).toEqual(["2027-02-01", "2027-03-01", "2027-04-01"]);
    expect(days(rent, "2027-01-31")).toEqual(["2027-02-01", "2027-03-01"]);
    expect(days(rent, "2027-01-31", 28)).toEqual(["2027-02-01"]);
    const rolled: ContractRow = {...rent, due: {dayOfMonth: 1, roll: "backward"}};
    // 31 January is a Sunday, so what is due on Monday 1 February stays; that of 1 May, a Saturday, comes before
    expect(days(rolled, "2027-01-31", 90)).toEqual([
      "2027-02-01",
      "2027-03-01",
      "2027-04-01",
      "2027-04-30",
    ]);
  });

  it("holds what the forecast of the same days expects: every due day of every rhythm", () => {
    const lastDay = dayOf(2026, 10, 31);
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 31}),
        fc.constantFrom(...rolls),
        fc.constantFrom(1, 2, 3, 6, 12),
        fc.integer({min: 0, max: 3}),
        fc.integer({min: 0, max: 400}),
        (dayOfMonth, roll, everyMonths, later, days) => {
          const due = {dayOfMonth, roll};
          const all = Array.from({length: 20}, (_, at) =>
            dueOn(due, monthOf(lastDay) + 1 + later + at * everyMonths),
          ).filter((day) => day > lastDay);
          const row: ContractRow = {
            ...contract(formatDay(all[0]!), -900, everyMonths),
            due,
          };
          expect(
            duesWithin([row], new Date(lastDay * dayMs), days).map(
              ({next_on}) => Number(next_on) / dayMs,
            ),
          ).toEqual(all.filter((day) => day <= lastDay + days));
        },
      ),
    );
  });

  it("holds what came beside an income a year before, in each month that it came in", () => {
    const extra = (month: number, lag: number, share: number) => ({
      on: dueOn({dayOfMonth: 27, roll: "none"}, month) + lag,
      month,
      lag,
      share,
    });
    const [november, december, january] = [0, 1, 2].map((at) => monthOf(dayOf(2025, 11, 1)) + at);
    const salary: ContractRow = {
      ...contract("2026-11-27", 2000),
      extras: [extra(november!, 3, 0.5), extra(december!, -12, 1), extra(january!, -15, 2)],
    };
    const dues = duesWithin([salary], "2026-10-31", 75);
    expect(
      dues.map(({next_on, amount_eur}) => [formatDay(Number(next_on) / dayMs), amount_eur]),
    ).toEqual([
      ["2026-11-27", 2000],
      ["2026-11-30", 1000],
      ["2026-12-15", 2000],
      ["2026-12-27", 2000],
      // it comes before the income that it belongs to, which is due after the last of the days
      ["2027-01-12", 4000],
    ]);
  });

  it("holds what came beside an income a year before, on its own day", () => {
    const november = monthOf(dayOf(2025, 11, 1));
    const salary: ContractRow = {
      ...contract("2026-11-27", 2000),
      due: {dayOfMonth: 27, roll: "none"},
      extras: [{on: dayOf(2025, 11, 15), month: november, lag: -12, share: 1}],
    };
    const [extra, pay] = duesWithin([salary], "2026-10-31");
    expect(extra).toMatchObject({next_on: new Date("2026-11-15"), amount_eur: 2000, every: "year"});
    expect(pay).toMatchObject({next_on: new Date("2026-11-27"), every: "month"});
    expect(duesWithin([salary], "2026-10-31", 20)).toHaveLength(1);
    expect(duesWithin([{...salary, since: new Date("2025-12-27")}], "2026-10-31")).toHaveLength(1);
  });
});

describe("duesFinding(name, dues)", () => {
  const finding = (...contracts: ContractRow[]) =>
    duesFinding("Ada", duesWithin(contracts, "2026-10-31"));

  it.each([
    [
      "payments before an income",
      finding(
        contract("2026-11-02", -900),
        contract("2026-11-03", -0.5),
        contract("2026-11-25", 2000),
      ),
      "2 payments, €901 in all, come before the next income, €2,000 about 25 November 2026",
    ],
    [
      "one payment",
      finding(
        contract("2026-11-02", -900),
        contract("2026-11-25", 2000),
        contract("2026-11-26", -1),
      ),
      "1 payment of €900 comes before the next income, €2,000 about 25 November 2026",
    ],
    [
      "an income first",
      finding(contract("2026-11-01", 2000), contract("2026-11-02", -900)),
      "Nothing regular is due for Ada before the next income, €2,000 about 1 November 2026",
    ],
    [
      "no income",
      finding(contract("2026-11-02", -900)),
      "Ada has 1 payment of €900 to come, and no regular income in sight",
    ],
    [
      "several, and no income",
      finding(contract("2026-11-02", -900), contract("2026-11-03", -1)),
      "Ada has 2 payments, €901 in all, to come, and no regular income in sight",
    ],
    ["nothing", finding(), "Nothing regular is due for Ada"],
  ])("has words for %s", (_, found, words) => expect(found).toBe(words));
});
