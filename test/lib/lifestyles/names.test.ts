import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {habits} from "../../../src/lib/lifestyles/habits.js";
import {leadingHabit, segmentNames, withinSentence} from "../../../src/lib/lifestyles/names.js";

/** Scores of a segment: 0 but for these kinds. */
const scores = (some: Partial<Record<(typeof habits)[number], number>>) =>
  habits.map((habit) => some[habit] ?? 0);

describe("segmentNames(scores)", () => {
  it("calls a segment by what lies furthest above everybody", () =>
    expect(
      segmentNames([
        scores({groceries: 1, health: 0.9}),
        scores({restaurants: 2, groceries: -3}),
        scores({travel: 0.3}),
      ]),
    ).toEqual(["Grocery shoppers", "Diners out", "Travellers"]));

  it("says so where nothing stands out", () =>
    expect(segmentNames([scores({clothing: 0.2, groceries: -2})])).toEqual([
      "A bit of everything",
    ]));

  it("adds the second kind where the first is not enough, then what is bought least", () =>
    expect(
      segmentNames([
        scores({groceries: 1, health: 0.5, travel: -1}),
        scores({groceries: 2, health: 0.7, clothing: -1}),
        scores({groceries: 2, travel: 0.5}),
      ]),
    ).toEqual([
      "Grocery shoppers, with health, little travel",
      "Grocery shoppers, with health, little clothes",
      "Grocery shoppers, with travel",
    ]));

  it("numbers what is the same in everything", () =>
    expect(new Set(segmentNames([scores({}), scores({}), scores({})])).size).toBe(3));

  it("never gives a name twice", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: 10, maxLength: 10}),
          {
            maxLength: 8,
          },
        ),
        (table) => {
          const names = segmentNames(table);
          expect(new Set(names).size).toBe(table.length);
        },
      ),
    ));
});

it("leadingHabit(scores) is the kind of the name, and none where nothing stands out", () => {
  expect(leadingHabit(scores({travel: 1}))).toBe("travel");
  expect(leadingHabit(scores({travel: 0.1}))).toBeUndefined();
});

it("withinSentence(name) begins small", () =>
  expect(withinSentence("Diners out")).toBe("diners out"));
