import {describe, expect, it} from "vitest";
import {
  agree,
  byDirection,
  changeOf,
  companiesText,
  compared,
  inWords,
  list,
  lowerFirst,
  moved,
  partOfText,
  peopleText,
  plural,
  sentence,
  someOf,
  spaced,
} from "../../src/lib/words.js";

describe("changeOf(now, before)", () => {
  it.each([
    [110, 100, "rise", 0.1],
    [90, 100, "fall", -0.1],
    [100, 100, "same", 0],
    [100.4, 100, "same", 0.004],
    [-90, -100, "rise", 0.1],
    [-110, -100, "fall", -0.1],
    [0, 100, "fall", -1],
  ])("of %d after %d is a %s", (now, before, direction, share) => {
    const change = changeOf(now, before);
    expect(change.direction).toBe(direction);
    expect(change.share).toBeCloseTo(share, 10);
  });

  it("has no share where the earlier value is zero", () => {
    expect(changeOf(5, 0)).toEqual({direction: "rise", difference: 5, share: undefined});
    expect(changeOf(0, 0).direction).toBe("same");
  });

  it.each([
    [null, 1],
    [1, undefined],
    [Number.NaN, 1],
  ])("is unknown for %s after %s", (now, before) => {
    expect(changeOf(now, before).direction).toBe("unknown");
  });

  it("takes the tolerance that it is given", () => {
    expect(changeOf(103, 100, {tolerance: 0.05}).direction).toBe("same");
  });
});

describe("words for a change", () => {
  const changes = [changeOf(110, 100), changeOf(90, 100), changeOf(100, 100), changeOf(null, 100)];

  it("moved(change) has a form for a rise, a fall, no change and no data", () => {
    expect(changes.map((change) => moved(change))).toEqual([
      "rose 10%",
      "fell 10%",
      "was unchanged",
      "has nothing to compare with",
    ]);
  });

  it("moved(change) gives an amount when asked, and after zero, where there is no share", () => {
    expect(moved(changeOf(2_400_000, 1_200_000), {by: "amount"})).toBe("rose €1.2m");
    expect(moved(changeOf(12, 0))).toBe("rose €12");
  });

  it("compared(change, period) names the period in all four", () => {
    expect(changes.map((change) => compared(change, "May 2025"))).toEqual([
      "10% more than in May 2025",
      "10% less than in May 2025",
      "unchanged from May 2025",
      "nothing to compare with in May 2025",
    ]);
  });

  it("byDirection(change, words) takes the word of the direction", () => {
    const words = {rise: "up", fall: "down", same: "level", unknown: "?"};
    expect(changes.map((change) => byDirection(change, words))).toEqual([
      "up",
      "down",
      "level",
      "?",
    ]);
  });
});

it("plural(amount, one, many) counts in words", () => {
  expect([0, 1, 2, 1204].map((amount) => plural(amount, "company", "companies"))).toEqual([
    "no companies",
    "1 company",
    "2 companies",
    "1,204 companies",
  ]);
});

it("list(items) joins none, one, two, three, and counts what is over the limit", () => {
  const items = ["rent", "food", "travel", "fees"];
  expect([0, 1, 2, 3].map((end) => list(items.slice(0, end)))).toEqual([
    "none",
    "rent",
    "rent and food",
    "rent, food and travel",
  ]);
  expect(list(items, {limit: 2})).toBe("rent, food and 2 more");
});

it("sentence, spaced and inWords make words of names and small numbers", () => {
  expect(sentence(spaced("food_production"))).toBe("Food production");
  expect(sentence("")).toBe("");
  expect([0, 1, 12, 13].map(inWords)).toEqual(["no", "one", "twelve", "13"]);
});

it("someOf(amount, total, one) has words for two, none and all", () => {
  const months = (amount: number, total: number) => someOf(amount, total, "month");
  expect([months(0, 2), months(1, 2), months(2, 2)]).toEqual([
    "neither month",
    "1 of 2 months",
    "both months",
  ]);
  expect([months(0, 18), months(3, 18), months(18, 18)]).toEqual([
    "none of 18 months",
    "3 of 18 months",
    "all 18 months",
  ]);
});

describe("agree(amount, one, many)", () => {
  it("takes the form for one with exactly one, and the other with none, parts and many", () => {
    expect([0, 1, 1.5, 2].map((amount) => agree(amount, "is", "are"))).toEqual([
      "are",
      "is",
      "are",
      "are",
    ]);
  });
});

describe("peopleText(amount) and companiesText(amount)", () => {
  it("count in words", () => {
    expect([0, 1, 1204].map(peopleText)).toEqual(["no people", "1 person", "1,204 people"]);
    expect([0, 1, 2].map(companiesText)).toEqual(["no companies", "1 company", "2 companies"]);
  });
});

describe("lowerFirst(text)", () => {
  it("makes the first letter small, and nothing of nothing", () => {
    expect(["Food production", "", "Änderung"].map(lowerFirst)).toEqual([
      "food production",
      "",
      "änderung",
    ]);
  });
});

describe("partOfText(shown, all)", () => {
  it("counts a part, and says nothing of all", () => {
    expect(partOfText(150, 1234)).toBe(", 150 of 1,234");
    expect(partOfText(2, 2)).toBe("");
  });
});
