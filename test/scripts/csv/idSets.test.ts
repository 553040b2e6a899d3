import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {LargeSet, NumberSet} from "../../../scripts/csv/idSets.js";

describe("new LargeSet(most)", () => {
  it("has what was added, when one part is full as before", () => {
    const set = new LargeSet<string>(2);
    for (const id of ["a", "b", "c", "a", "d", "e"]) set.add(id);
    expect(["a", "b", "c", "d", "e", "f"].map((id) => set.has(id))).toEqual([
      ...[true, true, true, true, true],
      false,
    ]);
  });
});

describe("new NumberSet()", () => {
  it("has the numbers that were added and no others, in whatever order they come", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -20, max: 60})),
        fc.constantFrom(0, 1_000_000_000_000_000),
        (numbers, far) => {
          const set = new NumberSet();
          for (const number of numbers) set.add(String(number + far));
          for (let number = -21; number <= 61; number++) {
            expect(set.has(String(number + far)), String(number)).toBe(numbers.includes(number));
          }
        },
      ),
    );
  });

  it("takes twenty million numbers in sequence, more than a Set of V8 does", () => {
    const set = new NumberSet();
    const most = 20_000_000;
    for (let number = 1; number <= most; number++) set.add(`${number}`);
    expect([0, 1, most, most + 1].map((number) => set.has(`${number}`))).toEqual([
      ...[false, true],
      ...[true, false],
    ]);
  });
});
