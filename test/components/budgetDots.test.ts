import {beforeEach, describe, expect, it} from "vitest";
import {budgetDots} from "../../src/components/budgetDots.js";
import type {CategoryBudget} from "../../src/lib/people/peers.js";
import {page, texts} from "../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const budget = (label: string, budget_eur: number, actual_eur: number): CategoryBudget => ({
  category: "rent",
  label,
  budget_eur,
  actual_eur,
  difference_eur: actual_eur - budget_eur,
  chance: 0,
  payer_count: 9,
});

describe("budgetDots(rows, {names, width})", () => {
  it("writes each difference with its sign, and colours more as a loss, less as a gain", () => {
    const rows = [budget("Rent", 400, 500), budget("Health", 50, 20), budget("Travel", 9, 9)];
    const chart = budgetDots(rows, {
      width: 800,
      document,
      names: {own: "You", peers: "People like you"},
    });
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining([
        "+\u2060€100",
        "−\u2060€30",
        "€0",
        "Rent",
        "● you   ❘ people like you",
      ]),
    );
    const dots = [...chart.querySelectorAll("[aria-label=dot] circle")];
    expect(dots.map((dot) => dot.getAttribute("fill"))).toEqual([
      "var(--loss)",
      "var(--gain)",
      "var(--context)",
    ]);
  });
});
