import {beforeEach, describe, expect, it} from "vitest";
import type {CycleDay} from "../../../src/lib/balances/cycles.js";
import {personBudgetCards} from "../../../src/person/budget/cards.js";
import {payCycles} from "../../../src/person/budget/payCycles.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

describe("payCycles(rows, {width, limit})", () => {
  const day = (month: number, since: number, balance_eur: number): CycleDay => ({
    day: new Date(Date.UTC(2026, month, 25 + since)),
    payday: new Date(Date.UTC(2026, month, 25)),
    days_since_payday: since,
    balance_eur,
  });
  const rows = [day(7, 0, 90), day(7, 1, -40), day(8, 0, 80), day(8, 1, 10)];

  it("names each cycle by its payday and writes the lowest balance of all", () => {
    const shown = texts(payCycles(rows, {width: 800, document, limit: 100}), "text");
    expect(shown).toEqual(
      expect.arrayContaining([
        "paid 25 Aug",
        "paid 25 Sep",
        "−\u2060€40",
        "overdraft limit −\u2060€100",
      ]),
    );
  });

  it.each([
    [30, ["payday", "+7", "+14", "+21", "+28"]],
    [91, ["payday", "+28", "+56", "+84"]],
  ])("names days along the whole of a cycle of %i days", (last, ticks) => {
    const long = [day(1, 0, 90), day(1, last, 10)];
    const shown = texts(payCycles(long, {width: 800, document}), "text");
    expect(shown.filter((text) => /^(payday|\+\d+)$/.test(text))).toEqual(ticks);
  });

  it("draws no limit where the account stays above zero", () => {
    const shown = texts(payCycles(rows.slice(2), {width: 800, document, limit: 100}), "text");
    expect(shown.some((text) => text.includes("limit"))).toBe(false);
  });
});

describe("personBudgetCards(months, budget, of)", () => {
  const ada = {user_id: "ind-000001", name: "Ada Moor"};
  const month = {
    month: new Date("2026-10-01"),
    income_eur: 2000,
    fixed_eur: 700,
    discretionary_eur: 500,
    saved_eur: 200,
    household_eur: 0,
    rent_eur: 0,
    spending_eur: 1200,
  };

  it("show rent to income for who pays rent, and the savings rate for who does not", () => {
    const labels = (rent_eur: number) =>
      texts(personBudgetCards([{...month, rent_eur}], [], ada, {document}), ".card-label");
    expect(labels(500)).toEqual(["Income", "Fixed costs", "Discretionary", "Rent to income"]);
    expect(labels(0).at(-1)).toBe("Savings rate");
  });

  it("show neither a share nor a comparison of who is no main customer", () => {
    const cards = personBudgetCards([month], undefined, ada, {document});
    expect(texts(cards, ".card-label")).toEqual(["Income", "Fixed costs", "Discretionary"]);
    expect(texts(cards, ".card-note")).toEqual(Array(3).fill("at this bank"));
  });

  it("are none where there is no month", () => {
    expect(personBudgetCards([], [], ada, {document}).children).toHaveLength(0);
  });
});
