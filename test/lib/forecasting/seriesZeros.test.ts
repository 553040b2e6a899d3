import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chanceOfAny} from "../../../src/lib/forecasting/seriesZeros.js";

describe("chanceOfAny(values, ahead)", () => {
  it("is about the share of months that are not 0 where these come by chance", () => {
    const values = [..."110100111010010011010110010111000101"].map(Number);
    const share = values.filter((value) => value !== 0).length / values.length;
    expect(chanceOfAny(values, 3)).toBeGreaterThan(share - 0.08);
    expect(chanceOfAny(values, 3)).toBeLessThan(share + 0.08);
  });

  it("expects what takes turns to go on taking turns", () => {
    const turns = Array.from({length: 20}, (_, t) => (t % 2) * 100);
    expect(chanceOfAny(turns, 1)).toBeLessThan(0.1);
    expect(chanceOfAny(turns, 2)).toBeGreaterThan(0.85);
  });

  it("expects what began to go on", () => {
    expect(chanceOfAny([0, 0, 0, 0, 0, 0, 5, 6, 5, 7, 5, 6], 1)).toBeGreaterThan(0.85);
  });

  it("is between 0 and 1, whatever came", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 1}), {minLength: 1, maxLength: 40}),
        fc.integer({min: 1, max: 120}),
        (values, ahead) => {
          expect(chanceOfAny(values, ahead)).toBeGreaterThan(0);
          expect(chanceOfAny(values, ahead)).toBeLessThan(1);
        },
      ),
    ));
});
