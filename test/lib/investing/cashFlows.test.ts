import {describe, expect, it} from "vitest";
import {portfolioCashFlows, positionCashFlows} from "../../../src/lib/investing/cashFlows.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import type {Split} from "../../../src/lib/investing/trade.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {first, market, payments, trades, trail, whole} from "./fiveDays.js";

describe("portfolioCashFlows(portfolio) and positionCashFlows(trail, payments, end)", () => {
  it("list each flow as the investor sees it, the end value last", () => {
    const columns = portfolio({trails: [trail], dividends: payments}, market, whole);
    expect(portfolioCashFlows(columns).map(({amountCents}) => amountCents)).toEqual([
      -0, -902_00, 415_00, 5_76, 638_40,
    ]);
    const ofPosition = positionCashFlows(trail, payments, {valueCents: 638_40, on: first + 4});
    expect(ofPosition.map(({day, amountCents}) => [day - first, amountCents])).toEqual([
      [0, -902_00],
      [1, 415_00],
      [3, 5_76],
      [4, 638_40],
    ]);
  });

  it("leave out splits, and what comes after the day", () => {
    const split: Split = {symbol: "X", day: first + 1, sharesBefore: 1, sharesAfter: 2};
    const [own] = trails(trades, [split]) as [ReturnType<typeof trails>[number]];
    const flows = (on: number) =>
      positionCashFlows(own, payments, {valueCents: 1, on}).map(({amountCents}) => amountCents);
    expect(flows(first)).toEqual([-902_00, 1]);
    expect(flows(first + 2)).toEqual([-902_00, 415_00, 1]);
    expect(flows(first + 3)).toEqual([-902_00, 415_00, 5_76, 1]);
  });
});
