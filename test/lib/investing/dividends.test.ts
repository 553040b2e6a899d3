import {describe, expect, it} from "vitest";
import {dividendPayments} from "../../../src/lib/investing/dividends.js";
import {dividend, first, market, payments, trail} from "./fiveDays.js";

describe("dividendPayments(trail, dividends, market, until)", () => {
  it("pays what is held the day before ex, at the rate of the day of payment", () => {
    // 6 × 1.00 × 0.96 = 5.76
    expect(payments).toEqual([
      {
        accountId: "A",
        symbol: "X",
        exOn: first + 2,
        paidOn: first + 3,
        quantityE6: 6e6,
        amountCents: 5_76,
      },
    ]);
  });

  it("pays nothing to who sold before, bought on the day, or waits for payment", () => {
    const ex = (exOn: number) => [{...dividend, exOn}];
    expect(dividendPayments(trail, ex(first), market, first + 4)).toEqual([]);
    expect(dividendPayments(trail, [dividend], market, first + 2)).toEqual([]);
    // 10 were held at the close of the first day
    expect(dividendPayments(trail, ex(first + 1), market, first + 4)[0]?.amountCents).toBe(9_60);
  });

  it("says for which day the rate is missing", () => {
    const late = [{...dividend, paidOn: first + 400}];
    expect(() => dividendPayments(trail, late, market, first + 400)).toThrow(
      "missing exchange rate: USD on",
    );
  });
});
