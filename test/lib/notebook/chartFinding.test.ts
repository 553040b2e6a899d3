import {describe, expect, it} from "vitest";
import {short} from "../../../src/lib/format.js";
import {changeText, mostText} from "../../../src/lib/notebook/chartFinding.js";
import type {Value} from "../../../src/lib/notebook/columns.js";

const instant = (text: string) => new Date(`${text}${text.includes("T") ? "" : "T00:00"}:00Z`);

describe("changeText(rows, {x, y, format})", () => {
  const change = (...path: [time: string, amount: number | null][]) =>
    changeText(
      path.map(([time, amount]) => ({time: instant(time), amount})),
      {x: "time", y: "amount", format: short},
    );

  it("writes months where all times are first days, and days where one is none", () => {
    expect(change(["2025-05-01", 12], ["2025-06-01", 13], ["2026-10-01", 15])).toBe(
      "It rose from 12 to 15, from May 2025 to October 2026",
    );
    expect(change(["2025-12-01", 12], ["2025-12-08", 13], ["2025-12-15", 10])).toBe(
      "It fell from 12 to 10, from 1 December 2025 to 15 December 2025",
    );
    expect(change(["2025-11-17", 12], ["2025-12-01", 12])).toBe(
      "It stayed at 12 from 17 November 2025 to 1 December 2025",
    );
  });

  it("judges by all times, also those between first and last and without a number", () => {
    const days = "from 1 December 2025 to 1 January 2026";
    expect(change(["2025-12-01", 1], ["2025-12-15", 3], ["2026-01-01", 2])).toContain(days);
    expect(change(["2025-12-01", 1], ["2025-12-15", null], ["2026-01-01", 2])).toContain(days);
    expect(change(["2025-12-01", 1], ["2025-12-01T13:00", 2])).toContain(
      "from 2025-12-01 to 2025-12-01 13:00:00",
    );
  });

  it("is one value in a month or on a day, or none", () => {
    expect(change(["2025-12-01", 1])).toBe("It was 1 in December 2025");
    expect(change(["2025-12-01", null], ["2025-12-15", 1])).toBe("It was 1 on 15 December 2025");
    expect(change(["2025-12-01", null])).toBe("No row has a number");
  });
});

describe("mostText(rows, {label, value, format})", () => {
  const most = (...rows: [city: string, amount: Value][]) =>
    mostText(
      rows.map(([city, amount]) => ({city, amount})),
      {label: ["city"], value: "amount", format: short},
    );

  it("names the one that has most", () => {
    expect(most(["Rome", 9], ["Paris", 10], ["Oslo", null])).toBe("Paris has the most: 10");
    expect(most(["Rome", -9], ["Paris", -10])).toBe("Rome has the most: −9");
  });

  it("singles out nobody where all have the same", () => {
    expect(most(["Amsterdam", 10], ["Berlin", 10])).toBe("Both have the same: 10");
    const five = ["Amsterdam", "Berlin", "Cork", "Dublin", "Essen"];
    expect(most(...five.map((city): [string, Value] => [city, 10]))).toBe(
      "All five have the same: 10",
    );
  });

  it("names those that share the most, and counts them where they are many", () => {
    expect(most(["Rome", 10], ["Oslo", 3], ["Paris", 10])).toBe(
      "Rome and Paris share the most: 10",
    );
    expect(most(["Rome", 10], ["Paris", 10], ["Oslo", null])).toBe(
      "Rome and Paris share the most: 10",
    );
    const many = ["A", "B", "C", "D", "E"].map((city): [string, Value] => [city, 10]);
    expect(most(...many, ["F", 3])).toBe("A, B, C and 2 more share the most: 10");
  });

  it("takes sums of the same parts in another order for the same", () =>
    expect(most(["Rome", 0.1 + 0.2], ["Paris", 0.3], ["Oslo", 0])).toBe(
      "Rome and Paris share the most: 0.30",
    ));

  it("keeps the names of a row together, and writes its time as all of them are", () => {
    const rows = (...days: string[]) =>
      days.map((day, at) => ({
        city: ["Rome", "Oslo"][at % 2]!,
        day: instant(day),
        amount: 10 + at,
      }));
    const options = {label: ["city", "day"], value: "amount", format: short};
    expect(mostText(rows("2025-05-01", "2025-06-01"), options)).toBe(
      "Oslo, June 2025, has the most: 11",
    );
    expect(mostText(rows("2025-05-17", "2025-06-01"), options)).toBe(
      "Oslo, 1 June 2025, has the most: 11",
    );
    const even = rows("2025-05-01", "2025-06-01").map((row) => ({...row, amount: 10}));
    expect(mostText([...even, {...even[0]!, amount: 1}], options)).toBe(
      "Rome (May 2025) and Oslo (June 2025) share the most: 10",
    );
  });

  it("says where there is no number", () => {
    expect(most()).toBe("No row has a number");
    expect(most(["Rome", null], ["Oslo", "much"])).toBe("No row has a number");
  });
});
