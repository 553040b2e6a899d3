import {describe, expect, it} from "vitest";
import type {PersonLifestyle} from "../../../src/lib/lifestyles/personLifestyle.js";
import {
  personHabitFinding,
  personHabits,
  personText,
} from "../../../src/person/lifestyle/profile.js";

const tenth = Array<number>(10).fill(0.1);

const row = (changes: Partial<PersonLifestyle> = {}): PersonLifestyle => ({
  user_id: "ind-1",
  odd_counts: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  even_counts: [3, 4, 0, 0, 0, 0, 0, 0, 0, 0],
  experience_share: 0.4,
  discretionary_to_income: 0.3,
  segment: 0,
  next: 1,
  depth: 0.5,
  shares: tenth,
  segments: [
    {name: "Diners out", shares: [0.2, ...tenth.slice(1)]},
    {name: "Grocery shoppers", shares: tenth},
  ],
  window_from: "2025-11-01",
  window_to: "2026-10-01",
  ...changes,
});

const undivided = {segment: null, next: null, depth: 0, segments: []};

describe("personText(name, row, relation)", () => {
  const text = (changes: Partial<PersonLifestyle> = {}) => personText("Ada", row(changes), "main");

  it("tells a clear case, somebody between and somebody on the border apart", () => {
    expect(text()).toBe(
      "Ada is a clear case of the diners out. 40% of the purchases are experiences, and 30% of the income is discretionary spending.",
    );
    expect(text({segment: 1, next: 0, depth: 0.2})).toMatch(
      /^Ada belongs with the grocery shoppers; next nearest are the diners out\./,
    );
    expect(text({depth: 0.1})).toMatch(
      /^Ada is on the border between the diners out and the grocery shoppers\./,
    );
    expect(text({next: null, depth: 0})).toMatch(/^Ada is a clear case/);
  });

  it("has words for no income, no segments, too few purchases, and no main customer", () => {
    expect(text({discretionary_to_income: null})).toMatch(
      /experiences, and no income arrives here\.$/,
    );
    expect(text(undivided)).toMatch(/^40% of the purchases are experiences/);
    expect(personText("Ada", undefined, "main")).toBe(
      "Ada made fewer than 60 purchases in the last year: too few to tell a habit from chance.",
    );
    expect(personText("Ada", undefined, "second")).toMatch(/^This is Ada’s second bank/);
    expect(personText("Ada", undefined, null)).toBe("");
  });
});

describe("personHabits(row) and personHabitFinding(name, habits)", () => {
  it("set a person beside the own segment and everybody, and name what stands out", () => {
    const found = personHabits(row());
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual({
      kind: "Groceries",
      person_share: 0.6,
      segment_share: 0.2,
      everybody_share: 0.1,
      purchase_count: 6,
    });
    expect(personHabitFinding("Ada", found)).toBe(
      "Groceries: 60% of Ada’s purchases, 10% of everybody’s",
    );
    expect(personHabitFinding("Ada", [{...found[0]!, person_share: 0.2}])).toBe(
      "Ada’s purchases are within chance of everybody’s",
    );
  });

  it("begin with what everybody buys most", () => {
    const shares = tenth.map((share, at) => (at === 7 ? 0.5 : share / 2));
    expect(personHabits(row({shares}))[0]).toMatchObject({everybody_share: 0.5, person_share: 0});
  });

  it("are without a segment where people were not divided, and none of who cannot be judged", () => {
    expect(personHabits(row(undivided)).every(({segment_share}) => segment_share === null)).toBe(
      true,
    );
    expect(personHabits(undefined)).toEqual([]);
    expect(personHabitFinding("Ada", [])).toBe("Ada shops too little from here to be judged");
  });
});
