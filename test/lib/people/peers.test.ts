import {describe, expect, it} from "vitest";
import {normal} from "../../../src/lib/normal.js";
import {
  budgetsFinding,
  type CategoryPerson,
  categoryBudgets,
  fewestPeers,
  peerFinder,
  peerSpending,
  spendingCategories,
} from "../../../src/lib/people/peers.js";
import {stream} from "../../../src/lib/stream.js";

let people = 0;

/** A person who spends so much on groceries and on rent. */
function person(
  groceries: number,
  rent: number,
  bands: Partial<CategoryPerson> = {},
): CategoryPerson {
  const spent = {groceries, rent} as Record<string, number>;
  return {
    user_id: `ind-${++people}`,
    income_band: 2,
    city_band: 1,
    household_band: 1,
    month_count: 12,
    spent_eur: spendingCategories.map((name) => spent[name] ?? 0),
    error_eur: spendingCategories.map((name) => ((spent[name] ?? 0) > 0 ? 1 : 0)),
    ...bands,
  };
}

const many = (count: number, make: (index: number) => CategoryPerson) =>
  Array.from({length: count}, (_, index) => make(index));

describe("peerFinder(people)(own)", () => {
  const own = person(100, 0);

  it("takes those alike in income, city and household, without the person", () => {
    const alike = many(fewestPeers, () => person(1, 0));
    const peers = peerFinder([own, ...alike, person(1, 0, {income_band: 3})])(own);
    expect(peers).toMatchObject({count: alike.length, droppedCount: 0});
    expect(peers.words).toBe(
      "20 people with €1,500 to €2,250 a month in a city below 700,000 living alone",
    );
  });

  it("drops the household, then the city, then the income, where there are too few", () => {
    const less = many(fewestPeers - 1, () => person(1, 0));
    const grown = (bands: Partial<CategoryPerson>) =>
      peerFinder([own, ...less, person(1, 0, bands)])(own).droppedCount;
    expect(grown({household_band: 3})).toBe(1);
    expect(grown({household_band: 3, city_band: 2})).toBe(2);
    expect(grown({income_band: 0})).toBe(3);
    expect(peerFinder([own])(own)).toMatchObject({count: 0, words: "no people", spending: []});
  });

  it("knows of each of many people what the others spend, without this one", () => {
    const draw = stream(3, "spending");
    const group = many(61, () =>
      person(Math.floor(9 * draw()), draw() < 0.2 ? Math.floor(900 * draw()) : 0),
    );
    const find = peerFinder(group);
    for (const own of [...group, person(4, 0)])
      expect(find(own).spending).toEqual(peerSpending(group.filter((other) => other !== own)));
  });
});

describe("categoryBudgets(own, peers)", () => {
  const own = person(130, 500);

  it("sets the median of those who pay for a category against the person's own", () => {
    const group = many(20, (index) => person(10 * (index + 1), index < 5 ? 700 : 0));
    const rows = categoryBudgets(own, peerFinder([own, ...group])(own).spending);
    expect(
      rows.map(({category, budget_eur, difference_eur, payer_count}) => [
        category,
        budget_eur,
        difference_eur,
        payer_count,
      ]),
    ).toEqual([
      ["rent", 700, -200, 5],
      ["groceries", 105, 25, 20],
    ]);
    expect(budgetsFinding("Ada", rows)).toBe(
      "Ada spends €200 less on rent than people like them", // the others' groceries are 10 to 200
    );
  });

  it("leaves out what fewer than five of them, or the person, pay for", () => {
    const group = many(20, (index) => person(0, index < 4 ? 700 : 0));
    expect(categoryBudgets(own, peerFinder([own, ...group])(own).spending)).toEqual([]);
    const nothing = person(0, 0);
    const payers = many(20, () => person(10, 10));
    expect(categoryBudgets(nothing, peerFinder([nothing, ...payers])(nothing).spending)).toEqual(
      [],
    );
    expect(budgetsFinding("Ada", [])).toBe("There is no budget to compare Ada with");
  });

  it("has words for one difference and for none", () => {
    const group = many(20, () => person(100, 0));
    const finding = (groceries: number) => {
      const one = person(groceries, 0);
      return budgetsFinding("Ada", categoryBudgets(one, peerFinder(group)(one).spending));
    };
    expect(finding(90)).toBe("Ada spends €10 less on groceries than people like them");
    expect(finding(100)).toBe(
      "Ada’s spending is within chance of people like them in every category",
    );
  });

  it("says that it is within chance where months differ by nothing but noise", () => {
    const draw = stream(1, "peers");
    const drawn = () => {
      const months = Array.from({length: 12}, () => 100 + 30 * normal(draw));
      const mean = months.reduce((sum, eur) => sum + eur, 0) / 12;
      const squares = months.reduce((sum, eur) => sum + (eur - mean) ** 2, 0);
      const error = Math.sqrt(squares / 11 / 12);
      return {
        ...person(mean, mean),
        error_eur: spendingCategories.map(() => error),
      };
    };
    const findings = Array.from({length: 60}, () => {
      const own = drawn();
      return budgetsFinding("Ada", categoryBudgets(own, peerFinder(many(40, drawn))(own).spending));
    });
    const said = findings.filter((text) => text.includes("within chance of people like them"));
    expect(said.length).toBeGreaterThan(50);
  });
});
