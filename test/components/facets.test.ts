import {describe, expect, it} from "vitest";
import {barChart} from "../../src/components/barChart.js";
import {facets, mostFacets} from "../../src/components/facets.js";
import {lineChart} from "../../src/components/lineChart.js";
import {rankedBars} from "../../src/components/rankedBars.js";
import {page} from "../support/page.js";

const rows = ["person", "company"].flatMap((kind, at) =>
  ["2026-01-01", "2026-02-01", "2026-03-01"].flatMap((month, step) =>
    ["card", "cash"].map((channel) => ({
      kind,
      month: new Date(month),
      channel,
      paid_eur: (at * 9 + 1) * (step + 1) * 10,
    })),
  ),
);

describe("facets(rows, {by, value, chart})", () => {
  const {document} = page();
  const draw = (options: Partial<Parameters<typeof facets<(typeof rows)[number]>>[1]>) => {
    const extents: (readonly number[])[] = [];
    const element = facets(rows, {
      width: 900,
      by: "kind",
      value: "paid_eur",
      document,
      chart: (_, {extent}) => {
        extents.push(extent);
        return document.createElement("svg");
      },
      ...options,
    });
    return {element, extents};
  };

  it("draws one chart a value, in the order of the rows, side by side where there is room", () => {
    const {element} = draw({});
    expect([...element.querySelectorAll("p")].map((p) => p.textContent)).toEqual([
      "person",
      "company",
    ]);
    expect(element.style.gridTemplateColumns).toContain("repeat(2,");
    expect(draw({width: 330}).element.style.gridTemplateColumns).toContain("repeat(1,");
  });

  it("gives all the scale of all, and of stacks their sums", () => {
    expect(draw({}).extents).toEqual([
      [0, 300],
      [0, 300],
    ]);
    expect(draw({at: "month"}).extents[0]).toEqual([0, 600]);
  });

  it.each([
    ["lineChart", lineChart, {x: "month", y: "paid_eur", series: "channel"}],
    ["barChart", barChart, {x: "month", y: "paid_eur", series: "channel"}],
    ["rankedBars", rankedBars, {label: "channel", value: "paid_eur"}],
  ] as const)("%s spans the extent that it is given", (_, chart, options) => {
    const part = rows.slice(0, 2);
    const scaled = (extent: readonly number[]) =>
      (chart as typeof lineChart)(part, {width: 400, document, extent, ...options} as never)
        .outerHTML;
    expect(scaled([0, 100_000])).not.toBe(scaled([]));
  });

  it("says that it is given too many values", () => {
    const by = (_: unknown) => String(seen++);
    let seen = 0;
    const many = Array.from({length: mostFacets + 1}, () => rows[0]!);
    const chart = () => document.createElement("svg");
    expect(() => facets(many, {width: 900, by, value: "paid_eur", chart, document})).toThrow(
      "17 small charts (choose at most 16 values)",
    );
  });
});
