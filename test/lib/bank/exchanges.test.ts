import {describe, expect, it} from "vitest";
import {
  type ExchangeCode,
  exchanges,
  isExchangeDay,
  maybeSession,
} from "../../../src/lib/bank/exchanges.js";
import {formatDay, parseDay, weekdayOf} from "../../../src/lib/day.js";

/** Weekdays of a year on which an exchange is closed. */
function closedIn(exchange: ExchangeCode, year: number): string[] {
  const closed = [];
  for (let day = parseDay(`${year}-01-01`); day <= parseDay(`${year}-12-31`); day++) {
    if (weekdayOf(day) <= 5 && !isExchangeDay(exchange, day)) closed.push(formatDay(day).slice(5));
  }
  return closed;
}

/** `13:30-20:00`; undefined where it is closed. */
function hoursOf(exchange: ExchangeCode, day: string): string | undefined {
  const session = maybeSession(exchange, parseDay(day));
  const clock = (minutes: number) =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  return session && `${clock(session.opens)}-${clock(session.closes)}`;
}

describe("isExchangeDay(exchange, day)", () => {
  it.each([
    [2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26"],
    [2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25"],
    [2024, "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25"],
    [2025, "01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25"],
    [2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"],
    [2027, "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"],
    [2028, "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25"],
  ])("is closed in New York on the holidays that NYSE published for %i", (year, holidays) => {
    expect(closedIn("XNYS", year)).toEqual(holidays.split(" "));
    expect(closedIn("XNAS", year)).toEqual(holidays.split(" "));
  });

  it.each([
    ["XAMS", 2024, "01-01 03-29 04-01 05-01 12-25 12-26"],
    ["XAMS", 2025, "01-01 04-18 04-21 05-01 12-25 12-26"],
    ["XAMS", 2026, "01-01 04-03 04-06 05-01 12-25"],
    ["XETR", 2024, "01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31"],
    ["XETR", 2025, "01-01 04-18 04-21 05-01 12-24 12-25 12-26 12-31"],
    ["XETR", 2026, "01-01 04-03 04-06 05-01 12-24 12-25 12-31"],
  ] as const)("is closed at %s on the holidays published for %i", (exchange, year, holidays) => {
    expect(closedIn(exchange, year)).toEqual(holidays.split(" "));
  });

  it.each(exchanges)("is closed at %s at weekends", (exchange) => {
    for (let day = parseDay("2025-01-01"); day < parseDay("2026-01-01"); day++) {
      if (weekdayOf(day) > 5) expect(isExchangeDay(exchange, day)).toBe(false);
    }
  });
});

describe("maybeSession(exchange, day)", () => {
  it.each([
    ["XNYS", "2025-07-10", "13:30-20:00"],
    ["XNAS", "2026-01-14", "14:30-21:00"],
    ["XETR", "2025-07-10", "7:00-15:30"],
    ["XETR", "2026-01-14", "8:00-16:30"],
    ["XAMS", "2025-07-10", "7:00-15:30"],
    ["XAMS", "2026-01-14", "8:00-16:30"],
  ] as const)("knows the hours of %s on %s: %s UTC", (exchange, day, hours) => {
    expect(hoursOf(exchange, day)).toBe(hours);
  });

  it("changes with the clocks of each side: the US from 9 March to 2 November 2025, the EU from 30 March to 26 October", () => {
    expect(hoursOf("XNYS", "2025-03-07")).toBe("14:30-21:00");
    expect(hoursOf("XNYS", "2025-03-10")).toBe("13:30-20:00");
    expect(hoursOf("XNYS", "2025-10-31")).toBe("13:30-20:00");
    expect(hoursOf("XNYS", "2025-11-03")).toBe("14:30-21:00");
    expect(hoursOf("XETR", "2025-03-28")).toBe("8:00-16:30");
    expect(hoursOf("XETR", "2025-03-31")).toBe("7:00-15:30");
    expect(hoursOf("XETR", "2025-10-24")).toBe("7:00-15:30");
    expect(hoursOf("XETR", "2025-10-27")).toBe("8:00-16:30");
  });

  it("ends early on half days, which are trading days", () => {
    for (const day of ["2025-07-03", "2025-11-28", "2025-12-24", "2026-11-27", "2026-12-24"]) {
      expect(hoursOf("XNYS", day)).toMatch(/-1[78]:00$/);
    }
    expect(hoursOf("XNYS", "2026-07-02")).toBe("13:30-20:00");
    expect(hoursOf("XAMS", "2025-12-24")).toBe("8:00-13:05");
    expect(hoursOf("XAMS", "2025-12-31")).toBe("8:00-13:05");
  });

  it("is undefined where the exchange is closed", () => {
    expect(hoursOf("XETR", "2025-12-24")).toBeUndefined();
    expect(hoursOf("XNYS", "2025-11-27")).toBeUndefined();
    expect(hoursOf("XAMS", "2025-05-03")).toBeUndefined();
  });
});
