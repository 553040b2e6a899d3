import {describe, expect, it} from "vitest";
import {
  monthsOf,
  type PersonLists,
  type PersonMonth,
  personFinding,
} from "../../../src/lib/people/budget.js";

describe("personFinding(name, months, isMain)", () => {
  const person = (income_eur: number, spent_eur: number): PersonMonth => ({
    month: new Date("2026-01-01"),
    income_eur,
    fixed_eur: spent_eur - 2,
    discretionary_eur: 1,
    household_eur: 1,
    saved_eur: 5,
    rent_eur: 0,
    spending_eur: spent_eur,
  });

  it("counts the months of spending more than came in", () => {
    expect(personFinding("Ada", [person(100, 90), person(100, 110)], true)).toBe(
      "Ada overspent in 1 of 2 months",
    );
    const [even, over] = [person(100, 100), person(0, 100)];
    expect(personFinding("Ada", [even, even], true)).toBe(
      "Ada stayed within the income in every month",
    );
    expect(personFinding("Ada", [even], true)).toBe("Ada stayed within the income");
    expect(personFinding("Ada", [over, over], true)).toBe("Ada overspent in both months");
    expect(personFinding("Ada", [over], true)).toBe("Ada spent more than came in");
    expect(personFinding("Ada", [], true)).toBe("Ada has no complete month here yet");
    expect(personFinding("Ada", [over, even, even], false)).toBe(
      "Ada spends €100 from here in the median month",
    );
    expect(personFinding("Ada", [person(0, 0)], false)).toBe(
      "Ada spends nothing from here in most months",
    );
  });
});

describe("monthsOf(row)", () => {
  it("unpacks the months of one person, over the end of a year", () => {
    const lists: PersonLists = {
      user_id: "ind-000002",
      first_month: "2025-12-01",
      income_eur: [1, 2],
      fixed_eur: [3, 4],
      discretionary_eur: [5, 6],
      saved_eur: [7, 8],
      household_eur: [9, 10],
      rent_eur: [11, 12],
      spending_eur: [13, 14],
    };
    const months = monthsOf(lists);
    expect(months.map((row) => row.month.toISOString().slice(0, 10))).toEqual([
      "2025-12-01",
      "2026-01-01",
    ]);
    expect(months[1]).toMatchObject({income_eur: 2, saved_eur: 8, rent_eur: 12, spending_eur: 14});
    expect(monthsOf(undefined)).toEqual([]);
  });
});
