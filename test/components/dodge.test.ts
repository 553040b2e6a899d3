import fc from "fast-check";
import {expect, it} from "vitest";
import {dodge} from "../../src/components/dodge.js";

it("dodge(wanted, gap, range) leaves alone what does not collide", () => {
  expect(dodge([10, 40, 80], 15, [0, 100])).toEqual([10, 40, 80]);
});

it("dodge(wanted, gap, range) moves two that collide equally far apart", () => {
  expect(dodge([50, 52], 10, [0, 100])).toEqual([46, 56]);
});

it("dodge(wanted, gap, range) keeps the order that it is given", () => {
  expect(dodge([52, 50], 10, [0, 100])).toEqual([56, 46]);
});

it("dodge(wanted, gap, range) stays inside its range", () => {
  expect(dodge([0, 1, 2], 10, [0, 100])).toEqual([0, 10, 20]);
  expect(dodge([99, 100], 10, [0, 100])).toEqual([90, 100]);
});

it("dodge(wanted, gap, range) shares the room equally when it is too small", () => {
  expect(dodge([5, 5, 5], 50, [0, 20])).toEqual([0, 10, 20]);
});

it("dodge([], gap, range) is empty, and a single one stays where it is", () => {
  expect(dodge([], 10, [0, 100])).toEqual([]);
  expect(dodge([30], 10, [0, 100])).toEqual([30]);
});

it("dodge(wanted, gap, range) keeps every gap wherever there is room", () => {
  const positions = fc.array(fc.double({min: 0, max: 300, noNaN: true}), {maxLength: 12});
  fc.assert(
    fc.property(positions, (wanted) => {
      const placed = dodge(wanted, 16, [0, 300]).sort((a, b) => a - b);
      for (let index = 1; index < placed.length; index++)
        expect(placed[index]! - placed[index - 1]!).toBeGreaterThanOrEqual(16 - 1e-6);
      for (const position of placed) {
        expect(position).toBeGreaterThanOrEqual(-1e-6);
        expect(position).toBeLessThanOrEqual(300 + 1e-6);
      }
    }),
  );
});
