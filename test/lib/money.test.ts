import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {centsFromEur, formatEur, parseEur, roundHalfAway} from "../../src/lib/money.js";

describe("formatEur(cents) and parseEur(text)", () => {
  it("writes two decimals and the sign", () => {
    expect(formatEur(-1205)).toBe("-12.05");
    expect(formatEur(-5)).toBe("-0.05");
    expect(formatEur(0)).toBe("0.00");
  });

  it("read each other's texts", () => {
    fc.assert(
      fc.property(fc.integer({min: -(10 ** 13), max: 10 ** 13}), (cents) => {
        expect(parseEur(formatEur(cents))).toBe(cents);
      }),
    );
  });

  it.each(["12.5O", "", "1e3", "1.234", " 1", "--1", "1,50"])("refuses %j", (text) => {
    expect(() => parseEur(text)).toThrow("invalid amount in euro");
  });

  it("refuse a fraction of a cent and what is not a number", () => {
    expect(() => formatEur(0.5)).toThrow("invalid amount in cents: 0.5");
    expect(() => formatEur(Number.NaN)).toThrow("invalid amount in cents: NaN");
  });
});

describe("rounding", () => {
  it("roundHalfAway(value) goes away from zero on both sides and has no negative zero", () => {
    expect([2.5, -2.5, 0.4, -0.4].map(roundHalfAway)).toEqual([3, -3, 0, 0]);
  });

  it("centsFromEur(euros) is not fooled by binary fractions", () => {
    expect([1.005, 2.675, -1.005, 19.99].map(centsFromEur)).toEqual([101, 268, -101, 1999]);
  });
});
