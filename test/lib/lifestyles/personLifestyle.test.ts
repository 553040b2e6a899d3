import {expect, it} from "vitest";
import type {HabitRow} from "../../../src/lib/lifestyles/habits.js";
import {personLifestyles} from "../../../src/lib/lifestyles/personLifestyle.js";
import type {Published} from "../../../src/lib/lifestyles/published.js";

const tenth = Array<number>(10).fill(0.1);

const habits = (user_id: string): HabitRow => ({
  user_id,
  odd_counts: Array(10).fill(3),
  even_counts: Array(10).fill(4),
  experience_share: 0.4,
  discretionary_to_income: 0.3,
});

const published = {
  window_from: "2025-11-01",
  window_to: "2026-10-01",
  shares: tenth,
  segments: [
    {name: "Diners out", shares: tenth, person_count: 2},
    {name: "Grocery shoppers", shares: tenth, person_count: 1},
  ],
  people: {
    user_id: ["ind-2", "ind-1"],
    experience_share: [0.4, 0.4],
    discretionary_to_income: [0.3, 0.3],
    segment: [0, 1],
    next: [1, 0],
    depth: [0.5, 0.1],
  },
} as unknown as Published;

it("personLifestyles(rows, published) gives each person the own place among the segments, whatever the order", () => {
  const [[id, rows] = [], ...others] = personLifestyles(
    [habits("ind-1"), habits("ind-2")],
    published,
  );
  expect(id).toBe("ind-1");
  expect(rows).toEqual([
    {
      ...habits("ind-1"),
      segment: 1,
      next: 0,
      depth: 0.1,
      shares: tenth,
      segments: [
        {name: "Diners out", shares: tenth},
        {name: "Grocery shoppers", shares: tenth},
      ],
      window_from: "2025-11-01",
      window_to: "2026-10-01",
    },
  ]);
  expect(others.map(([other, [row]]) => [other, row?.segment])).toEqual([["ind-2", 0]]);
});

it("personLifestyles(rows, published) leaves places empty where people were not divided", () => {
  const people = {...published.people, segment: [], next: [], depth: []};
  const [[, [row]] = ["", []]] = personLifestyles([habits("ind-1")], {
    ...published,
    segments: [],
    people,
  });
  expect(row).toMatchObject({segment: null, next: null, depth: 0, segments: []});
});
