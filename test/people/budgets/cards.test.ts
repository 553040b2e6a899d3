import {describe, expect, it} from "vitest";
import type {BudgetMonth, BudgetPart} from "../../../src/lib/people/budgetParts.js";
import {budgetCards} from "../../../src/people/budgets/cards.js";
import {page, texts} from "../../support/page.js";

const {document} = page();

const row = (index: number, part: BudgetPart, median_eur: number): BudgetMonth => ({
  month: new Date(Date.UTC(2026, index)),
  part,
  low_eur: 0,
  median_eur,
  high_eur: 9000,
  person_count: 9,
});

describe("budgetCards(rows)", () => {
  it("give the median person's last month in four numbers", () => {
    const amounts = {income: 2000, fixed: 700, discretionary: 500, saving: 200} as const;
    const rows = (["income", "fixed", "discretionary", "saving"] as const).flatMap((part) => [
      row(8, part, 1),
      row(9, part, amounts[part]),
    ]);
    expect(texts(budgetCards(rows, {document}), ".card-value")).toEqual([
      "€2,000",
      "€700",
      "€500",
      "€200",
    ]);
  });

  it("are none where there is no month", () =>
    expect(budgetCards([], {document}).children).toHaveLength(0));
});
