import {describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {rateOn, unitOn} from "../../../src/lib/investing/market.js";
import {dividendFromRow, marketFromRows, splitFromRow} from "../../../src/lib/investing/rows.js";

const split = {symbol: "X", day: "2025-05-03 00:00:00", shares_before: 1, shares_after: 4};

describe("splitFromRow(row) and dividendFromRow(row)", () => {
  it("read rows of the snapshot, days with or without a time", () => {
    expect(splitFromRow(split)).toEqual({
      symbol: "X",
      day: parseDay("2025-05-03"),
      sharesBefore: 1,
      sharesAfter: 4,
    });
    expect(
      dividendFromRow({symbol: "X", ex_on: "2025-05-02", paid_on: "2025-05-16", amount: "0.27"}),
    ).toEqual({
      symbol: "X",
      exOn: parseDay("2025-05-02"),
      paidOn: parseDay("2025-05-16"),
      amountE4: 2700,
    });
  });

  it("refuse a day that is none", () => {
    expect(() => splitFromRow({...split, day: "2025-02-30"})).toThrow("invalid date");
  });
});

describe("marketFromRows(rows)", () => {
  it("makes a market of prices and rates, numbers or text", () => {
    const day = parseDay("2025-05-02");
    const market = marketFromRows({
      instruments: [{symbol: "X", currency: "USD", sector: "Software"}],
      prices: [{symbol: "X", day: "2025-05-02", close: 100.25}],
      fx_rates: [{currency: "USD", day: "2025-05-02", rate: "0.9"}],
      splits: [split],
    });
    expect(unitOn(market, "X", day)).toBe(902_250_000_000);
    expect(rateOn(market, "X", day)).toBe(900_000);
    expect(() => unitOn(market, "X", day + 1)).toThrow("missing price: X on 2025-05-03");
  });
});
