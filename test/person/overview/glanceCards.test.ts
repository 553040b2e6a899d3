import {describe, expect, it} from "vitest";
import type {ClientRow} from "../../../src/lib/investing/clients.js";
import type {PersonMonth} from "../../../src/lib/people/budget.js";
import type {PersonSavings} from "../../../src/lib/people/savings.js";
import {glanceCards} from "../../../src/person/overview/glanceCards.js";
import {page, texts} from "../../support/page.js";

const {document} = page();

const month = (at: number, income_eur: number, spending_eur: number): PersonMonth => ({
  month: new Date(Date.UTC(2026, at)),
  income_eur,
  fixed_eur: spending_eur,
  discretionary_eur: 0,
  saved_eur: 0,
  household_eur: 0,
  rent_eur: 0,
  spending_eur,
});

const savings: PersonSavings = {
  user_id: "ind-1",
  first_month: "2026-09-01",
  savings_eur: [100, 225],
  liquid_eur: 900,
  saved_of_salary: 0.12,
  savings_rate: 0.12,
  months_covered: 4.2,
  saver_rank: 0.5,
  covered_rank: 0.5,
  move_months: [],
  move_kinds: [],
  move_shares: [],
};

const client: ClientRow = {
  user_id: "ind-1",
  name: "Ada Moor",
  value_eur: 1500,
  cash_eur: 100,
  trade_count: 3,
  day_count: 500,
  twr_share: 0.05,
  xirr_share: 0.05,
};

const all = {months: [month(8, 2000, 1900), month(9, 2000, 1500)], savings, client};

describe("glanceCards(person, {months, savings, client})", () => {
  const cards = (isMain: boolean, known: Parameters<typeof glanceCards>[1]) =>
    glanceCards({user_id: "ind-1", name: "Ada Moor", isMain}, known, {document});
  const labels = (root: Element) => texts(root, ".card-label");

  it("give what the last month left, the months covered, the savings and the portfolio", () => {
    const root = cards(true, all);
    expect(labels(root)).toEqual(["Left over", "Months covered", "In savings", "Portfolio"]);
    expect(texts(root, ".card-value")).toEqual(["€500", "4.2", "€225", "€1,500"]);
    expect(texts(root, ".card-note")).toEqual(
      expect.arrayContaining([
        "income less spending, October 2026",
        "end of October 2026",
        "+5.0% a year",
      ]),
    );
    expect(root.querySelector("[data-measure]")?.getAttribute("data-measure")).toBe(
      "months_covered",
    );
  });

  it("say neither of who is no main customer what the month left nor how long the money lasts", () =>
    expect(labels(cards(false, all))).toEqual(["In savings", "Portfolio"]));

  it("leave out what is not there", () => {
    const unknown = {...savings, savings_eur: [], months_covered: null};
    const fresh = {...client, value_eur: 0, xirr_share: null};
    expect(labels(cards(true, {...all, savings: unknown, client: fresh}))).toEqual(["Left over"]);
    expect(labels(cards(true, {months: [], savings, client: undefined}))).toEqual(["In savings"]);
    expect(cards(true, {months: [], savings: undefined, client: undefined}).children).toHaveLength(
      0,
    );
  });

  it("give a portfolio without a return of its own no rate", () => {
    const root = cards(false, {...all, savings: undefined, client: {...client, xirr_share: null}});
    expect(labels(root)).toEqual(["Portfolio"]);
    expect(root.textContent).not.toContain("a year");
  });
});
