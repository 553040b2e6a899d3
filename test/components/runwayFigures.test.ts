import {beforeEach, describe, expect, it} from "vitest";
import {companyCards, riskCards} from "../../src/components/runwayCards.js";
import {bandColor, dryColor} from "../../src/components/runwayColors.js";
import {runwayRanking} from "../../src/components/runwayRanking.js";
import type {Runway} from "../../src/lib/runway/companies.js";
import {runwayBand} from "../../src/lib/runway.js";
import {page, texts} from "../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const runway = (runway_months: number | null, index = 0): Runway => ({
  user_id: `com-${index}`,
  name: "Same Name GmbH",
  industry: "it_services",
  closing_balance_eur: 100,
  gross_burn_eur: 50,
  net_burn_eur: runway_months === null ? -5 : 10,
  month_count: 3,
  last_month: new Date("2026-10-01T00:00:00Z"),
  runway_months,
  band: runwayBand(runway_months ?? undefined),
  zero_month: runway_months === null ? null : new Date("2026-12-01T00:00:00Z"),
});

describe("runwayRanking(rows, {width})", () => {
  const bars = (root: ParentNode) => [...root.querySelectorAll("[aria-label=bar] rect")];
  const draw = (rows: Runway[], width = 800) => runwayRanking(rows, {width, document});

  it("draws red below six months and amber below twelve, and nobody who is safe or has nothing", () => {
    const chart = draw([0, 2, 6, 12, null].map((months, index) => runway(months, index)));
    expect(bars(chart).map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--loss)",
      "var(--warning)",
    ]);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(["2 months", "€10", "Dec 2026"]));
  });

  it("draws those without cash where there are no others, twenty at most, each its own bar", () => {
    const chart = draw(Array.from({length: 25}, (_, index) => runway(0, index)));
    expect(new Set(bars(chart).map((bar) => bar.getAttribute("y"))).size).toBe(20);
    expect(texts(chart, "text")).toContain("now");
  });

  it("leaves the unit to the axis where there is little room", () =>
    expect(texts(draw([runway(8.25)], 335), "text")).toContain("8.3"));
});

describe("the colours of danger", () => {
  it("are loss, warning and context", () => {
    expect((["red", "amber", "green", "no burn"] as const).map(bandColor)).toEqual([
      "var(--loss)",
      "var(--warning)",
      "var(--context)",
      "var(--context)",
    ]);
    expect([0.51, 0.5, 0.2].map(dryColor)).toEqual([
      "var(--loss)",
      "var(--warning)",
      "var(--context)",
    ]);
  });
});

describe("the cards", () => {
  it("count the companies of each band", () => {
    const cards = riskCards([runway(0), runway(3), runway(7), runway(null)], {document});
    expect(texts(cards, ".card-value")).toEqual(["2", "1", "1", "€30"]);
    expect(texts(cards, ".card-note")[0]).toBe("1 of them without any cash");
    expect(riskCards([], {document}).children).toHaveLength(0);
  });

  it("say plainly that a company has no burn", () => {
    const month = {
      month: new Date("2026-10-01T00:00:00Z"),
      inflow_eur: 1,
      outflow_eur: 1,
      net_eur: 0,
      financing_eur: 0,
      closing_balance_eur: 100,
    };
    const cards = companyCards(runway(null), [month], {document});
    expect(texts(cards, ".card-value")).toEqual(["€100", "€50", "none", "no burn"]);
    expect(texts(cards, ".card-note")[2]).toBe("earned €5 each month, mean of 3 months");
    expect(texts(companyCards(runway(4), [month], {document}), ".card-value")[3]).toBe("4 months");
    expect(companyCards(undefined, [], {document}).children).toHaveLength(0);
  });
});
