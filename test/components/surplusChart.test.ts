import {beforeEach, describe, expect, it} from "vitest";
import {type SurplusOptions, surplusChart} from "../../src/components/surplusChart.js";
import {page, texts} from "../support/page.js";

interface Row {
  readonly day: string;
  readonly worth: number;
  readonly paid: number;
  readonly fund: number | null;
}

const rows: readonly Row[] = [
  {day: "2025-01-01", worth: 100, paid: 100, fund: 100},
  {day: "2025-02-01", worth: 150, paid: 120, fund: 130},
  {day: "2025-03-01", worth: 90, paid: 120, fund: 140},
];

let document: Document;
beforeEach(() => {
  document = page().document;
});

const draw = (given: readonly Row[], options: Partial<SurplusOptions<Row>> = {}) =>
  surplusChart(given, {
    width: 700,
    document,
    x: "day",
    value: {value: "worth", name: "Account"},
    base: {value: "paid", name: "Put in", inSteps: true},
    other: {value: "fund", name: "Fund"},
    ...options,
  });
const linesOf = (chart: ParentNode) =>
  [...chart.querySelectorAll('[aria-label="line"] path')]
    .filter((path) => path.closest("[stroke-width]")) // of the filled room the outline has none
    .map((path) => path.getAttribute("d")!);

describe("surplusChart(rows, options)", () => {
  it("fills what is above the base as a gain, and what is below it as a loss", () => {
    const fills = [...draw(rows).querySelectorAll("[fill-opacity]")].map((area) =>
      area.closest("[fill]")?.getAttribute("fill"),
    );
    expect(fills).toEqual(expect.arrayContaining(["var(--gain)", "var(--loss)"]));
  });

  it("draws the base in steps, the others in slopes", () => {
    const [base, ...others] = linesOf(draw(rows));
    expect(base!.match(/[ML]/g)).toHaveLength(5); // two steps of two points each, and the first
    expect(others.map((line) => line.match(/[ML]/g)!.length)).toEqual([3, 3]);
  });

  it("draws the base in a slope too where a row is no day", () => {
    const [base] = linesOf(draw(rows, {base: {value: "paid", name: "Put in"}}));
    expect(base!.match(/[ML]/g)).toHaveLength(3);
  });

  it("names the lines where they end, or above the chart where it is narrow", () => {
    expect(texts(draw(rows), "text")).toEqual(
      expect.arrayContaining(["Account", "Put in", "Fund"]),
    );
    const narrow = draw(rows, {width: 335});
    expect(texts(narrow, "text")).not.toContain("Account");
    expect(narrow.textContent).toContain("Account");
  });

  it("leaves out a comparison that no row has", () => {
    const alone = draw(rows.map((row) => ({...row, fund: null})));
    expect(linesOf(alone)).toHaveLength(2);
    expect(texts(alone, "text")).not.toContain("Fund");
  });
});
