import {describe, expect, it} from "vitest";
import {
  type Measure,
  measureCall,
  measureNames,
  measures,
  measureText,
  ratioOf,
} from "../../../src/lib/measures/measures.js";

const all: readonly (readonly [string, Measure])[] = measureNames.map((name) => [
  name,
  measures[name],
]);

describe("measures", () => {
  it.each(all)("%s has a label, and words and a grain in sentences", (name, measure) => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(measure.label).toMatch(/^[A-Z]/);
    expect(measure.words).toMatch(/^[A-Z].*\.$/);
    expect(measure.grain).toMatch(/^[A-Z].*\.$/);
  });

  it.each(all)("%s reads each of its columns", (_, {columns, sql}) => {
    for (const column of columns) expect(sql).toMatch(new RegExp(`\\b${column}\\b`));
  });

  it("have no two labels alike", () => {
    const labels = all.map(([, {label}]) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("measureText(name, value) writes a value in the unit of the measure", () => {
    expect(measureText("savings_rate", 0.1234)).toBe("12.3%");
    expect(measureText("runway", 4.25)).toBe("4.3");
    expect(measureText("headcount", 1204)).toBe("1,204");
    expect(measureText("income", 1204)).toBe("€1,204");
    expect(measureText("runway", null)).toBe("–");
  });

  it("measureCall(name) is the macro over its columns", () => {
    expect(measureCall("savings_rate")).toBe("bank.savings_rate(saved_eur, income_eur)");
  });
});

describe("ratioOf(name, rows)", () => {
  it("is a ratio of sums, not a mean of ratios", () => {
    const rows = [
      {payroll_eur: 10, revenue_eur: 10},
      {payroll_eur: 0, revenue_eur: 30},
    ];
    expect(ratioOf("payroll_share", rows)).toBe(0.25);
  });

  it("is undefined where there is nothing to divide by", () => {
    expect(ratioOf("cost_per_head", [{payroll_eur: 300, employee_count: 0}])).toBeUndefined();
    expect(ratioOf("savings_rate", [])).toBeUndefined();
  });
});
