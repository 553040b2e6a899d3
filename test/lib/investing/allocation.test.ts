import {describe, expect, it} from "vitest";
import {allocation, concentration, idleCashShare} from "../../../src/lib/investing/allocation.js";

const rows = [
  {symbol: "AAPL", currency: "USD", valueCents: 300},
  {symbol: "ASML", currency: "EUR", valueCents: 600},
  {symbol: "MSFT", currency: "USD", valueCents: 100},
  {symbol: "TSLA", currency: "USD", valueCents: 0},
];

describe("allocation(rows, nameOf)", () => {
  it("adds up by name, the largest first", () => {
    expect(allocation(rows, (row) => row.currency)).toEqual([
      {name: "EUR", valueCents: 600, share: 0.6},
      {name: "USD", valueCents: 400, share: 0.4},
    ]);
  });

  it("leaves out what is worth nothing", () => {
    expect(allocation(rows, (row) => row.symbol).map(({name}) => name)).toEqual([
      "ASML",
      "AAPL",
      "MSFT",
    ]);
  });

  it("is empty for nothing", () => {
    expect(allocation([], () => "")).toEqual([]);
  });
});

describe("concentration(shares)", () => {
  it("is 1 over the number for equal holdings", () => {
    const equal = ["a", "b", "c", "d"].map((name) => ({name, valueCents: 25}));
    expect(concentration(allocation(equal, ({name}) => name))).toMatchObject({
      hhi: 0.25,
      effectiveCount: 4,
      largest: {name: "a", share: 0.25},
    });
  });

  it("sums the squares of unequal ones", () => {
    // 0.36 + 0.09 + 0.01
    const found = concentration(allocation(rows, (row) => row.symbol));
    expect(found?.hhi).toBeCloseTo(0.46, 12);
    expect(found?.effectiveCount).toBeCloseTo(1 / 0.46, 12);
    expect(found?.largest.name).toBe("ASML");
  });

  it("is null for nothing", () => {
    expect(concentration([])).toBeNull();
  });
});

describe("idleCashShare(cashCents, securitiesCents)", () => {
  it("is the part that is not invested, null of nothing", () => {
    expect(idleCashShare(25, 75)).toBe(0.25);
    expect(idleCashShare(5, 0)).toBe(1);
    expect(idleCashShare(0, 0)).toBeNull();
  });
});
