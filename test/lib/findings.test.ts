import {describe, expect, it} from "vitest";
import {
  chooseFindings,
  findingText,
  type IndicatorMonth,
  leastMonths,
  rankFindings,
  surpriseOf,
} from "../../src/lib/findings.js";
import {indicators} from "../../src/lib/indicators.js";

/** A series from May 2025 on; everyone of 100 is concerned, unless told. */
function series(
  indicator: string,
  values: readonly number[],
  customer_count = 100,
): IndicatorMonth[] {
  return values.map((value, index) => ({
    month: new Date(Date.UTC(2025, 4 + index)),
    indicator,
    value,
    customer_count,
  }));
}

describe("surpriseOf(values)", () => {
  it("is the distance of the last change from the median change in median absolute deviations", () => {
    // Changes 1, 3, 1, 3, then 8. Median of the earlier ones 2, each 1 away: 6 / 1.4826.
    expect(surpriseOf([100, 101, 104, 105, 108, 116])).toBeCloseTo(6 / 1.4826, 10);
  });

  it("is at most 6", () => expect(surpriseOf([100, 101, 104, 105, 108, 900])).toBe(6));

  it("does not make a finding of a flicker in a series that hardly ever moves", () => {
    expect(surpriseOf([1000, 1000, 1000, 1000, 1001])).toBeCloseTo(1 / 5, 10);
  });

  it("is zero for constant, short and empty series", () => {
    expect(surpriseOf([0, 0, 0, 0])).toBe(0);
    expect(surpriseOf([7, 9])).toBe(0);
    expect(surpriseOf([])).toBe(0);
  });
});

describe("findingText(indicator, months)", () => {
  const text = (values: readonly number[], indicator: keyof typeof indicators = "revenue") =>
    findingText(indicators[indicator], series(indicator, values));

  it("says rose, fell and stayed, each with its value and month", () => {
    expect(text([100, 100, 100, 100, 110])).toBe(
      "The revenue of companies rose 10% to €110 in September 2025, the highest of all 5 months.",
    );
    expect(text([100, 80, 100, 100, 90])).toBe(
      "The revenue of companies fell 10% to €90 in September 2025.",
    );
    expect(text([100, 80, 100, 100, 100])).toBe(
      "The revenue of companies stayed at €100 in September 2025.",
    );
  });

  it("names the last month that was as high, if it is half a year back", () => {
    expect(text([200, 90, 90, 90, 90, 90, 90, 150])).toMatch(/, the highest since May 2025\.$/);
    expect(text([90, 90, 200, 90, 90, 90, 90, 150])).toMatch(/€150 in December 2025\.$/);
  });

  it("counts points for shares, and calls what prints the same unchanged", () => {
    expect(text([0.1, 0.1, 0.1, 0.1, 0.125], "savings-rate")).toBe(
      "The savings rate rose 2.5 percentage points to 12.5% in September 2025, the highest of all 5 months.",
    );
    expect(text([0.1, 0.1, 0.2, 0.034_51, 0.034_9], "savings-rate")).toBe(
      "The savings rate stayed at 3.5% in September 2025.",
    );
  });

  it("tells a change through zero as an amount", () => {
    expect(text([5, 5, 5, 2_000_000, -1_000_000], "border-net")).toMatch(/ fell €3m to −€1m /);
  });
});

describe("rankFindings(rows)", () => {
  it("scores surprise times the root of reach within people, companies or customers", () => {
    const [companies, people] = rankFindings([
      ...series("revenue", [100, 101, 104, 105, 108, 116], 20),
      ...series("median-income", [100, 101, 104, 105, 108, 116], 25),
      ...series("median-fixed", [100, 100, 100, 100, 100, 100], 100),
    ]);
    expect(companies).toMatchObject({indicator: "revenue", reach: 1});
    expect(people).toMatchObject({indicator: "median-income", reach: 0.5});
    expect(people!.score).toBeCloseTo(companies!.score / 2, 10);
  });

  it("takes rows in any order and texts for months", () => {
    const rows = series("revenue", [100, 101, 104, 105, 108, 116]);
    const asText = rows
      .map((row) => ({...row, month: (row.month as Date).toISOString()}))
      .reverse();
    expect(rankFindings(asText)[0]?.text).toBe(rankFindings(rows)[0]?.text);
  });

  it("leaves out what is too short or has ended", () => {
    const short = series("revenue", [1, 2, 3, 4]);
    expect(short).toHaveLength(leastMonths - 1);
    expect(rankFindings(short)).toEqual([]);
    const ended = rankFindings([
      ...series("revenue", [1, 2, 1, 2, 1]),
      ...series("balances", [1, 2, 1, 2, 1, 2]),
    ]);
    expect(ended.map(({indicator}) => indicator)).toEqual(["balances"]);
  });

  it("is empty for an empty bank", () => expect(rankFindings([])).toEqual([]));

  it("refuses an indicator that no page has words for", () => {
    expect(() => rankFindings(series("moonlight", [1, 2, 3, 4, 5]))).toThrow(
      "unknown indicator: moonlight",
    );
  });
});

describe("chooseFindings(ranked, count)", () => {
  it("takes one of each page before a second of any, the highest score first", () => {
    const ranked = rankFindings([
      ...series("median-income", [100, 101, 104, 105, 108, 116]),
      ...series("median-fixed", [100, 101, 104, 105, 108, 115]),
      ...series("revenue", [100, 101, 104, 105, 108, 114]),
      ...series("balances", [100, 101, 104, 105, 108, 113]),
    ]);
    const chosen = (count: number) => chooseFindings(ranked, count).map(({indicator}) => indicator);
    expect(chosen(3)).toEqual(["median-income", "revenue", "balances"]);
    expect(chosen(4)).toEqual(["median-income", "median-fixed", "revenue", "balances"]);
  });

  it("tells of balances or of the flow across the border, which moves them, before both", () => {
    const ranked = rankFindings([
      ...series("balances", [100, 101, 104, 105, 108, 116]),
      ...series("border-net", [100, 101, 104, 105, 108, 115]),
      ...series("headcount", [100, 101, 104, 105, 108, 112]),
    ]);
    const chosen = chooseFindings(ranked, 2).map(({indicator}) => indicator);
    expect(chosen).toEqual(["balances", "headcount"]);
  });
});
