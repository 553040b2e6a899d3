import {beforeEach, describe, expect, it} from "vitest";
import {burnerBars} from "../../../src/bank/sectors/burnerBars.js";
import type {SectorBurner} from "../../../src/bank/sectors/burners.js";
import {costBars} from "../../../src/bank/sectors/costBars.js";
import {driverBars} from "../../../src/bank/sectors/driverBars.js";
import {seasonPanels} from "../../../src/bank/sectors/seasonPanels.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});
const options = (width = 800) => ({width, document});
const bars = (root: ParentNode) => [...root.querySelectorAll("[aria-label=bar] rect")];
const number = (element: Element, name: string) => Number(element.getAttribute(name));

describe("driverBars(rows, {width})", () => {
  const rows = [
    {industry: "media", driver: "revenue", inflow_eur: 100, outflow_eur: 0, net_eur: 100},
    {industry: "retail", driver: "payroll", inflow_eur: 0, outflow_eur: 250, net_eur: -250},
    {industry: "retail", driver: "revenue", inflow_eur: 200, outflow_eur: 0, net_eur: 200},
    {industry: "retail", driver: "bank", inflow_eur: 1, outflow_eur: 2, net_eur: -1},
  ];

  it("puts the largest inflow on top and the net at the end, in the colour of its sign", () => {
    const chart = driverBars(rows, options());
    expect(texts(chart, "[aria-label='y-axis tick label'] text")).toEqual(["Retail", "Media"]);
    const net = [...chart.querySelectorAll("text")].filter(({textContent}) =>
      /^[+−]\u2060€/.test(textContent ?? ""),
    );
    expect(net.map((text) => [text.textContent, text.getAttribute("fill")])).toEqual([
      ["−\u2060€51", "var(--loss)"],
      ["+\u2060€100", "var(--gain)"],
    ]);
  });

  it("draws inflow to the right of zero and outflow to the left", () => {
    const chart = driverBars(rows, options());
    const payroll = bars(chart).find(
      (bar) => number(bar, "width") > 0 && bar.getAttribute("fill") === "var(--group-payroll)",
    )!;
    const revenue = bars(chart).filter(
      (bar) => number(bar, "width") > 0 && bar.getAttribute("fill") === "var(--group-revenue)",
    );
    for (const bar of revenue) {
      expect(number(bar, "x")).toBeGreaterThanOrEqual(
        number(payroll, "x") + number(payroll, "width"),
      );
    }
  });
});

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

describe("burnerBars(rows, {width})", () => {
  const burner = (
    index: number,
    runway_months: number | null,
    net_burn_eur = 1000 - index,
  ): SectorBurner => ({
    user_id: `com-${index}`,
    name: "Same Name GmbH",
    industry: "it_services",
    month_count: 12,
    gross_burn_eur: net_burn_eur,
    net_burn_eur,
    financing_eur: 0,
    closing_balance_eur: 0,
    runway_months,
  });

  it("draws the twelve deepest, each its own bar though names repeat, and nobody who earns", () => {
    const rows = Array.from({length: 14}, (_, index) => burner(index, 3));
    const chart = burnerBars([...rows, burner(99, null, -5)], options());
    expect(new Set(bars(chart).map((bar) => bar.getAttribute("y"))).size).toBe(12);
  });

  it.each([
    [0, "none left", "none"],
    [0.3, "under a month", "< 1 mo."],
    [1.2, "1 month", "1 mo."],
    [17.4, "17 months", "17 mo."],
    [200, "over 5 years", "> 5 yrs"],
  ])("says of a runway of %s months: %s", (months, long, short) => {
    expect(texts(burnerBars([burner(1, months)], options(800)), "text")).toContain(long);
    expect(texts(burnerBars([burner(1, months)], options(335)), "text")).toContain(short);
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
