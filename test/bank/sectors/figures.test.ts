import {beforeEach, describe, expect, it} from "vitest";
import {costBars} from "../../../src/bank/sectors/costBars.js";
import {seasonPanels} from "../../../src/bank/sectors/seasonPanels.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});
const options = (width = 800) => ({width, document});
const bars = (root: ParentNode) => [...root.querySelectorAll("[aria-label=bar] rect")];
const number = (element: Element, name: string) => Number(element.getAttribute(name));

describe("costBars(rows, {width})", () => {
  it("keeps what is kept inside of €100 and lets what is overspent run over it", () => {
    const cost = (industry: string, margin_share: number) => ({
      industry,
      company_count: 1,
      revenue_eur: 1,
      operating_share: 0.7 - margin_share,
      payroll_share: 0.2,
      tax_share: 0.1,
      margin_share,
      month_count: 12,
    });
    const chart = costBars([cost("media", -0.05), cost("retail", 0.05)], options());
    expect(texts(chart, "[aria-label='y-axis tick label'] text")).toEqual(["Retail", "Media"]);
    const ends = new Map<string, number>();
    for (const bar of bars(chart)) {
      const y = bar.getAttribute("y")!;
      ends.set(y, Math.max(ends.get(y) ?? 0, number(bar, "x") + number(bar, "width")));
    }
    const [retail, media] = [...ends]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, end]) => end);
    expect(media!).toBeGreaterThan(retail!);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(["€5", "−\u2060€5"]));
  });
});

describe("seasonPanels(rows, {width})", () => {
  const rows = ["retail", "media"].flatMap((industry) =>
    [0.8, 1.3, 0.9].map((mean_share, index) => ({
      month: new Date(Date.UTC(2025, 10 + index)),
      industry,
      revenue_eur: 1,
      mean_revenue_eur: 1,
      month_count: 3,
      mean_share: industry === "retail" ? mean_share * mean_share : mean_share,
    })),
  );

  it("draws one panel an industry and names the highest month of each", () => {
    const chart = seasonPanels(rows, options());
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["Retail", "Media", "Dec 169%", "Dec 130%"]),
    );
    expect(chart.querySelectorAll("[aria-label=line] path")).toHaveLength(2);
  });

  it("draws nothing for an industry without revenue, and does not fail without rows", () => {
    expect(
      seasonPanels(
        rows.map((row) => ({...row, mean_share: null})),
        options(),
      ).querySelectorAll("[aria-label=line] path"),
    ).toHaveLength(0);
    expect(() => seasonPanels([], options())).not.toThrow();
  });
});
