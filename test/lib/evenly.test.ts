import {expect, it} from "vitest";
import {evenly} from "../../src/lib/evenly.js";

it("evenly(rows, most) keeps the order, each row once, and never more than so many", () => {
  const rows = Array.from({length: 1003}, (_, at) => at);
  expect(evenly(rows, 1003)).toEqual(rows);
  expect(evenly(rows, 2000)).toEqual(rows);
  const part = evenly(rows, 400);
  expect(part).toHaveLength(400);
  expect(new Set(part).size).toBe(400);
  expect(part).toEqual(part.toSorted((a, b) => a - b));
  const distances = part.slice(1).map((row, at) => row - part[at]!);
  expect(new Set(distances)).toEqual(new Set([2, 3]));
  expect(evenly([], 5)).toEqual([]);
});
