import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {
  type CashFlow,
  type MoneyWeightedReturn,
  moneyWeightedReturn,
} from "../../../src/lib/investing/moneyWeightedReturn.js";

/** Flows from lines of a date and an amount in whole units. */
function flowsIn(text: string): CashFlow[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .map(([date, amount]) => ({day: parseDay(date!), amountCents: Number(amount) * 100}));
}

/** Yearly flows, 365 days apart. */
const yearly = (...amounts: number[]): CashFlow[] =>
  amounts.map((amount, year) => ({day: year * 365, amountCents: amount * 100}));

function rateOf(result: MoneyWeightedReturn) {
  if (result.kind !== "rate") throw new Error(JSON.stringify(result));
  return result;
}

function worth(flows: readonly CashFlow[], rate: number): number {
  const first = Math.min(...flows.map(({day}) => day));
  return flows.reduce(
    (sum, {day, amountCents}) => sum + amountCents * (1 + rate) ** -((day - first) / 365),
    0,
  );
}

describe("moneyWeightedReturn(flows): textbook cases", () => {
  it("Microsoft Excel documentation, XIRR: 0.373362535", () => {
    const result = moneyWeightedReturn(
      flowsIn(`
        2008-01-01 -10000
        2008-03-01 2750
        2008-10-30 4250
        2009-02-15 3250
        2009-04-01 2750`),
    );
    // Excel stops within 1e-8 of the root
    expect(rateOf(result).yearlyRate).toBeCloseTo(0.373362535, 7);
    expect(rateOf(result).days).toBe(456);
    expect(rateOf(result).annualized).toBeCloseTo(rateOf(result).yearlyRate, 12);
  });

  it("Apache OpenOffice wiki, Calc XIRR: about 12.4 %", () => {
    const result = moneyWeightedReturn(
      flowsIn(`
        2008-02-05 -2750
        2008-07-05 1000
        2009-01-05 2000`),
    );
    expect(rateOf(result).yearlyRate).toBeCloseTo(0.124, 3);
    expect(rateOf(result).annualized).toBeNull();
  });

  it("CFA Program curriculum: $200, then $220 net, $480 back: 9.39 %", () => {
    expect(rateOf(moneyWeightedReturn(yearly(-200, -220, 480))).yearlyRate).toBeCloseTo(0.0939, 4);
  });

  it("Kaplan Schweser notes, CFA level I: $100, then $118 net, $264 back: 13.86 %", () => {
    expect(rateOf(moneyWeightedReturn(yearly(-100, -118, 264))).yearlyRate).toBeCloseTo(0.1386, 4);
  });

  it("CFA level I question bank: $200, $100 and $170 back: 20.52 %", () => {
    expect(rateOf(moneyWeightedReturn(yearly(-200, 100, 170))).yearlyRate).toBeCloseTo(0.2052, 4);
  });

  it("Lorie and Savage (1955), the oil pump: 25 % and 400 %", () => {
    const result = moneyWeightedReturn(yearly(-1600, 10000, -10000));
    expect(result).toMatchObject({kind: "several"});
    if (result.kind !== "several") return;
    expect(result.yearlyRates).toHaveLength(2);
    expect(result.yearlyRates[0]).toBeCloseTo(0.25, 9);
    expect(result.yearlyRates[1]).toBeCloseTo(4, 9);
  });
});

describe("moneyWeightedReturn(flows)", () => {
  it("finds zero, gains and losses", () => {
    expect(rateOf(moneyWeightedReturn(yearly(-100, 100))).yearlyRate).toBeCloseTo(0, 12);
    expect(rateOf(moneyWeightedReturn(yearly(-100, 110))).yearlyRate).toBeCloseTo(0.1, 12);
    expect(rateOf(moneyWeightedReturn(yearly(-100, 1))).yearlyRate).toBeCloseTo(-0.99, 12);
  });

  it("takes flows in any order, and adds up those of one day", () => {
    const flows = yearly(-100, 110);
    const split = [flows[1]!, {day: 0, amountCents: -60_00}, {day: 0, amountCents: -40_00}];
    expect(rateOf(moneyWeightedReturn(split)).yearlyRate).toBeCloseTo(0.1, 12);
  });

  it("gives the return of a short period beside its yearly rate", () => {
    // 1 % in 10 days is 1.01^36.5 − 1 a year
    const result = rateOf(
      moneyWeightedReturn([
        {day: 0, amountCents: -1000_00},
        {day: 10, amountCents: 1010_00},
      ]),
    );
    expect(result.periodReturn).toBeCloseTo(0.01, 12);
    expect(result.yearlyRate).toBeCloseTo(1.01 ** 36.5 - 1, 9);
    expect(result.annualized).toBeNull();
  });

  it("says so where there is no money in, none out, or all on one day", () => {
    const none = {kind: "none", reason: "needs money in and money out, on different days"};
    expect(moneyWeightedReturn([])).toEqual(none);
    expect(moneyWeightedReturn(yearly(100, 100))).toEqual(none);
    expect(moneyWeightedReturn(yearly(-100, -100))).toEqual(none);
    expect(
      moneyWeightedReturn([
        {day: 5, amountCents: -100},
        {day: 5, amountCents: 200},
      ]),
    ).toEqual(none);
  });

  it("says so where no rate makes the flows even", () => {
    // 100 y² − 200 y + 150 has no real root
    expect(moneyWeightedReturn(yearly(100, -200, 150))).toEqual({
      kind: "none",
      reason: "no rate makes the flows even",
    });
  });

  it("finds all three rates of flows that change sign three times", () => {
    // (y − 1.1)(y − 1.2)(y − 1.5) × 10000, y = 1 + rate
    const result = moneyWeightedReturn(yearly(-10000, 38000, -47700, 19800));
    expect(result.kind).toBe("several");
    if (result.kind !== "several") return;
    expect(result.yearlyRates.map((rate) => Number(rate.toFixed(6)))).toEqual([0.1, 0.2, 0.5]);
  });

  it("finds a rate below zero beside one above", () => {
    // (y − 0.5)(y − 2) × 200
    const result = moneyWeightedReturn(yearly(-200, 500, -200));
    if (result.kind !== "several") throw new Error(JSON.stringify(result));
    expect(result.yearlyRates.map((rate) => Number(rate.toFixed(6)))).toEqual([-0.5, 1]);
  });

  it("takes a rate at which the worth touches zero for one rate", () => {
    // −100 (y − 1.1)², then (y − 0.8)², and (y − 1.1)² (y − 1.5)
    expect(rateOf(moneyWeightedReturn(yearly(-100, 220, -121))).yearlyRate).toBeCloseTo(0.1, 9);
    expect(rateOf(moneyWeightedReturn(yearly(100, -160, 64))).yearlyRate).toBeCloseTo(-0.2, 9);
    const result = moneyWeightedReturn(yearly(-1000, 3700, -4510, 1815));
    if (result.kind !== "several") throw new Error(JSON.stringify(result));
    expect(result.yearlyRates).toHaveLength(2);
    expect(result.yearlyRates[0]).toBeCloseTo(0.1, 7);
    expect(result.yearlyRates[1]).toBeCloseTo(0.5, 9);
  });

  it("takes a rate at which the worth crosses zero level for one rate", () => {
    // 1000 (y − 1.1)³
    const flows = yearly(-1000, 3300, -3630, 1331);
    expect(rateOf(moneyWeightedReturn(flows)).yearlyRate).toBeCloseTo(0.1, 4);
  });

  it("tells two close rates apart, and none from one, by a cent", () => {
    const near = (last: number) =>
      moneyWeightedReturn([...yearly(-10_000, 22_000), {day: 730, amountCents: last}]);
    expect(near(-12_100_00)).toMatchObject({kind: "rate"});
    expect(near(-12_100_01)).toMatchObject({kind: "none"});
    const two = near(-12_099_99);
    if (two.kind !== "several") throw new Error(JSON.stringify(two));
    // 10 000 (y − 1.1)² = 0.01
    expect(two.yearlyRates.map((rate) => Number(rate.toFixed(6)))).toEqual([0.099, 0.101]);
  });

  it("calls what is worth nothing in the end a total loss", () => {
    expect(moneyWeightedReturn(yearly(-100, 0))).toEqual({
      kind: "rate",
      yearlyRate: -1,
      periodReturn: -1,
      annualized: null,
      days: 365,
    });
    expect(moneyWeightedReturn(yearly(0, -100, -50, 0))).toMatchObject({
      yearlyRate: -1,
      annualized: -1,
      days: 730,
    });
    expect(moneyWeightedReturn(yearly(0, 0))).toMatchObject({kind: "none"});
  });

  it("does not overflow over fifty years or a single day", () => {
    expect(
      rateOf(moneyWeightedReturn([...yearly(-1), ...yearly(...Array(50).fill(0), 117.39085)])).kind,
    ).toBe("rate");
    const day = moneyWeightedReturn([
      {day: 0, amountCents: -100_00},
      {day: 1, amountCents: 105_00},
    ]);
    expect(rateOf(day).periodReturn).toBeCloseTo(0.05, 9);
  });

  const anyFlows = fc.array(
    fc.record({
      day: fc.integer({min: 0, max: 700}),
      amountCents: fc.integer({min: -1_000_000, max: 1_000_000}),
    }),
    {minLength: 2, maxLength: 40},
  );

  it("answers with rates at which the flows are worth nothing, for any flows", () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const result = moneyWeightedReturn(flows);
        const rates =
          result.kind === "rate"
            ? [result.yearlyRate]
            : result.kind === "several"
              ? result.yearlyRates
              : [];
        for (const rate of rates.filter((r) => r > -0.999 && r < 1e4)) {
          const size = flows.reduce(
            (sum, {day, amountCents}) => sum + Math.abs(amountCents) * (1 + rate) ** -(day / 365),
            0,
          );
          expect(Math.abs(worth(flows, rate))).toBeLessThanOrEqual(1e-6 * size + 1e-6);
        }
      }),
      {numRuns: 2000},
    );
  });

  it("finds a rate wherever the worth changes sign, for any flows", () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const changes = [-0.9, -0.5, 0, 0.5, 1, 5, 20].map((rate) => Math.sign(worth(flows, rate)));
        const isCrossed = changes.some((sign, i) => i > 0 && sign * changes[i - 1]! < 0);
        if (isCrossed) expect(moneyWeightedReturn(flows).kind).not.toBe("none");
      }),
      {numRuns: 2000},
    );
  });

  it("has exactly one answer when all money goes in before any comes out", () => {
    const amount = fc.integer({min: 1, max: 1_000_000});
    fc.assert(
      fc.property(
        fc.array(amount, {minLength: 1, maxLength: 20}),
        fc.array(amount, {minLength: 1, maxLength: 20}),
        (paid, taken) => {
          const signed = [...paid.map((a) => -a), ...taken];
          const flows = signed.map((amountCents, i) => ({day: i * 30, amountCents}));
          expect(moneyWeightedReturn(flows).kind).toBe("rate");
        },
      ),
      {numRuns: 2000},
    );
  });
});
