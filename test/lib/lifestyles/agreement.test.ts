import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adjustedRand, bestJaccards} from "../../../src/lib/lifestyles/agreement.js";
import {stream} from "../../../src/lib/stream.js";

/** Labels of two divisions from the table of how many people have which pair. */
function divisions(table: readonly (readonly number[])[]): [number[], number[]] {
  const pairs = table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({length: count}, () => [a, b] as const)),
  );
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

/** By its definition over pairs of people, not over the table. */
function byPairs(a: readonly number[], b: readonly number[]): number {
  let [both, inA, inB, all] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [togetherA, togetherB] = [a[i] === a[j], b[i] === b[j]];
      both += Number(togetherA && togetherB);
      inA += Number(togetherA);
      inB += Number(togetherB);
      all += 1;
    }
  }
  const expected = (inA * inB) / all;
  return (both - expected) / ((inA + inB) / 2 - expected);
}

describe("adjustedRand(a, b)", () => {
  it("is what Yeung and Ruzzo (2001) work out by hand after Hubert and Arabie", () => {
    const [a, b] = divisions([
      [1, 1, 0],
      [1, 2, 1],
      [0, 0, 4],
    ]);
    expect(adjustedRand(a, b)).toBeCloseTo(0.313, 3);
  });

  it.each([
    [[0, 0, 1, 1], [0, 0, 1, 2], 4 / 7],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 1, 0, 1], [1, 0, 1, 0], 1],
  ])("of %j and %j is %d", (a, b, index) => expect(adjustedRand(a, b)).toBeCloseTo(index, 12));

  it.each([
    [[], []],
    [[0], [0]],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [0, 1, 2],
      [2, 0, 1],
    ],
  ])("calls %j and %j the same: there is nothing to disagree about", (a, b) =>
    expect(adjustedRand(a, b)).toBe(1),
  );

  it("takes more people than a call takes arguments", () => {
    const many = Array.from({length: 300_000}, (_, at) => at % 5);
    expect(adjustedRand(many, many)).toBe(1);
    expect(bestJaccards(many, many, 5)).toEqual([1, 1, 1, 1, 1]);
  });

  const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), {minLength: 2, maxLength: 30});

  it("counts pairs, is symmetric, and does not look at the names of the parts", () =>
    fc.assert(
      fc.property(labels, (pairs) => {
        const [a, b] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const index = adjustedRand(a, b);
        expect(adjustedRand(b, a)).toBeCloseTo(index, 9);
        expect(
          adjustedRand(
            a.map((label) => 3 - label),
            b,
          ),
        ).toBeCloseTo(index, 9);
        const naive = byPairs(a, b);
        if (Number.isFinite(naive)) expect(index).toBeCloseTo(naive, 9);
      }),
    ));

  it("is about 0 for divisions by chance", () => {
    const draw = stream(1, "chance");
    const random = () => Array.from({length: 3000}, () => Math.floor(draw() * 5));
    expect(Math.abs(adjustedRand(random(), random()))).toBeLessThan(0.01);
  });
});

describe("bestJaccards(a, b, parts)", () => {
  it("matches each part with the most similar one of the other division", () => {
    expect(bestJaccards([0, 0, 0, 1, 1], [1, 1, 0, 0, 0], 2)).toEqual([2 / 3, 2 / 3]);
    expect(bestJaccards([0, 0, 1, 1], [1, 1, 0, 0], 2)).toEqual([1, 1]);
  });

  it("is 0 for a part that has nobody", () =>
    expect(bestJaccards([0, 0], [0, 1], 2)).toEqual([0.5, 0]));
});
