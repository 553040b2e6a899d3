import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {splitQuantity as engineSplit} from "../../../src/lib/investing/split.js";
import {cashLegCents, grossCents, splitQuantity} from "../../../src/lib/ledger/trading.js";

describe("grossCents(quantity, price, rate)", () => {
  it("multiplies exactly and rounds halves away from zero", () => {
    expect(grossCents(1_000_000, 1_000_000, 1_000_000)).toBe(10_000);
    expect(grossCents(500_000, 100, 1_000_000)).toBe(1); // 0.005 EUR
    expect(grossCents(499_999, 100, 1_000_000)).toBe(0);
    expect(grossCents(3_000_000, 1_234_567, 881_234)).toBe(32_638); // 326.3829…
  });

  it("is exact where the product has more digits than a double", () => {
    expect(grossCents(123_456_789_012, 9_999_999, 999_999)).toBe(12_345_665_321);
  });

  it("is odd: a negative quantity gives the negative amount", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e7), fc.nat(2e6), (quantity, price, rate) => {
        const gross = grossCents(quantity, price, rate);
        expect(grossCents(-quantity, price, rate) + gross).toBe(0);
      }),
    );
  });
});

describe("cashLegCents(side, gross, fee)", () => {
  it("takes the fee from both sides", () => {
    expect(cashLegCents("buy", 10_000, 100)).toBe(-10_100);
    expect(cashLegCents("sell", 10_000, 100)).toBe(9_900);
  });
});

describe("splitQuantity(quantity, before, after)", () => {
  it("keeps fractions, and rounds what is below a millionth, halves away from zero", () => {
    expect(splitQuantity(1_500_000, 1, 4)).toBe(6_000_000);
    expect(splitQuantity(1_000_001, 2, 1)).toBe(500_001);
    expect(splitQuantity(1_000_001, 3, 1)).toBe(333_334);
    expect(splitQuantity(1_000_000, 3, 1)).toBe(333_333);
  });

  it("leaves of a position what the engine that values it leaves", () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.integer({min: 1, max: 50}),
        fc.integer({min: 1, max: 50}),
        (quantity, before, after) => {
          const split = {sharesBefore: before, sharesAfter: after};
          expect(splitQuantity(quantity, before, after)).toBe(engineSplit(quantity, split));
        },
      ),
    );
  });
});
