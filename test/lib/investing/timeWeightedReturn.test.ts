import {describe, expect, it} from "vitest";
import {annualize} from "../../../src/lib/investing/annualize.js";
import {
  type TimeWeightedReturn,
  timeWeightedReturn,
  type ValuedDays,
} from "../../../src/lib/investing/timeWeightedReturn.js";

interface Change {
  readonly value: number;
  readonly in?: number;
  readonly out?: number;
  readonly peak?: number;
}

/** Days from the eve (day 0) on; a value stays until it changes. */
function daysWith(last: number, changes: Readonly<Record<number, Change>>): ValuedDays {
  const column = () => new Float64Array(last + 1);
  const days = {
    eve: 0,
    valueCents: column(),
    moneyInCents: column(),
    moneyOutCents: column(),
    peakInCents: column(),
  };
  let value = 0;
  for (let i = 0; i <= last; i++) {
    const change = changes[i];
    value = change?.value ?? value;
    days.valueCents[i] = value;
    days.moneyInCents[i] = change?.in ?? 0;
    days.moneyOutCents[i] = change?.out ?? 0;
    days.peakInCents[i] = change?.peak ?? Math.max(0, (change?.in ?? 0) - (change?.out ?? 0));
  }
  return days;
}

function measured(result: TimeWeightedReturn) {
  if (result.kind !== "return") throw new Error(result.reason);
  return result;
}

describe("timeWeightedReturn(days): textbook cases", () => {
  it("CFA Program curriculum: a share at $200, one more at $225, both sold at $235, $5 dividends: 10.8 % a year", () => {
    // (225 + 5) ÷ 200 = 1.15; (470 + 10) ÷ 450 = 1.0667; √(1.15 × 1.0667) = 1.1075
    const result = measured(
      timeWeightedReturn(
        daysWith(730, {
          0: {value: 200},
          365: {value: 225, out: 5},
          366: {value: 450, in: 225},
          730: {value: 470, out: 10},
        }),
      ),
    );
    expect(result.periodReturn).toBeCloseTo(1.15 * (480 / 450) - 1, 12);
    expect(result.annualized).toBeCloseTo(0.1075, 4);
  });

  it("Kaplan Schweser notes, CFA level I: a share at $100, one more at $120, both worth $130, $2 dividends: 15.84 % a year", () => {
    // (120 + 2) ÷ 100 = 1.22; (260 + 4) ÷ 240 = 1.10; √(1.22 × 1.10) = 1.1584
    const result = measured(
      timeWeightedReturn(
        daysWith(730, {
          0: {value: 100},
          365: {value: 120, out: 2},
          366: {value: 240, in: 120},
          730: {value: 260, out: 4},
        }),
      ),
    );
    expect(result.annualized).toBeCloseTo(0.1584, 4);
  });

  it("CFA level I question bank: four shares at $50, two sold at $50, the rest at $80 after $5 dividends: 30.38 % a year", () => {
    // 50 ÷ 50 = 1; (160 + 10) ÷ 100 = 1.70; √1.70 = 1.3038
    const result = measured(
      timeWeightedReturn(
        daysWith(730, {
          0: {value: 200},
          365: {value: 100, out: 100},
          730: {value: 0, out: 170},
        }),
      ),
    );
    expect(result.annualized).toBeCloseTo(0.3038, 4);
  });

  it("Wikipedia, Time-weighted return: $500 doubles, $1,000 more, down to $1,500: no gain in money, 50 % in time", () => {
    // 1000 ÷ 500 = 2; 1500 ÷ 2000 = 0.75; 2 × 0.75 = 1.5
    const days = daysWith(730, {
      0: {value: 500},
      365: {value: 1000},
      366: {value: 2000, in: 1000},
      730: {value: 1500},
    });
    expect(measured(timeWeightedReturn(days)).periodReturn).toBeCloseTo(0.5, 12);
  });
});

describe("timeWeightedReturn(days)", () => {
  it("starts at zero: the first money in is the base of the first day", () => {
    const result = measured(
      timeWeightedReturn(daysWith(3, {2: {value: 990, in: 1000}, 3: {value: 1089}})),
    );
    expect(result.periodReturn).toBeCloseTo(0.99 * 1.1 - 1, 12);
    expect([result.firstDay, result.lastDay, result.days]).toEqual([2, 3, 2]);
  });

  it("does not move with money that comes in and is not yet at work", () => {
    const result = timeWeightedReturn(
      daysWith(3, {0: {value: 100}, 1: {value: 1100, in: 1000}, 2: {value: 100, out: 1000}}),
    );
    expect(measured(result).periodReturn).toBe(0);
  });

  it("measures a day on which shares are bought and sold again", () => {
    const day = daysWith(1, {1: {value: 0, in: 1000, out: 1010, peak: 1000}});
    expect(measured(timeWeightedReturn(day)).periodReturn).toBeCloseTo(0.01, 12);
  });

  it("keeps the full return of a day on which one holding is swapped for another", () => {
    // 1000 falls to 950, is sold for 950, and 950 is bought: −5 %, whatever went through the account
    const day = daysWith(1, {0: {value: 1000}, 1: {value: 950, in: 950, out: 950, peak: 0}});
    expect(measured(timeWeightedReturn(day)).periodReturn).toBeCloseTo(-0.05, 12);
  });

  it("does not explode when a rest of a cent meets a large trade", () => {
    const day = daysWith(1, {
      0: {value: 1},
      1: {value: 1, in: 100_000, out: 101_000, peak: 100_000},
    });
    expect(measured(timeWeightedReturn(day)).periodReturn).toBeCloseTo(0.01, 6);
  });

  it("passes over days with nothing at work, and goes on after them", () => {
    const result = timeWeightedReturn(
      daysWith(9, {
        0: {value: 100},
        1: {value: 0, out: 110},
        8: {value: 200, in: 200},
        9: {value: 220},
      }),
    );
    expect(measured(result).periodReturn).toBeCloseTo(1.1 * 1.1 - 1, 12);
    expect(measured(result).growth[5]).toBeCloseTo(1.1, 12);
  });

  it("says so where nothing was ever invested", () => {
    expect(timeWeightedReturn(daysWith(3, {}))).toEqual({
      kind: "none",
      reason: "nothing was invested",
    });
  });

  it("ends at −100 % when all is lost, and stays there", () => {
    const result = timeWeightedReturn(
      daysWith(3, {0: {value: 100}, 1: {value: 0}, 2: {value: 50, in: 50}, 3: {value: 80}}),
    );
    expect(measured(result).periodReturn).toBe(-1);
  });

  it("says so where more is lost in a day than was there", () => {
    const result = timeWeightedReturn(daysWith(1, {0: {value: 100}, 1: {value: -5}}));
    expect(result).toMatchObject({kind: "none"});
  });
});

describe("annualize(periodReturn, days)", () => {
  it("is null up to a year", () => {
    expect(annualize(0.5, 365)).toBeNull();
    expect(annualize(0.5, 3)).toBeNull();
  });

  it("is the yearly rate beyond it", () => {
    expect(annualize(0.21, 730)).toBeCloseTo(0.1, 12);
  });
});
