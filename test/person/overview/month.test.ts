import {describe, expect, it} from "vitest";
import type {PersonMonth} from "../../../src/lib/people/budget.js";
import {lastMonthText} from "../../../src/person/overview/month.js";

const month = (
  at: number,
  income_eur: number,
  spending_eur: number,
  saved_eur = 0,
): PersonMonth => ({
  month: new Date(Date.UTC(2026, at, 1)),
  income_eur,
  fixed_eur: spending_eur,
  discretionary_eur: 0,
  saved_eur,
  household_eur: 0,
  rent_eur: 0,
  spending_eur,
});

describe("lastMonthText(name, months)", () => {
  it.each([
    [
      "a month against the last",
      [month(8, 2000, 1000), month(9, 2200, 900, 300)],
      "In October 2026 Ada took in €2,200, 10% more than in September 2026, and spent €900, 10% less than in September 2026. €1,300 was left over, of which €300 went to savings.",
    ],
    [
      "a month that cost too much",
      [month(9, 500, 900, -400)],
      "In October 2026 Ada took in €500 and spent €900. That is €400 more than came in, and €400 came back from savings.",
    ],
    [
      "a quiet month",
      [month(8, 100, 100), month(9, 0, 0)],
      "In October 2026 Ada had no income, after €100 in September 2026, and spent nothing, after €100 in September 2026. Income and spending were equal.",
    ],
    [
      "two quiet months",
      [month(8, 0, 0), month(9, 0, 0)],
      "In October 2026 Ada had no income in either month and spent nothing in either month. Income and spending were equal.",
    ],
    [
      "amounts that add up as they are read",
      [month(9, 1885.6, 2184.4)],
      "In October 2026 Ada took in €1,886 and spent €2,184. That is €298 more than came in.",
    ],
    [
      "large amounts, to the euro",
      [month(9, 12_345.4, 1000)],
      "In October 2026 Ada took in €12,345 and spent €1,000. €11,345 was left over.",
    ],
    [
      "a month many times as dear as the last, and savings all the same",
      [month(8, 2000, 300), month(9, 2000, 2100, 50)],
      "In October 2026 Ada took in €2,000, unchanged from September 2026, and spent €2,100, 7 times the amount of September 2026. That is €100 more than came in, yet €50 went to savings.",
    ],
    [
      "more saved than was left",
      [month(9, 1000, 990, 100)],
      "In October 2026 Ada took in €1,000 and spent €990. €10 was left over, yet €100 went to savings.",
    ],
    [
      "money that moves to another bank, where what is left says nothing",
      [{...month(9, 2000, 300, 100), household_eur: 1500}],
      "In October 2026 Ada took in €2,000 and spent €300. €1,500 went to an own account at another bank, and €100 went to savings.",
    ],
    [
      "money that comes from another bank",
      [{...month(9, 0, 300, -50), household_eur: -250}],
      "In October 2026 Ada had no income and spent €300. €250 came from an own account at another bank, and €50 came back from savings.",
    ],
    ["nothing", [], "Ada has no complete month with an open account to compare."],
  ])("has words for %s", (_, months, words) => expect(lastMonthText("Ada", months)).toBe(words));
});
