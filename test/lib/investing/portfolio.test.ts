import {describe, expect, it} from "vitest";
import {sameFlowsIn} from "../../../src/lib/investing/benchmark.js";
import {type Bridge, bridge} from "../../../src/lib/investing/bridge.js";
import {portfolioCashFlows, positionCashFlows} from "../../../src/lib/investing/cashFlows.js";
import {type Dividend, dividendPayments} from "../../../src/lib/investing/dividends.js";
import {holdings, valued} from "../../../src/lib/investing/holdings.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {timeWeightedReturn} from "../../../src/lib/investing/timeWeightedReturn.js";
import type {Split, Trade} from "../../../src/lib/investing/trade.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {formatEur} from "../../../src/lib/money.js";
import {casesIn} from "./ledgerTable.js";
import {marketOf} from "./markets.js";

// Five days. X is in dollars; it pays 1 dollar a share, ex on the third day and paid on the fourth.
const {trades} = casesIn(`# both: five days
buy 10 @ 100.00 usd 0.90 fee 2.00
sell 4 @ 110.00 usd 0.95 fee 3.00
`)[0]!;
const first = trades[0]!.day;
const market = marketOf(
  first,
  {
    X: {currency: "USD", closes: [101, 111, 109, 112, 112]},
    VWRL: {closes: [50, 50, 49, 51, 52]},
  },
  {rates: {USD: [0.9, 0.95, 0.95, 0.96, 0.95]}},
);
const dividend: Dividend = {symbol: "X", exOn: first + 2, paidOn: first + 3, amountE4: 10_000};
const [trail] = trails(trades, []) as [ReturnType<typeof trails>[number]];
const payments = dividendPayments(trail, [dividend], market, first + 4);
const whole = {from: first, to: first + 4};
const euros = (steps: Bridge) =>
  Object.fromEntries(Object.entries(steps).map(([name, cents]) => [name, formatEur(cents)]));

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

describe("bridge(portfolio) of securities alone", () => {
  const columns = portfolio({trails: [trail], dividends: payments}, market, whole);

  it("closes over the whole period", () => {
    // in: 900 + 2; out: 4 × 110 × 0.95 − 3 = 415, and 5.76; end: 6 × 112 × 0.95 = 638.40
    // realized before fees: 418 − 4 × 90 = 58; unrealized before fees: 638.40 − 540 = 98.40
    expect(euros(bridge(columns))).toEqual({
      startCents: "0.00",
      moneyInCents: "902.00",
      moneyOutCents: "420.76",
      realizedCents: "58.00",
      unrealizedChangeCents: "98.40",
      dividendCents: "5.76",
      interestCents: "0.00",
      feeCents: "5.00",
      endCents: "638.40",
    });
  });

  it("closes over any part of it", () => {
    // 6 × 111 × 0.95 = 632.70 at the close of day 2, 6 × 112 × 0.96 = 645.12 at the close of day 4
    expect(euros(bridge(columns, {from: first + 2, to: first + 3}))).toMatchObject({
      startCents: "632.70",
      moneyInCents: "0.00",
      moneyOutCents: "5.76",
      realizedCents: "0.00",
      unrealizedChangeCents: "12.42",
      dividendCents: "5.76",
      endCents: "645.12",
    });
  });

  it("gives the dividend to the day the share goes ex", () => {
    expect(columns.dividendCents[3]).toBe(5_76);
    expect(columns.moneyOutCents[3]).toBe(5_76);
  });

  it("is refused for days outside the portfolio's", () => {
    expect(() => bridge(columns, {from: first - 1})).toThrow("invalid period");
    expect(() => bridge(columns, {to: first + 5})).toThrow("invalid period");
  });

  it("is an error where a step is missing a cent", () => {
    const realizedCents = columns.realizedCents.slice();
    realizedCents[2]! += 1;
    expect(() => bridge({...columns, realizedCents})).toThrow(
      "value bridge does not close, gap in cents: -1",
    );
    const paidCents = columns.paidCents.slice();
    paidCents[5]! += 1;
    expect(() => bridge({...columns, paidCents})).toThrow("gap in cents: 1");
  });
});

describe("bridge(portfolio) of a whole account", () => {
  const cash = {
    openingCents: 100_00,
    movements: [
      {day: first, kind: "funding", amountCents: 1000_00},
      {day: first + 3, kind: "fee", amountCents: -1_50},
      {day: first + 3, kind: "interest", amountCents: 20},
      {day: first + 4, kind: "funding", amountCents: -300_00},
    ],
  } as const;
  const columns = portfolio({trails: [trail], dividends: payments, cash}, market, whole);

  it("counts what crosses the border of the account, and its idle cash", () => {
    // cash at the end: 100 + 1000 − 902 + 415 + 5.76 − 1.50 + 0.20 − 300 = 317.46
    expect(formatEur(columns.cashCents[5]!)).toBe("317.46");
    expect(euros(bridge(columns))).toEqual({
      startCents: "100.00",
      moneyInCents: "1000.00",
      moneyOutCents: "300.00",
      realizedCents: "58.00",
      unrealizedChangeCents: "98.40",
      dividendCents: "5.76",
      interestCents: "0.20",
      feeCents: "6.50",
      endCents: "955.86",
    });
  });

  it("gives the dividend to the day it is paid", () => {
    expect(columns.dividendCents[3]).toBe(0);
    expect(columns.dividendCents[4]).toBe(5_76);
  });
});

describe("portfolio(input, market, {from, to})", () => {
  it("starts in the middle with what was held on the eve", () => {
    const columns = portfolio({trails: [trail]}, market, {from: first + 1, to: first + 4});
    // 10 × 101 × 0.90
    expect(formatEur(columns.valueCents[0]!)).toBe("909.00");
    expect(columns.moneyInCents[0]).toBe(0);
    expect(formatEur(bridge(columns).startCents)).toBe("909.00");
  });

  it("names the trade after which a price is missing", () => {
    expect(() => portfolio({trails: [trail]}, market, {from: first, to: first + 40})).toThrow(
      "missing price: X on 2025-05-14 (held after trade 2 of A)",
    );
  });

  it("knows the most that was put in at any moment of a day", () => {
    const {trades: swaps} = casesIn(`# both: a swap
buy 1 @ 100
sell 1 @ 100
& buy 1 @ 100
& sell 1 @ 100
& buy 2 @ 100
`)[0]!;
    const flat = marketOf(first, {X: {closes: [100, 100]}});
    const columns = portfolio({trails: trails(swaps, [])}, flat, {from: first, to: first + 1});
    // −100, 0, −100, +100
    expect(columns.peakInCents[2]).toBe(100_00);
    expect([columns.moneyInCents[2], columns.moneyOutCents[2]]).toEqual([300_00, 200_00]);
  });

  it("remembers a peak that the day did not keep", () => {
    const {trades: inAndOut} = casesIn("# both: in and out\nbuy 1 @ 100\n& sell 1 @ 100")[0]!;
    const flat = marketOf(first, {X: {closes: [100]}});
    const columns = portfolio({trails: trails(inAndOut, [])}, flat, {from: first, to: first});
    expect(columns.peakInCents[1]).toBe(100_00);
  });

  it("takes the trades of a day in their order, across symbols", () => {
    const {trades: swap} = casesIn("# both: a swap\nbuy 1 @ 100\nsell 1 @ 100\n& buy 1 @ 100")[0]!;
    const [bought, sold, other] = swap as [Trade, Trade, Trade];
    const flat = marketOf(first, {X: {closes: [100, 100]}, A: {closes: [100, 100]}});
    const all = trails([bought, sold, {...other, symbol: "A"}], []);
    const columns = portfolio({trails: all}, flat, {from: first, to: first + 1});
    expect(columns.peakInCents[2]).toBe(0);
  });

  it("refuses a period that ends before it starts", () => {
    expect(() => portfolio({trails: []}, market, {from: first, to: first - 1})).toThrow(
      "invalid period",
    );
  });
});

describe("timeWeightedReturn(portfolio)", () => {
  it("does not fall on the day a share goes ex", () => {
    const flat = marketOf(first, {X: {closes: [100, 100, 99, 99, 99]}});
    const {trades: bought} = casesIn("# both: held\nbuy 1 @ 100")[0]!;
    const held = trails(bought, []);
    const paid = dividendPayments(held[0]!, [dividend], flat, first + 4);
    const result = timeWeightedReturn(portfolio({trails: held, dividends: paid}, flat, whole));
    expect(result).toMatchObject({kind: "return", periodReturn: 0});
  });
});

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

describe("sameFlowsIn(portfolio, market, symbol)", () => {
  const columns = portfolio({trails: [trail], dividends: payments}, market, whole);

  it("buys and sells the benchmark with the same flows", () => {
    // 902 ÷ 50 = 18.04; − 415 ÷ 50 = 8.3; − 5.76 ÷ 49 = 0.117551; 9.622449 × 52 = 500.37
    const result = sameFlowsIn(columns, market, "VWRL");
    if (result.kind !== "value") throw new Error("exhausted");
    expect([...result.valueCents].map(formatEur)).toEqual([
      "0.00",
      "902.00",
      "487.00",
      "471.50",
      "490.74",
      "500.37",
    ]);
  });

  it("starts with what the portfolio was worth on the eve", () => {
    const later = portfolio({trails: [trail]}, market, {from: first + 1, to: first + 1});
    // 909.00 ÷ 50 = 18.18; − 8.3; × 50
    const result = sameFlowsIn(later, market, "VWRL");
    expect(result).toMatchObject({kind: "value"});
    if (result.kind === "value") {
      expect([...result.valueCents].map(formatEur)).toEqual(["909.00", "494.00"]);
    }
  });

  it("says when it runs dry", () => {
    const falling = marketOf(
      first,
      {X: {currency: "USD", closes: [101, 111, 109, 112, 112]}, VWRL: {closes: [50, 5]}},
      {rates: {USD: [0.9, 0.95, 0.95, 0.96, 0.95]}},
    );
    expect(sameFlowsIn(columns, falling, "VWRL")).toEqual({kind: "exhausted", day: first + 1});
  });
});
