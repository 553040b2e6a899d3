import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bestPairs, type Pairing} from "../../../src/lib/classify/assignment.js";

const sum = (pairs: readonly Pairing[]) => pairs.reduce((all, {gain}) => all + gain, 0);

/** The largest sum, by trying all choices. */
function bestSum(pairs: readonly Pairing[]): number {
  const [first, ...rest] = pairs;
  if (!first) return 0;
  const others = rest.filter(({left, right}) => left !== first.left && right !== first.right);
  return Math.max(bestSum(rest), first.gain + bestSum(others));
}

describe("bestPairs(possible)", () => {
  it("does not take the best pair where that costs two others", () => {
    const possible = [
      {left: 0, right: 0, gain: 10},
      {left: 0, right: 1, gain: 9},
      {left: 1, right: 0, gain: 9},
    ];
    expect(bestPairs(possible)).toEqual([possible[1], possible[2]]);
  });

  it("leaves alone what has no partner", () => {
    const possible = [
      {left: 3, right: 7, gain: 1},
      {left: 4, right: 7, gain: 2},
    ];
    expect(bestPairs(possible)).toEqual([possible[1]]);
    expect(bestPairs([])).toEqual([]);
  });

  it("uses each side once and gains as much as the best of all choices", () => {
    const pair = fc.record({
      left: fc.integer({min: 0, max: 4}),
      right: fc.integer({min: 0, max: 4}),
      gain: fc.integer({min: 1, max: 20}),
    });
    const possible = fc.uniqueArray(pair, {
      maxLength: 12,
      selector: ({left, right}) => `${left} ${right}`,
    });
    fc.assert(
      fc.property(possible, (all) => {
        const pairs = bestPairs(all);
        expect(new Set(pairs.map(({left}) => left)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({right}) => right)).size).toBe(pairs.length);
        expect(pairs.every((one) => all.includes(one))).toBe(true);
        expect(sum(pairs)).toBe(bestSum(all));
      }),
    );
  });
});
