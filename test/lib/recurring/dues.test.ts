import {describe, expect, it} from "vitest";
import {dayOf, monthOf} from "../../../src/lib/day.js";
import {duesFinding, duesWithin} from "../../../src/lib/recurring/dues.js";
import type {ContractRow} from "../../../src/lib/recurring/rows.js";

const contract = (next: string | null, amount_eur: number, every_months = 1): ContractRow => ({
  party: "Somebody",
  category: amount_eur > 0 ? "salary" : "rent",
  every_months,
  due: {dayOfMonth: 1, roll: "none"} as unknown as ContractRow["due"],
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
