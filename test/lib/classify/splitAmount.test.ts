import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {splitAmount} from "../../../src/lib/classify/splitAmount.js";

const part = (
  category: "fee" | "travel" | "groceries",
  size: {bps: number} | {cents: number} | "rest",
) => ({
  category,
  size,
});

describe("splitAmount(amountCents, parts)", () => {
  it("takes shares and cents, and leaves the rest", () => {
    expect(
      splitAmount(-1001, [
        part("groceries", {bps: 5000}),
        part("travel", "rest"),
        part("fee", {cents: 200}),
      ]),
    ).toEqual([
      {category: "groceries", amountCents: -501},
      {category: "travel", amountCents: -300},
      {category: "fee", amountCents: -200},
    ]);
  });

  it("gives a part that is too large what is left", () => {
    expect(splitAmount(100, [part("fee", {cents: 200}), part("travel", "rest")])).toEqual([
      {category: "fee", amountCents: 100},
      {category: "travel", amountCents: 0},
    ]);
  });

  it("adds up to the amount, of whatever parts", () => {
    const size = fc.oneof(
      fc.integer({min: 0, max: 9999}).map((bps) => ({bps})),
      fc.integer({min: 0, max: 5000}).map((cents) => ({cents})),
    );
    fc.assert(
      fc.property(fc.integer({min: -10_000, max: 10_000}), fc.array(size), (amount, sizes) => {
        const parts = [...sizes.map((one) => part("fee", one)), part("travel", "rest")];
        const cents = splitAmount(amount, parts).map(({amountCents}) => amountCents);
        expect(cents.reduce((sum, one) => sum + one, 0)).toBe(amount);
        expect(cents.every((one) => one * amount >= 0)).toBe(true);
      }),
    );
  });
});
