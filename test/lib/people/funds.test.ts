import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type FundBand,
  fundBandName,
  fundBandOf,
  fundByMonth,
  fundFinding,
  lastBands,
  lastsText,
} from "../../../src/lib/people/funds.js";

const starts = [0, 1, 3, 6, 12];

/** The bands of months, by people from under one month to twelve and more. */
function funds(...months: number[][]): FundBand[] {
  return months.flatMap((people, at) =>
    starts.map((band_from, band) => ({
      month: new Date(Date.UTC(2026, at)),
      band_from,
      person_count: people[band] ?? 0,
      person_total: people.reduce((sum, count) => sum + count, 0),
      median_months: 2.5,
    })),
  );
}

describe("fundFinding(rows)", () => {
  it("gives the median and who has less than a month", () => {
    expect(fundFinding(lastBands(funds([9, 1], [25, 25, 50])))).toBe(
      "The median main customer could last 2.5 months; 25% could not last one",
    );
    expect(fundFinding(funds([0, 5]))).toMatch(/; nobody would run out within one$/);
  });

  it("has words for one person and for nobody", () => {
    expect(fundFinding(funds([0, 1]))).toBe("The one main customer’s money lasts 2.5 months");
    expect(fundFinding([])).toMatch(/^No main customer has been here long enough/);
  });
});

describe("fundByMonth(rows)", () => {
  it("counts three months and more", () => {
    expect(fundByMonth(funds([1, 2, 3, 4, 5]))).toMatchObject([
      {covered_count: 12, person_total: 15, covered_share: 0.8},
    ]);
  });
});

describe("fundBandOf(months)", () => {
  it("finds the band that holds the number, its beginning included", () => {
    expect([0, 0.99, 1, 3, 5.9, 12, 40].map(fundBandOf)).toEqual([0, 0, 1, 3, 3, 12, 12]);
    expect([null, undefined].map(fundBandOf)).toEqual([undefined, undefined]);
    expect(starts.map(fundBandName)).toContain("3 to 6 months");
    expect(starts.map(lastsText)).toEqual([
      "less than a month",
      "1 to 3 months",
      "3 to 6 months",
      "6 to 12 months",
      "a year or more",
    ]);
  });

  it("never begins above the number, and the next band always does", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 100, noNaN: true}), (months) => {
        const from = fundBandOf(months)!;
        const next = starts[starts.indexOf(from) + 1] ?? Number.POSITIVE_INFINITY;
        return from <= months && months < next;
      }),
    );
  });
});
