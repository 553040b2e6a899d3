import {describe, expect, it} from "vitest";
import {type IndicatorName, indicators} from "../../src/index/indicators.js";
import type {IndicatorMonth} from "../../src/index/months.js";
import {chooseFindings, largestHeld, rankFindings} from "../../src/index/ranking.js";
import {findingsText, findingText} from "../../src/index/words.js";
import {leastMonths} from "../../src/lib/evidence/months.js";
import {normal} from "../../src/lib/normal.js";
import {stream} from "../../src/lib/stream.js";

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

describe("findingText(indicator, months, holds)", () => {
  const text = (values: readonly number[], indicator: IndicatorName = "revenue", holds = true) =>
    findingText(indicators[indicator], series(indicator, values), holds);

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

  it("says neither where that may be noise", () => {
    expect(text([100, 80, 100, 100, 90], "revenue", false)).toBe(
      "The revenue of companies moved within chance, to €90 in September 2025.",
    );
  });

  it("names the last month that was as high, if it is half a year back", () => {
    expect(text([200, 90, 90, 90, 90, 90, 90, 150])).toMatch(/, the highest since May 2025\.$/);
    expect(text([90, 90, 200, 90, 90, 90, 90, 150])).toMatch(/€150 in December 2025\.$/);
  });

  it("counts points for shares, and calls what prints the same unchanged", () => {
    expect(text([0.1, 0.1, 0.1, 0.1, 0.125], "saved-of-salary")).toBe(
      "The share of salary that the median main customer saves rose 2.5 percentage points to 12.5% in September 2025, the highest of all 5 months.",
    );
    expect(text([0.1, 0.1, 0.2, 0.034_51, 0.034_9], "saved-of-salary")).toMatch(
      /stayed at 3\.5% in September 2025\.$/,
    );
  });

  it("tells a change through zero as an amount", () => {
    expect(text([5, 5, 5, 2_000_000, -1_000_000], "result")).toMatch(/ fell €3m to −\u2060€1m /);
  });
});

const steady = [100, 101, 104, 105, 108];

describe("rankFindings(rows)", () => {
  it("scores surprise times the root of reach within people, companies or customers", () => {
    const [companies, people] = rankFindings([
      ...series("revenue", [...steady, 150], 20),
      ...series("median-income", [...steady, 150], 25),
      ...series("median-fixed", [100, 100, 100, 100, 100, 100], 100),
    ]);
    expect(companies).toMatchObject({indicator: "revenue", reach: 1, holds: true});
    expect(people).toMatchObject({indicator: "median-income", reach: 0.5, holds: true});
    expect(companies!.score).toBeCloseTo(-Math.log10(companies!.chance), 10);
    expect(people!.score).toBeCloseTo(companies!.score / 2, 10);
  });

  it("takes rows in any order and texts for months", () => {
    const rows = series("revenue", [...steady, 150]);
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
      ...series("payroll", [1, 2, 1, 2, 1, 2]),
    ]);
    expect(ended.map(({indicator}) => indicator)).toEqual(["payroll"]);
  });

  it("is empty for an empty bank", () => expect(rankFindings([])).toEqual([]));

  it("refuses an indicator that no page has words for", () => {
    expect(() => rankFindings(series("moonlight", [1, 2, 3, 4, 5]))).toThrow(
      "unknown indicator: moonlight",
    );
  });
});

describe("series that move by nothing but noise", () => {
  const names = Object.keys(indicators) as IndicatorName[];
  const noise = (trial: number) =>
    names.flatMap((name) => {
      const draw = stream(trial, name);
      return series(
        name,
        Array.from({length: 18}, () => 1000 + 30 * normal(draw)),
      );
    });

  it("make no finding in nine months of ten, and say that they moved within chance", () => {
    const trials = Array.from({length: 100}, (_, trial) => rankFindings(noise(trial)));
    const told = trials.filter((ranked) => chooseFindings(ranked, 3).length > 0);
    expect(told.length).toBeLessThan(15);
    const quiet = trials.find((ranked) => chooseFindings(ranked, 3).length === 0)!;
    for (const {text} of quiet) expect(text).toMatch(/ (moved within chance, to|stayed at) /);
    expect(findingsText(quiet, [])).toBe(
      "Nothing moved beyond chance in October 2026: all of the 14 series that the site watches did what they do in other months.",
    );
  });

  it("do not hide the one that did move", () => {
    const moved = noise(1).map((row) =>
      row.indicator === "revenue" && Number(row.month) === Date.UTC(2026, 9)
        ? {...row, value: 2000}
        : row,
    );
    const chosen = chooseFindings(rankFindings(moved), 3);
    expect(chosen[0]?.text).toMatch(
      /^The revenue of companies rose \d+% to €2,000 in October 2026/,
    );
    expect(findingsText(rankFindings(moved), chosen)).toMatch(
      /^No editor chose this\. Of the 14 series/,
    );
  });
});

describe("largestHeld(chances)", () => {
  it("is the step of Benjamini and Hochberg: the k-th smallest of n at most k/n of one in ten", () => {
    expect(largestHeld([0.9, 0.02, 0.001, 0.3, 0.5])).toBe(0.02);
    expect(largestHeld([0.045, 0.046, 0.05, 0.9])).toBe(0.05); // the third lets the first two through
    expect(largestHeld([0.03, 0.9, 0.9, 0.9])).toBe(-1);
    expect(largestHeld([])).toBe(-1);
  });
});

describe("chooseFindings(ranked, count)", () => {
  it("takes one of each page before a second of any, the highest score first, and none that is noise", () => {
    const ranked = rankFindings([
      ...series("median-income", [...steady, 190]),
      ...series("median-fixed", [...steady, 180]),
      ...series("revenue", [...steady, 170]),
      ...series("savings-balances", [...steady, 160]),
      ...series("headcount", [100, 103, 99, 104, 101, 103]),
    ]);
    const chosen = (count: number) => chooseFindings(ranked, count).map(({indicator}) => indicator);
    expect(chosen(3)).toEqual(["median-income", "revenue", "savings-balances"]);
    expect(chosen(9)).toEqual(["median-income", "median-fixed", "revenue", "savings-balances"]);
  });
});

describe("what moved beyond chance, but for few", () => {
  // a hundredth of the people, so that their reach is a tenth
  const ranked = rankFindings([
    ...series("median-income", [...steady, 190], 1),
    ...series("median-fixed", [100, 103, 99, 104, 101, 103]),
  ]);

  it("scores too little to be told", () => {
    expect(ranked.find(({indicator}) => indicator === "median-income")?.holds).toBe(true);
    expect(chooseFindings(ranked, 3)).toEqual([]);
  });

  it("is counted, so that nobody reads that nothing moved", () => {
    expect(findingsText(ranked, [])).toBe(
      "Nothing of note moved in October 2025: of the two series that the site watches, one moved beyond chance, for few customers.",
    );
  });
});

describe("findingsText(ranked, chosen)", () => {
  it("says how many months a finding needs where there are none", () => {
    expect(findingsText([], [])).toBe(
      "Nothing to compare yet: a finding needs five complete months of data.",
    );
  });

  it("says that there were more than are told", () => {
    const ranked = rankFindings([
      ...series("median-income", [...steady, 190]),
      ...series("median-fixed", [...steady, 180]),
    ]);
    expect(findingsText(ranked, chooseFindings(ranked, 1))).toBe(
      "No editor chose this. Of the two series that the site watches, two moved further in October 2025 than the noise of other months explains, and this stood out most.",
    );
  });
});
