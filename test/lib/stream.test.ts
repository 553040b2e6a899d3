import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {between, chance, pick, pickIndex, stream} from "../../src/lib/stream.js";
import {Streams} from "../../src/lib/streams.js";

const numbers = (draw: () => number, count = 5) => Array.from({length: count}, () => draw());

describe("stream(seed, name)", () => {
  it("gives the same numbers for the same seed and name, on any machine", () => {
    expect(numbers(stream(42, "card/ind-000017"))).toEqual(numbers(stream(42, "card/ind-000017")));
    expect(numbers(stream(42, "card/ind-000017"), 2)).toEqual([
      0.17179033579304814, 0.3213027296587825,
    ]);
  });

  it("gives other numbers for another seed or another name", () => {
    const first = numbers(stream(42, "card/ind-000017"));
    expect(numbers(stream(43, "card/ind-000017"))).not.toEqual(first);
    expect(numbers(stream(42, "cash/ind-000017"))).not.toEqual(first);
  });

  it("stays within its bounds", () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, name) => {
        for (const value of numbers(stream(seed, name), 20)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
      }),
    );
  });
});

describe("Streams", () => {
  it("gives each stream's own numbers, whatever order they take turns in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), {maxLength: 40}), (turns) => {
        const names = ["a", "b", "c", "d"];
        const alone = names.map((name) => stream(7, name));
        const shelf = new Streams(7, names);
        for (const turn of turns) expect(shelf.of(turn)()).toBe(alone[turn]!());
      }),
    );
  });

  it("refuses a stream that it does not have", () => {
    expect(() => new Streams(7, ["a"]).of(1)).toThrow("unknown stream: 1");
  });
});

describe("draws", () => {
  it("between(draw, low, high) reaches both ends and nothing beyond", () => {
    const draw = stream(1, "between");
    const drawn = new Set(Array.from({length: 500}, () => between(draw, 3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  it("chance(draw, p) never happens at 0 and always at 1", () => {
    const draw = stream(1, "chance");
    for (let count = 0; count < 100; count++) {
      expect(chance(draw, 0)).toBe(false);
      expect(chance(draw, 1)).toBe(true);
    }
  });

  it("pickIndex(draw, weights) keeps to the weights", () => {
    const draw = stream(1, "weights");
    const counts = [0, 0, 0];
    for (let count = 0; count < 10_000; count++) counts[pickIndex(draw, [1, 0, 3])]!++;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / 10_000).toBeCloseTo(0.75, 1);
  });

  it("pick(draw, items) refuses an empty list", () => {
    expect(() => pick(stream(1, "pick"), [])).toThrow("empty list");
  });
});
