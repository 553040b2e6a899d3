import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  civilOf,
  dayOf,
  firstDayOf,
  formatDay,
  formatInstant,
  formatMonth,
  lastDayOf,
  monthOf,
  parseDay,
  parseInstant,
  parseMonth,
  weekdayOf,
} from "../../src/lib/day.js";

const days = fc.integer({min: -200_000, max: 200_000});

describe("days", () => {
  it("agree with the platform's calendar", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const {year, month, dayOfMonth} = civilOf(day);
        expect([year, month, dayOfMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("are written and read as ISO dates", () => {
    expect(formatDay(0)).toBe("1970-01-01");
    expect(parseDay("2024-02-29")).toBe(dayOf(2024, 2, 29));
    expect(formatDay(parseDay("2025-05-01"))).toBe("2025-05-01");
  });

  it.each(["2025-02-29", "2025-13-01", "2025-5-1", "", "01.05.2025"])("refuse %j", (text) => {
    expect(() => parseDay(text)).toThrow("invalid date");
  });
});

describe("instants", () => {
  it("are written as the platform writes them, and read back", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 4_000_000_000}), (seconds) => {
        const text = formatInstant(seconds);
        expect(text).toBe(new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " "));
        expect(parseInstant(text)).toBe(seconds);
      }),
    );
  });

  it.each(["2025-05-01", "2025-05-01T10:00:00", "2025-05-01 24:00:00", "2025-02-30 10:00:00", ""])(
    "refuse %j",
    (text) => {
      expect(() => parseInstant(text)).toThrow(/invalid (instant|date)/);
    },
  );
});

describe("months", () => {
  it("begin and end on the right days", () => {
    const february = parseMonth("2024-02");
    expect(formatDay(firstDayOf(february))).toBe("2024-02-01");
    expect(formatDay(lastDayOf(february))).toBe("2024-02-29");
    expect(formatMonth(february + 11)).toBe("2025-01");
  });

  it("monthOf(day) lies between its first and last day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(firstDayOf(monthOf(day))).toBeLessThanOrEqual(day);
        expect(lastDayOf(monthOf(day))).toBeGreaterThanOrEqual(day);
      }),
    );
  });

  it.each(["2025-00", "2025-13", "2025", "2025-1"])("parseMonth refuses %j", (text) => {
    expect(() => parseMonth(text)).toThrow("invalid month");
  });
});
