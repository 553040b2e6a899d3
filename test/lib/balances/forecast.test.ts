import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Account, balanceFutures, type Expected} from "../../../src/lib/balances/forecast.js";
import {civilOf, dayOf, monthOf} from "../../../src/lib/day.js";
import {stream} from "../../../src/lib/stream.js";

const lastDay = dayOf(2026, 10, 31);
const futures = (account: Partial<Account>, options = {}) =>
  balanceFutures(
    {lastDay, balance: 1000, limit: 0, expected: [], other: [], resets: [], ...account},
    stream(1, "test"),
    {count: 50, days: 35, ...options},
  );
const monthly = (dayOfMonth: number, ...amounts: number[]): Expected => ({
  due: {dayOfMonth, roll: "none"},
  everyMonths: 1,
  nextOn: dayOf(2026, 11, dayOfMonth),
  amounts,
  since: monthOf(dayOf(2025, 5, 1)),
  extras: [],
  levels: [],
});

describe("balanceFutures(account, draw, {days, count})", () => {
  it("books contracts on their due days and nothing else, where nothing else ever was", () => {
    const {paths, isRefused} = futures({expected: [monthly(2, -300), monthly(30, 2000)]});
    for (const path of paths) {
      expect([path[0], path[1], path[28], path[29], path[32], path[34]]).toEqual([
        1000, 700, 700, 2700, 2400, 2400,
      ]);
    }
    expect(isRefused).not.toContain(true);
  });

  it("expects a thirteenth salary where one came a year before, and in no other month", () => {
    const december = monthOf(dayOf(2025, 12, 1));
    const extras = [{on: dayOf(2025, 12, 15), month: december, lag: -13, share: 0.9}];
    const salary = {...monthly(28, 2000), extras};
    const {paths} = futures({expected: [salary]}, {days: 60});
    const [path] = paths;
    expect([path![27], path![43], path![44], path![57]]).toEqual([3000, 3000, 4800, 6800]);
    const {paths: young} = futures({expected: [{...salary, since: december - 1}]}, {days: 60});
    expect(young[0]![57]).toBe(6800);
    const {paths: none} = futures({expected: [{...salary, extras: []}]}, {days: 60});
    expect(none[0]![57]).toBe(5000);
  });

  it("brings the account back to a level, whatever is there, once the income is", () => {
    const salary = monthly(20, 2000);
    const spare = {...monthly(18, -1500), levels: [400]};
    for (const balance of [300, 1000, 3000]) {
      const [path] = futures({balance, expected: [salary, spare]}).paths;
      expect([path![17], path![18], path![19]]).toEqual([balance, balance, 400]);
    }
    const topUp = {...monthly(10, 200), levels: [500]};
    expect(futures({balance: 100, expected: [topUp]}).paths[0]![10]).toBe(500);
    expect(futures({balance: 900, expected: [topUp]}).paths[0]![10]).toBe(900);
  });

  it("lets resets of the past bound the balance of the days that are drawn from it", () => {
    const other = Array<number>(364).fill(10);
    const resets = Array.from({length: 52}, (_, week) => ({
      at: 7 * week,
      isInflow: false,
      level: 1000,
    }));
    const {paths} = futures({other, resets});
    for (const path of paths) expect(Math.max(...path)).toBeLessThan(1080);
  });

  it("draws one of the last amounts of a metered contract", () => {
    const {paths} = futures({expected: [monthly(5, -80, -120)]});
    expect(new Set(paths.map((path) => path[10]))).toEqual(new Set([920, 880]));
  });

  it("refuses what would break the overdraft limit, and says so", () => {
    const {paths, isRefused} = futures({
      limit: 100,
      expected: [monthly(3, -900), monthly(9, -300)],
    });
    expect(paths.every((path) => path[34] === 100)).toBe(true);
    expect(isRefused.every(Boolean)).toBe(true);
  });

  it("pays on one day what the account bears, income first", () => {
    const {paths} = futures({balance: 0, expected: [monthly(3, 500), monthly(3, -400)]});
    expect(paths[0]![2]).toBe(100);
    const spent = futures({balance: 50, other: Array<number>(364).fill(-20)}).paths[0]!;
    expect([...spent.slice(0, 4)].map(Math.round)).toEqual([30, 10, 0, 0]);
  });

  it("keeps the past's day of the week", () => {
    const other = Array.from({length: 364}, (_, at) => ((363 - at) % 7 === 0 ? -70 : 0));
    const {paths} = futures({balance: 1e6, other}, {days: 60});
    for (const path of paths) {
      const steps = Array.from(path, (now, at) => now - (path[at - 1] ?? 1e6));
      steps.forEach((step, at) => {
        if ((at + 1) % 7 === 0) expect(step).toBeLessThan(-60);
        else expect(step).toBeGreaterThan(-1e-9);
      });
    }
  });

  it("keeps the past's time of the month, give or take five days", () => {
    const other = Array.from({length: 364}, (_, at) => {
      const {dayOfMonth} = civilOf(lastDay - 363 + at);
      return dayOfMonth === 15 ? -1000 : 0;
    });
    const {paths} = futures({balance: 1e6, other}, {days: 28});
    for (const path of paths) {
      const spentOn = Array.from(path, (now, at) => now - (path[at - 1] ?? 1e6) < -500).indexOf(
        true,
      );
      expect(Math.abs(spentOn + 1 - 15)).toBeLessThanOrEqual(6);
    }
  });

  it("never goes further below the limit than it was", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -500, max: 300}), {maxLength: 120}),
        fc.integer({min: -50, max: 2000}),
        fc.integer({min: 0, max: 100}),
        (other, balance, limit) => {
          const {paths} = futures(
            {other, balance, limit, expected: [monthly(7, -250)]},
            {count: 5},
          );
          const floor = Math.min(balance, -limit) - 1e-6;
          expect(paths.every((path) => path.every((now) => now >= floor))).toBe(true);
        },
      ),
    ));

  it("gives the same futures for the same stream", () => {
    const other = Array.from({length: 200}, (_, at) => -(at % 13));
    expect(futures({other})).toEqual(futures({other}));
  });
});
