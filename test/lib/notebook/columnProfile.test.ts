import {describe, expect, it} from "vitest";
import {
  type ChartChoice,
  chartText,
  parseChart,
  proposedChart,
  withMark,
} from "../../../src/lib/notebook/chartChoice.js";
import {chartCode} from "../../../src/lib/notebook/chartCode.js";
import {columnProfile} from "../../../src/lib/notebook/columnProfile.js";
import type {Column, ColumnKind, Value} from "../../../src/lib/notebook/columns.js";
import {compareKeys, orderKey} from "../../../src/lib/notebook/valueOrder.js";
import {valueText, writerOf} from "../../../src/lib/notebook/valueText.js";

const column = (name: string, kind: ColumnKind, values: readonly Value[]): Column => ({
  name,
  kind,
  type: kind,
  values,
});
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("columnProfile(column)", () => {
  it("counts what is missing and what differs, and each value falls into one bin", () => {
    const values = [...Array.from({length: 100}, (_, at) => at), null, null];
    const {nullCount, distinctCount, ends, bins} = columnProfile(column("n", "number", values));
    expect([nullCount, distinctCount, ends]).toEqual([2, 100, [0, 99]]);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(100);
    for (const value of values)
      expect(bins.filter((bin) => bin.holds(value))).toHaveLength(value === null ? 0 : 1);
  });

  it("gives few numbers and days a bin each, and texts the most frequent first", () => {
    const days = [day("2025-02-01"), day("2025-01-01"), day("2025-01-01")];
    const {bins} = columnProfile(column("d", "time", days));
    expect(bins.map(({text, count}) => [text, count])).toEqual([
      ["2025-01-01", 2],
      ["2025-02-01", 1],
    ]);
    expect(bins[0]!.holds(day("2025-01-01"))).toBe(true);
    const texts = columnProfile(column("t", "text", ["b", "a", "a", null]));
    expect(texts.bins.map(({text}) => text)).toEqual(["a", "b"]);
  });

  it("says that all is missing", () => {
    expect(columnProfile(column("n", "number", [null]))).toEqual({
      nullCount: 1,
      distinctCount: 0,
      ends: undefined,
      bins: [],
    });
  });
});

describe("valueText(value)", () => {
  it("keeps every digit, and a decimal its places", () => {
    expect([0.0912, -1, null, true, "a"].map(valueText)).toEqual([
      "0.0912",
      "-1",
      "null",
      "true",
      "a",
    ]);
    expect(valueText(day("2025-01-02"))).toBe("2025-01-02");
    expect(valueText(new Date("2025-01-02T10:00:00Z"))).toBe("2025-01-02 10:00:00");
    expect(writerOf({type: "DECIMAL(18,2)"})(12.5)).toBe("12.50");
    expect(writerOf({type: "DOUBLE"})(12.5)).toBe("12.5");
  });

  it("shows no digits of a decimal that the query did not give", () => {
    const write = writerOf({type: "DECIMAL(38,20)"});
    expect(write(0.1)).toBe("0.10000000000000000000");
    expect(write(-1.5e-7)).toBe("-0.00000015000000000000");
    expect(writerOf({type: "DECIMAL(20,0)"})(12)).toBe("12");
  });
});

describe("compareKeys(a, b)", () => {
  const inOrder = (type: string, values: readonly Value[], kind: ColumnKind = "text") => {
    const key = orderKey({kind, type});
    return values.toSorted((a, b) => compareKeys(key(a), key(b)));
  };

  it("ranks what is missing last, either way round, and NaN above all numbers", () => {
    const sorted = (isDescending: boolean) =>
      [2, null, 1].sort((a, b) => compareKeys(a, b, isDescending));
    expect(sorted(false)).toEqual([1, 2, null]);
    expect(sorted(true)).toEqual([2, 1, null]);
    const odd = [Number.NaN, null, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(inOrder("DOUBLE", odd, "number")).toEqual([odd[4], 1, odd[3], Number.NaN, null]);
  });
});

describe("proposedChart(columns)", () => {
  const cities = column("city", "text", ["Berlin", "Rome", "Berlin", "Rome"]);
  const months = column(
    "month",
    "time",
    ["2025-01-01", "2025-01-01", "2025-02-01", "2025-02-01"].map(day),
  );
  const spent = column("spent_eur", "number", [1, 2, 3, 4]);

  it("is bars for names, lines for times, and nothing without a number", () => {
    expect(proposedChart([cities, spent])).toEqual({
      mark: "bars",
      x: "spent_eur",
      y: "city",
      color: undefined,
    });
    expect(proposedChart([months, cities, spent])).toEqual({
      mark: "line",
      x: "month",
      y: "spent_eur",
      color: "city",
    });
    expect(proposedChart([cities, months])).toBeUndefined();
    expect(proposedChart([cities, column("id", "number", [1, 2, 3, 4])])).toBeUndefined();
    expect(proposedChart([])).toBeUndefined();
    // several rows a day and name are no line
    expect(proposedChart([months, spent])).toBeUndefined();
    const many = column(
      "city",
      "text",
      Array.from({length: 20}, (_, at) => `city ${at % 10}`),
    );
    const days = column(
      "day",
      "time",
      many.values.map((_, at) => day(`2025-0${at < 10 ? 1 : 2}-01`)),
    );
    const sums = column(
      "n",
      "number",
      many.values.map((_, at) => at),
    );
    expect(proposedChart([days, many, sums])).toEqual({
      mark: "heatmap",
      x: "day",
      y: "city",
      color: "n",
    });
  });

  it("keeps its columns where another mark takes them", () => {
    const all = [months, cities, spent];
    const line = proposedChart(all)!;
    expect(withMark(line, "bars", all)).toEqual({
      mark: "bars",
      x: "spent_eur",
      y: "month",
      color: undefined,
    });
    expect(withMark(line, "heatmap", all)).toEqual({
      mark: "heatmap",
      x: "month",
      y: "city",
      color: "spent_eur",
    });
    expect(withMark(proposedChart([cities, spent])!, "line", [cities, spent])).toBeUndefined();
  });

  it("is written as one word, and as the code that a page has", () => {
    const choice = {mark: "line", x: "a, b", y: "spent_eur", color: undefined} as const;
    expect(parseChart(chartText(choice))).toEqual(choice);
    const more = {
      mark: "bars",
      x: "a/b",
      y: "c=d",
      color: undefined,
      facet: "e,f/g",
      order: "value",
    };
    expect(parseChart(chartText(more as ChartChoice))).toEqual(more);
    expect(chartCode(more as ChartChoice, "rows")).toContain(
      'facets(inOrder(rows, {key: "a/b", kind: "number"}, true), {',
    );
    expect(parseChart("pie:a,b")).toBeUndefined();
    expect(parseChart("line:%")).toBeUndefined();
    expect(chartCode({...choice, x: "month"}, "queryRows(answer)")).toBe(
      'lineChart(queryRows(answer), {width, x: "month", y: "spent_eur", format: money})',
    );
    // what is longer than a line of the project's code has an option a line
    expect(
      chartCode({...choice, x: "month", color: "side"}, "answer", ["buy", "sell"]),
    ).toBe(`lineChart(answer, {
      width,
      x: "month",
      y: "spent_eur",
      series: "side",
      colors: (d) => color({"buy":"segment-1","sell":"segment-2"}[d]),
      format: money
    })`);
  });
});
