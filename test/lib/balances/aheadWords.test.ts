import {describe, expect, it} from "vitest";
import {
  aheadFinding,
  balanceDays,
  refusalText,
  timelineOf,
} from "../../../src/lib/balances/aheadWords.js";
import type {Futures} from "../../../src/lib/balances/forecast.js";
import type {Due} from "../../../src/lib/recurring/dues.js";
import {account, dateOf} from "../../support/payCycle.js";

/** Futures of so many euros day after day, of which so many have a payment refused. */
const futuresOf = (paths: readonly (readonly number[])[], refused = 0): Futures => ({
  paths: paths.map((eur) => Float64Array.from(eur)),
  isRefused: paths.map((_, at) => at < refused),
});
const many = (count: number, path: readonly number[]) => Array.from({length: count}, () => path);

describe("aheadFinding(name, account, futures)", () => {
  const finding = (paths: readonly (readonly number[])[], refused = 0, balance = 10) =>
    aheadFinding("Ada", {...account, balance}, futuresOf(paths, refused));

  it("tells how many futures fall below zero", () => {
    expect(finding([[5, -1], ...many(3, [5, 2])])).toBe(
      "A 25% chance that Ada falls below zero by 2 November 2026",
    );
    expect(finding(many(2, [5, -1]))).toBe(
      "It is all but certain that Ada falls below zero by 2 November 2026",
    );
    expect(finding(many(2, [5, 1]))).toBe(
      "Ada stays above zero until 2 November 2026 in every future",
    );
  });

  it("tells of a refused payment first, from one future in twenty on, whatever the balance", () => {
    for (const balance of [10, -5])
      expect(finding(many(20, [5, -1]), 1, balance)).toBe(
        "A 5% chance that a payment is refused by 2 November 2026",
      );
    expect(finding(many(21, [5, -1]), 1)).toMatch(
      /^It is all but certain that Ada falls below zero/,
    );
    expect(finding(many(2, [5, 1]), 2)).toBe(
      "It is all but certain that a payment is refused by 2 November 2026",
    );
  });

  it("does not take the end of the futures, which may be a payday, for a way out of the red", () => {
    expect(finding(many(2, [-9, -9, -9, 4]), 0, -5)).toBe(
      "Ada will probably be overdrawn on 3 of the next 4 days",
    );
    expect(finding(many(2, [-9, -1]), 0, -5)).toBe(
      "Ada stays overdrawn for the next 2 days in every future",
    );
    expect(finding([[1, 1]], 0, -5)).toBe(
      "Ada is overdrawn, and will probably be back above zero the next day",
    );
  });

  it("gives no number at the ends, where it would be 0 or 100%", () => {
    expect(finding([[5, -1], ...many(399, [5, 2])])).toBe(
      "A less than 1% chance that Ada falls below zero by 2 November 2026",
    );
    expect(finding([[5, 2], ...many(399, [5, -1])])).toBe(
      "It is all but certain that Ada falls below zero by 2 November 2026",
    );
  });
});

describe("refusalText(futures)", () => {
  it("says how many futures have a payment refused, unless the title does", () => {
    expect(refusalText(futuresOf(many(30, [1])))).toBe("No payment is refused in any of them.");
    expect(refusalText(futuresOf(many(30, [1]), 1))).toBe(
      "In 3% of them a payment is refused for lack of funds.",
    );
    expect(refusalText(futuresOf(many(400, [1]), 1))).toMatch(/^In fewer than 1% of them/);
    expect(refusalText(futuresOf(many(20, [1]), 1))).toBe("");
  });
});

describe("balanceDays(account, futures)", () => {
  const futures = futuresOf([
    [5, -10],
    [5, 0],
    [5, 10],
  ]);

  it("hands the last days and the days ahead to the chart, with bands ahead only", () => {
    const rows = balanceDays(account, futures);
    expect(rows).toHaveLength(91 + 2);
    expect(rows[90]).toMatchObject({
      day: dateOf(10, 31),
      balance_eur: account.balance,
      low_eur: null,
    });
    expect(rows[92]).toMatchObject({day: dateOf(11, 2), balance_eur: 0, low_eur: -8, high_eur: 8});
  });

  it("begins with the first known day of an account that is younger", () => {
    const rows = balanceDays({...account, balances: [3, 4]}, futures);
    expect(rows.map(({day, balance_eur}) => [day, balance_eur]).slice(0, 2)).toEqual([
      [dateOf(10, 30), 3],
      [dateOf(10, 31), 4],
    ]);
  });

  it("are parted into past and fan for the timeline, with what is due and the limit", () => {
    const due: Due = {
      next_on: dateOf(11, 2),
      party: "Landlord",
      what: "Rent",
      amount_eur: -900,
      every: "month",
    };
    const {past, fan, dues, limit_eur} = timelineOf(balanceDays(account, futures), [due], 50);
    expect([past.length, past.at(-1)?.day]).toEqual([91, dateOf(10, 31)]);
    expect(fan).toEqual([
      {day: dateOf(11, 1), low_eur: 5, median_eur: 5, high_eur: 5},
      {day: dateOf(11, 2), low_eur: -8, median_eur: 0, high_eur: 8},
    ]);
    expect(dues).toEqual([{day: dateOf(11, 2), label: "Landlord", amount_eur: -900}]);
    expect(limit_eur).toBe(50);
  });
});
