import {describe, expect, it} from "vitest";
import {type Day, formatMonth, parseDay, parseMonth} from "../../../src/lib/day.js";
import {contractsIn} from "../../../src/lib/recurring/detect.js";
import {type DueDay, dueOn} from "../../../src/lib/recurring/dueDay.js";
import {expectedExtra, extrasOf, regularCents} from "../../../src/lib/recurring/extras.js";
import {standingOf} from "../../../src/lib/recurring/standing.js";

const start = parseMonth("2025-05");
const due: DueDay = {dayOfMonth: 27, roll: "backward"};
const raised = parseMonth("2026-01");

/** A salary of 18 months with a raise in January; `extras` are further payments, as day and cents. */
function salary(extras: readonly (readonly [Day, number])[], inMonths: readonly string[] = []) {
  const months = Array.from({length: 18}, (_, at) => start + at);
  const all = [
    ...months.map((month) => {
      const pay = month < raised ? 200_000 : 206_000;
      return [dueOn(due, month), inMonths.includes(formatMonth(month)) ? 2 * pay : pay] as const;
    }),
    ...extras,
  ].sort(([a], [b]) => a - b);
  return {days: all.map(([day]) => day), cents: all.map(([, cents]) => cents)};
}

const day = (month: string) => dueOn(due, parseMonth(month));

describe("a salary with a thirteenth and a fourteenth", () => {
  it.each([
    ["in the same payment", salary([], ["2025-06", "2025-12", "2026-06"])],
    [
      "on the same day, of the same amount",
      salary([
        [day("2025-06"), 200_000],
        [day("2025-12"), 200_000],
        [day("2026-06"), 206_000],
      ]),
    ],
    [
      "on the same day, of another amount",
      salary([
        [day("2025-06"), 150_000],
        [day("2025-12"), 150_000],
        [day("2026-06"), 155_000],
      ]),
    ],
    [
      "on a day of its own",
      salary([
        [parseDay("2025-06-13"), 200_000],
        [parseDay("2025-12-12"), 200_000],
        [parseDay("2026-06-15"), 206_000],
      ]),
    ],
  ])("is one monthly contract with three extras and one rise: %s", (_, payments) => {
    const contracts = contractsIn(payments);
    expect(contracts.map(({everyMonths, isSteady}) => [everyMonths, isSteady])).toEqual([
      [1, true],
    ]);
    const [contract] = contracts;
    const {lastCents, rises, nextOn} = standingOf(contract!, parseDay("2026-10-31"));
    expect(lastCents).toBe(206_000);
    expect(rises.map(({fromCents, toCents}) => [fromCents, toCents])).toEqual([[200_000, 206_000]]);
    expect(nextOn).toBe(day("2026-11"));
    const extras = extrasOf(contract!, payments);
    expect(extras.map(({month}) => formatMonth(month))).toEqual(["2025-06", "2025-12", "2026-06"]);
    for (const {share} of extras) expect(Math.abs(share - 0.9)).toBeLessThan(0.16);
  });

  it("is not made of a raise, a cut or a single payment", () => {
    expect(extrasOf(contractsIn(salary([]))[0]!, salary([]))).toEqual([]);
    expect(regularCents([2000, 2000, 2000, 2600, 2600, 2600, 2600])).toEqual([
      2000, 2000, 2000, 2600, 2600, 2600, 2600,
    ]);
    expect(regularCents([100])).toEqual([100]);
    expect(regularCents([])).toEqual([]);
  });
});

describe("expectedExtra(extras, since, month)", () => {
  const extra = (month: string, share = 1) => ({month: parseMonth(month), lag: 2, share});
  const expected = (since: string, month: string, ...months: string[]) =>
    expectedExtra(
      months.map((one) => extra(one)),
      parseMonth(since),
      parseMonth(month),
    );

  it("is what came a year before, in that month only", () => {
    expect(expected("2025-05", "2026-12", "2025-12")).toEqual({lag: 2, share: 1});
    expect(expected("2025-05", "2026-11", "2025-12")).toBeUndefined();
    expect(expected("2025-12", "2026-06", "2025-12")).toBeUndefined();
  });

  it("has to have come in each year, and adds up what came in one month", () => {
    expect(expected("2024-05", "2026-12", "2025-12")).toBeUndefined();
    expect(expected("2024-05", "2026-12", "2024-12", "2025-12")).toEqual({lag: 2, share: 1});
    expect(expected("2025-05", "2026-12", "2025-12", "2025-12")).toEqual({lag: 2, share: 2});
    expect(expected("2024-05", "2026-12", "2024-12")).toBeUndefined();
  });
});
