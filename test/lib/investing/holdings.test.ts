import {describe, expect, it} from "vitest";
import {holdings, valued} from "../../../src/lib/investing/holdings.js";
import {first, market, payments, trail} from "./fiveDays.js";

describe("valued(holding, market, day, payments)", () => {
  it("values what is held, and divides its unrealized gain", () => {
    // 6 × 112 × 0.95 = 638.40; cost 6 ÷ 10 of 902 = 541.20; 600 dollars × 0.95 − 540 = 30
    const [holding] = holdings([trail]);
    expect(valued(holding!, market, first + 4, payments)).toMatchObject({
      valueCents: 638_40,
      unrealized: {gainCents: 97_20, priceEffectCents: 67_20, currencyEffectCents: 30_00},
      dividendCents: 5_76,
    });
    expect(valued(holding!, market, first + 2, payments).dividendCents).toBe(0);
  });

  it("needs no price for what is sold out", () => {
    const [holding] = holdings([trail]);
    const sold = {...holding!, quantityE6: 0};
    expect(valued(sold, market, first + 999)).toMatchObject({
      valueCents: 0,
      unrealized: {gainCents: 0},
    });
  });
});
