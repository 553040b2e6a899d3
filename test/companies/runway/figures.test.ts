import {beforeEach, describe, expect, it} from "vitest";
import {riskCards} from "../../../src/companies/runway/cards.js";
import {bandColor} from "../../../src/companies/runway/colors.js";
import {ranking} from "../../../src/companies/runway/ranking.js";
import {textWidth} from "../../../src/components/textWidth.js";
import type {CompanyOutlook} from "../../../src/lib/companies/outlooks.js";
import {mostRanked, paceOfAll} from "../../../src/lib/companies/pacesOfAll.js";
import {money} from "../../../src/lib/format.js";
import {outlook} from "../../support/outlook.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const runway = (runway_months: number | null, index = 0) =>
  outlook({runway_months, user_id: `com-${index}`, dry_share: 0.6});

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
  const draw = (rows: CompanyOutlook[], width = 800) => ranking(rows, {width, document});

  it("draws red below six months, amber below twelve, and no bar without a burn", () => {
    const chart = draw([2, 6, 30, null].map((months, index) => runway(months, index)));
    expect(bars(chart).map((bar) => bar.getAttribute("fill"))).toEqual([
      "var(--loss)",
      "var(--caution)",
      "var(--context)",
      "var(--context)",
    ]);
    const widths = bars(chart).map((bar) => Number(bar.getAttribute("width")));
    expect(widths[1]! / widths[2]!).toBeCloseTo(0.5, 6); // beyond a year a bar is cut
    expect(widths[3]).toBe(0);
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["2 months", "€10", "Dec 2026", "60", "no burn"]),
    );
  });

  it("draws a bar of its own for each", () => {
    const chart = draw(Array.from({length: 25}, (_, index) => runway(1, index)));
    expect(new Set(bars(chart).map((bar) => bar.getAttribute("y"))).size).toBe(25);
  });

  it.each([800, 560, 335])(
    "keeps the length of a long bar before the next column: %i px",
    (width) => {
      const chart = draw([{...runway(11.96), net_burn_eur: 1_234_567}], width);
      const isNarrow = width < 520;
      const label = placeOf(chart, isNarrow ? "12" : "12 months");
      const next = placeOf(chart, isNarrow ? "60" : money(1_234_567));
      expect(label.x + label.width).toBeLessThan(next.x - next.width);
    },
  );

  it("leaves the unit to the axis where there is little room", () =>
    expect(texts(draw([runway(8.25)], 335), "text")).toContain("8.3"));
});

describe("the colours of danger", () => {
  it("are loss, caution and context", () => {
    expect((["red", "amber", "green", "no burn"] as const).map(bandColor)).toEqual([
      "var(--loss)",
      "var(--caution)",
      "var(--context)",
      "var(--context)",
    ]);
  });
});

describe("the cards", () => {
  it("count the companies of each band", () => {
    const cards = riskCards(paceOfAll([runway(0), runway(3), runway(7), runway(null)], 3), {
      document,
    });
    expect(texts(cards, ".card-value")).toEqual(["2", "1", "1", "€30"]);
    expect(texts(cards, ".card-note")[0]).toBe("of 3 with a burn; 1 of the 2 without cash");
    expect(riskCards(paceOfAll([], 3), {document}).children).toHaveLength(0);
  });
});

describe("paceOfAll(rows, trailing)", () => {
  const rows = Array.from({length: 50}, (_, at) => runway(1 + at / 10, at));
  const pace = paceOfAll(rows, 3);

  it("counts all companies, and names the shortest runways", () => {
    expect(pace.endangered_count).toBe(50);
    expect(pace.endangered.map(({user_id}) => user_id)).toEqual(
      rows.slice(0, mostRanked).map(({user_id}) => user_id),
    );
    expect(pace).toMatchObject({burning_count: 50, burn_eur: 500, month_count: 3});
    expect(pace.finding).toMatch(/^50 companies with cash run out within six months/);
  });
});
