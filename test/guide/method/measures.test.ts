import {describe, expect, it} from "vitest";
import {type MeasureValue, measureList} from "../../../src/guide/method/measureList.js";
import {measuresOf, measuresText} from "../../../src/guide/method/words.js";
import {page, texts} from "../../support/page.js";

const {document} = page();

const covered = (value: number | null): MeasureValue => ({
  measure: "months_covered",
  of: "median main customer",
  window: 12,
  as_of: "2026-10-01",
  value,
  customer_count: 3,
});

describe("measureList(rows)", () => {
  it("says the unit of a pace in months, and what one has no value for", () => {
    const today = (value: number | null) =>
      texts(measureList([covered(value)], {document}), "dd")[1];
    expect(today(4.7)).toMatch(
      /^4\.7 months: median main customer, 12 months to October 2026; 3 people\.$/,
    );
    expect(today(1)).toMatch(/^1 month: /);
    expect(today(null)).toBe("Nothing to measure yet.");
  });
});

describe("the measures of one population", () => {
  const values: MeasureValue[] = [
    covered(1),
    {...covered(2), measure: "runway", of: "all companies"},
    {...covered(3), measure: "income"},
  ];

  it("measuresOf(values, population) keeps the order of the values", () => {
    expect(measuresOf(values, "people").map(({measure}) => measure)).toEqual([
      "months_covered",
      "income",
    ]);
    expect(measuresOf(values, "customers")).toEqual([]);
  });

  it("measuresText(values) counts all of them, and those of each", () => {
    expect(measuresText(values)).toBe(
      "3 measures: 2 of people, 1 of companies and 0 of all customers",
    );
  });
});
