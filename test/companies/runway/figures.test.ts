import {beforeEach, describe, expect, it} from "vitest";
import {calendar} from "../../../src/companies/runway/calendar.js";
import {companyCards, riskCards} from "../../../src/companies/runway/cards.js";
import {bandColor, dryColor} from "../../../src/companies/runway/colors.js";
import type {ComingLump} from "../../../src/companies/runway/lumps.js";
import {ranking} from "../../../src/companies/runway/ranking.js";
import {afterRest} from "../../../src/companies/runway/scenarioControls.js";
import {textWidth} from "../../../src/components/textWidth.js";
import type {Runway} from "../../../src/lib/companies/runways.js";
import {runwayBand} from "../../../src/lib/forecasting/runway.js";
import {money} from "../../../src/lib/format.js";
import {page, texts} from "../../support/page.js";

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

/** Where a text of a chart is anchored, in pixels from the left, and how wide it is about. */
function placeOf(chart: ParentNode, text: string): {x: number; width: number} {
  const element = [...chart.querySelectorAll("text")].find((each) => each.textContent === text)!;
  const shift = (part: Element) =>
    Number(/translate\((-?[\d.]+)/.exec(part.getAttribute("transform") ?? "")?.[1] ?? 0);
  return {
    x: shift(element) + shift(element.parentElement!) + Number(element.getAttribute("x") ?? 0),
    width: textWidth(text, 13),
  };
}

describe("ranking(rows, {width})", () => {
  const bars = (root: ParentNode) => [...root.querySelectorAll("[aria-label=bar] rect")];
  const draw = (rows: Runway[], width = 800) => ranking(rows, {width, document});

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

  it.each([800, 560, 335])(
    "keeps the length of a long bar before the next column: %i px",
    (width) => {
      const chart = draw([{...runway(11.96), net_burn_eur: 1_234_567}], width);
      const isNarrow = width < 520;
      const label = placeOf(chart, isNarrow ? "12" : "12 months");
      const next = placeOf(chart, isNarrow ? "Dec 2026" : money(1_234_567));
      expect(label.x + label.width).toBeLessThan(next.x - next.width);
    },
  );

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
    expect(texts(cards, ".card-note")[0]).toBe("of 3 with a burn; 1 of the 2 without cash");
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
    expect(texts(cards, ".card-note")[2]).toBe("earned €5 each month, on average");
    expect(texts(companyCards(runway(4), [month], {document}), ".card-value")[3]).toBe("4 months");
    expect(companyCards(undefined, [], {document}).children).toHaveLength(0);
  });
});

describe("calendar(rows, {width})", () => {
  const due = (category: ComingLump["category"], day: string, amount_eur: number): ComingLump => ({
    category,
    due_on: new Date(`${day}T00:00:00Z`),
    amount_eur,
    seen_count: 3,
  });
  const rows = [
    due("payroll", "2026-11-27", 33_000),
    due("payroll", "2026-12-27", 33_000),
    due("vat", "2027-01-12", 6_061),
  ];

  it("has a row a kind, and a dot a payment with its day and amount, the larger the more", () => {
    const chart = calendar(rows, {width: 800, document});
    const dots = [...chart.querySelectorAll("[aria-label=dot] circle")];
    expect(dots).toHaveLength(3);
    expect(Number(dots[0]!.getAttribute("r"))).toBeGreaterThan(Number(dots[2]!.getAttribute("r")));
    const words = texts(chart, "text");
    expect(words).toEqual(expect.arrayContaining(["Payroll", "VAT", "27 Nov", "12 Jan", "€6,061"]));
    expect(words).not.toContain("Corporate tax");
  });

  it("leaves the days to axis and tooltip where there is little room", () =>
    expect(texts(calendar(rows, {width: 335, document}), "text")).not.toContain("27 Nov"));
});

describe("afterRest(element, notify)", () => {
  it("tells the value at once, then only when it has rested, and stops when told", async () => {
    const element = Object.assign(document.createElement("div"), {value: 1});
    const {Event} = document.defaultView!;
    const heard: number[] = [];
    const stop = afterRest(element, (value) => heard.push(value), {milliseconds: 20});
    const input = (value: number) => {
      element.value = value;
      element.dispatchEvent(new Event("input"));
    };
    input(2);
    input(3);
    expect(heard).toEqual([1]);
    await new Promise((done) => setTimeout(done, 120));
    expect(heard).toEqual([1, 3]);
    input(4);
    stop();
    await new Promise((done) => setTimeout(done, 120));
    expect(heard).toEqual([1, 3]);
  });
});
