import {describe, expect, it} from "vitest";
import {type Bridge, bridge} from "../../../src/lib/investing/bridge.js";
import {portfolio} from "../../../src/lib/investing/portfolio.js";
import {formatEur} from "../../../src/lib/money.js";
import {first, market, payments, trail, whole} from "./fiveDays.js";

const euros = (steps: Bridge) =>
  Object.fromEntries(Object.entries(steps).map(([name, cents]) => [name, formatEur(cents)]));

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
