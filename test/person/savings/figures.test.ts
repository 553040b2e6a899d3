import {describe, expect, it} from "vitest";
import {balancesOf, type PersonSavings} from "../../../src/lib/people/savings.js";
import {personSavingsCards} from "../../../src/person/savings/cards.js";
import {savingsPath} from "../../../src/person/savings/savingsPath.js";
import {page, texts} from "../../support/page.js";

const {document} = page();
const wide = {width: 640, document};
const thin = {width: 340, document};

const ada: PersonSavings = {
  user_id: "ind-000001",
  first_month: "2025-11-01",
  savings_eur: [100, 150, 225],
  liquid_eur: 900,
  saved_of_salary: 0.12,
  savings_rate: 0.115,
  months_covered: 4.2,
  saver_rank: 0.5,
  covered_rank: 0.5,
  move_months: ["2026-01-01"],
  move_kinds: ["raise"],
  move_shares: [0.025],
};

describe("savingsPath(points, …)", () => {
  it("draws the balance, a dot for each change of pay, and a level for each goal", () => {
    const goals = [{value: 200, text: "Car, €200 by Apr 2026: reached"}];
    const drawn = savingsPath(balancesOf(ada), {...wide, goals});
    expect(drawn.querySelectorAll("[aria-label=dot] circle")).toHaveLength(1);
    expect(texts(drawn, "text")).toContain(goals[0]!.text);
    const narrow = savingsPath(balancesOf(ada), {...thin, width: 200, goals});
    expect(narrow.textContent).toContain("…");
  });
});

describe("personSavingsCards(person, balances, of, asOf)", () => {
  const values = (root: Element) => texts(root, ".card-value");
  const customer = {user_id: "ind-000001", name: "Ada Moor"};

  it("give one person's rates, months and balance, with the link of each measure", () => {
    const cards = personSavingsCards(ada, balancesOf(ada), customer, "2026-10-01", {document});
    expect(values(cards)).toEqual(["11.5%", "12.0%", "4.2", "€225"]);
    expect(
      [...cards.querySelectorAll("[data-measure]")].map((card) =>
        card.getAttribute("data-measure"),
      ),
    ).toEqual(["savings_rate", "saved_of_salary", "months_covered"]);
    expect(values(personSavingsCards(undefined, [], customer, "2026-10-01", {document}))).toEqual(
      [],
    );
  });

  it("leave out the balance of who has no account, and say why a share is missing", () => {
    const cards = personSavingsCards({...ada, saved_of_salary: null}, [], customer, "2026-10-01", {
      document,
    });
    expect(values(cards)).toEqual(["11.5%", "–", "4.2"]);
    expect(cards.textContent).toContain("no steady salary");
  });

  it("show the balance alone of who is no main customer", () => {
    const second = {...ada, savings_rate: null, saved_of_salary: null, months_covered: null};
    const cards = personSavingsCards(second, balancesOf(ada), customer, "2026-10-01", {document});
    expect(values(cards)).toEqual(["€225"]);
  });
});
