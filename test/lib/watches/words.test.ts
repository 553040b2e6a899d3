import {describe, expect, it} from "vitest";
import {type ToldWatch, urgentFirst} from "../../../src/lib/watches/told.js";
import {comparedWith, conditionText} from "../../../src/lib/watches/words.js";

describe("conditionText(condition, unit)", () => {
  it("says a threshold and a share in the unit of the values", () => {
    expect(conditionText({kind: "threshold", above: 0}, "count")).toBe("above 0");
    expect(conditionText({kind: "threshold", below: 25_000}, "EUR")).toBe("below €25k");
    expect(conditionText({kind: "share", above: 0.05}, "share")).toBe("above 5.0%");
  });

  it("says a change with its size, its side and what it is compared with", () => {
    const months = (months: number) => ({months});
    expect(
      conditionText({kind: "change", against: months(3), by: "amount", fall: 0.02}, "share"),
    ).toBe("more than 2.0 percentage points below the mean of the three months before");
    expect(
      conditionText({kind: "change", against: "year before", by: "share", rise: 0.05}, "EUR"),
    ).toBe("more than 5% above the same month a year before");
    expect(
      conditionText({kind: "change", against: months(1), by: "amount", rise: 3}, "count"),
    ).toBe("more than 3 above the month before");
  });
});

describe("comparedWith(unit, value, before)", () => {
  it("has words for more, less and the same, and points for shares", () => {
    expect(comparedWith("EUR", 110, 100)).toBe("10.0% more than");
    expect(comparedWith("EUR", 90, 100)).toBe("10.0% less than");
    expect(comparedWith("EUR", 100.01, 100)).toBe("as much as");
    expect(comparedWith("share", 0.067, 0.051)).toBe("1.6 percentage points more than");
    expect(comparedWith("share", 0.05, 0.06)).toBe("1.0 percentage point less than");
    expect(comparedWith("share", 0.05, 0.05)).toBe("as much as");
  });

  it("gives an amount where there was nothing to take a share of", () => {
    expect(comparedWith("EUR", 110, 0)).toBe("€110 more than");
    expect(comparedWith("EUR", -110, -10)).toBe("€100 less than");
    expect(comparedWith("EUR", 0, 0)).toBe("as much as");
  });
});

it("urgentFirst(watches) puts what fires before what is quiet, then by severity, then by name", () => {
  const watch = (name: string, state: ToldWatch["state"], severity: ToldWatch["severity"]) =>
    ({name, state, severity}) as ToldWatch;
  const watches = [
    watch("a", "silent", "critical"),
    watch("b", "quiet", "notice"),
    watch("d", "fires", "notice"),
    watch("c", "fires", "notice"),
    watch("e", "fires", "critical"),
    watch("f", "quiet", "critical"),
  ];
  expect(
    urgentFirst(watches)
      .map(({name}) => name)
      .join(""),
  ).toBe("ecdfba");
});
