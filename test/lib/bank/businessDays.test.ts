import {describe, expect, it} from "vitest";
import {
  businessDayFrom,
  businessDayUntil,
  easterSunday,
  isBusinessDay,
} from "../../../src/lib/bank/businessDays.js";
import {formatDay, parseDay, weekdayOf} from "../../../src/lib/day.js";

describe("isBusinessDay(day)", () => {
  it("is closed on the days that TARGET publishes for 2025 and 2026", () => {
    const closed = [];
    for (let day = parseDay("2025-01-01"); day <= parseDay("2026-12-31"); day++) {
      if (weekdayOf(day) <= 5 && !isBusinessDay(day)) closed.push(formatDay(day));
    }
    expect(closed).toEqual([
      "2025-01-01",
      "2025-04-18",
      "2025-04-21",
      "2025-05-01",
      "2025-12-25",
      "2025-12-26",
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-12-25",
    ]);
  });

  it("is closed at weekends", () => {
    expect(isBusinessDay(parseDay("2026-10-31"))).toBe(false);
    expect(isBusinessDay(parseDay("2026-11-01"))).toBe(false);
  });
});

describe("business days around a day", () => {
  it("businessDayFrom(day) steps over a long weekend", () => {
    expect(formatDay(businessDayFrom(parseDay("2025-04-18")))).toBe("2025-04-22");
    expect(formatDay(businessDayFrom(parseDay("2025-04-22")))).toBe("2025-04-22");
  });

  it("businessDayUntil(day) steps back over the turn of the year", () => {
    expect(formatDay(businessDayUntil(parseDay("2026-01-01")))).toBe("2025-12-31");
  });
});

describe("easterSunday(year)", () => {
  it.each([
    [1818, "1818-03-22"],
    [2000, "2000-04-23"],
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
  ])("is right in %i", (year, day) => {
    expect(formatDay(easterSunday(year))).toBe(day);
  });
});
