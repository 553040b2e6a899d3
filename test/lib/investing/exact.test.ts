import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  fitsIn,
  formatScaled,
  maybeDecimal,
  roundTo,
  scaled,
} from "../../../src/lib/investing/decimal.js";
import {mulDiv, roundedQuotient} from "../../../src/lib/investing/exact.js";

describe("mulDiv(a, b, divisor)", () => {
  it("rounds halves away from zero", () => {
    expect(mulDiv(1, 1, 2)).toBe(1);
    expect(mulDiv(-1, 1, 2)).toBe(-1);
    expect(mulDiv(5, 1, 2)).toBe(3);
    expect(mulDiv(1, 1, 3)).toBe(0);
    expect(mulDiv(-1, 1, 3)).toBe(0);
  });

  it("is exact where the product is beyond 2^53", () => {
    // 1 234.567891 shares at 9 876.5432 × 0.912345: 11 124 196.5989… euro
    expect(mulDiv(1_234_567_891, 98_765_432 * 912_345, 1e14)).toBe(
      Number(
        (1_234_567_891n * 98_765_432n * 912_345n + 50_000_000_000_000n) / 100_000_000_000_000n,
      ),
    );
  });

  it("does not trust an estimate next to a half", () => {
    // the floating quotients lie on the other side of 9 244 841 579.5 and 35 732 122 375.5
    expect(mulDiv(522_527_274_327, 1_769_255_316_176, 1e14)).toBe(9_244_841_579);
    expect(mulDiv(483_054_409_254, 7_397_121_668_071, 1e14)).toBe(35_732_122_375);
  });

  it("agrees with long division for any integers, halves and near halves among them", () => {
    const anyCase = fc.oneof(
      fc.tuple(
        fc.maxSafeInteger(),
        fc.integer({min: 0, max: 1e9}),
        fc.integer({min: 1, max: 1e14}),
      ),
      // a × b within one of a half of the divisor
      fc
        .tuple(
          fc.integer({min: 1, max: 1e6}),
          fc.integer({min: 0, max: 1e6}),
          fc.constantFrom(-1, 0, 1),
        )
        .map(([half, times, by]) => [2 * half * times + half + by, 1, 2 * half] as const),
    );
    fc.assert(
      fc.property(anyCase, ([a, b, divisor]) => {
        const exact = roundedQuotient(BigInt(a) * BigInt(b), BigInt(divisor));
        fc.pre(exact <= Number.MAX_SAFE_INTEGER && exact >= Number.MIN_SAFE_INTEGER);
        expect(BigInt(mulDiv(a, b, divisor))).toBe(exact);
      }),
      {numRuns: 5000},
    );
  });

  it("refuses a result that a number cannot hold", () => {
    expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow("amount out of range");
  });
});

describe("scaled(value, decimals)", () => {
  it("reads text and numbers exactly", () => {
    expect(scaled("12.345678", 6)).toBe(12_345_678);
    expect(scaled(0.1, 6)).toBe(100_000);
    expect(scaled("-0.5", 2)).toBe(-50);
    expect(scaled(0.000001, 6)).toBe(1);
    expect(scaled("7.1000000", 6)).toBe(7_100_000);
  });

  it("refuses what is not a decimal, or has more decimals", () => {
    for (const text of ["", "abc", "1e3", "1,5", "0x10", " 1", ".5", "5.", "NaN"]) {
      expect(() => scaled(text, 6), text).toThrow("invalid number");
    }
    expect(() => scaled("0.0000001", 6)).toThrow("at most 6 decimals");
  });
});

describe("decimals", () => {
  it("roundTo(decimal, decimals) rounds halves away from zero", () => {
    expect(roundTo(maybeDecimal("1.005")!, 2)).toBe(101);
    expect(roundTo(maybeDecimal("-1.005")!, 2)).toBe(-101);
    expect(roundTo(maybeDecimal("1.00499")!, 2)).toBe(100);
    expect(roundTo(maybeDecimal("3")!, 2)).toBe(300);
  });

  it("fitsIn(decimal, decimals) does not count trailing zeros", () => {
    expect(fitsIn(maybeDecimal("1.2300")!, 2)).toBe(true);
    expect(fitsIn(maybeDecimal("1.2301")!, 2)).toBe(false);
    expect(fitsIn(maybeDecimal("1.2310")!, 2)).toBe(false);
  });

  it("formatScaled(value, decimals) is the inverse of scaled(text, decimals)", () => {
    expect(formatScaled(1_500_000, 6)).toBe("1.5");
    expect(formatScaled(-1, 6)).toBe("-0.000001");
    expect(formatScaled(2_000_000, 6)).toBe("2");
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(scaled(formatScaled(value, 6), 6)).toBe(value);
      }),
      {numRuns: 1000},
    );
  });
});
