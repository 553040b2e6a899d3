import {beforeEach, describe, expect, it} from "vitest";
import {segmentColor} from "../../../src/components/palette.js";
import type {PersonDot} from "../../../src/people/lifestyles/people.js";
import {peopleMap} from "../../../src/people/lifestyles/peopleMap.js";
import type {ProfileCell} from "../../../src/people/lifestyles/profile.js";
import {segmentProfile} from "../../../src/people/lifestyles/segmentProfile.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const dots: PersonDot[] = [
  {user_id: "a", segment: "Diners out", experience_share: 0.4, discretionary_to_income: 0.3},
  {user_id: "b", segment: "Diners out", experience_share: 0.5, discretionary_to_income: 0.2},
  {user_id: "c", segment: "Grocery shoppers", experience_share: 0.2, discretionary_to_income: 9},
];
const segments = ["Diners out", "Grocery shoppers"];
const fills = (root: ParentNode) =>
  [...root.querySelectorAll("[aria-label=dot] circle")].map(
    (dot) => dot.getAttribute("fill") ?? dot.parentElement?.getAttribute("fill"),
  );

describe("peopleMap(rows, {width, segments, shown})", () => {
  const draw = (options: Partial<Parameters<typeof peopleMap>[1]> = {}) =>
    peopleMap(dots, {width: 800, segments, document, ...options});

  it("draws a dot a person in the colour of the segment, and names the median of each", () => {
    const chart = draw();
    const [one, two] = [segmentColor(0), segmentColor(1)];
    expect(fills(chart)).toEqual([one, one, two, one, two]);
    expect(texts(chart, "text")).toEqual(expect.arrayContaining(segments));
  });

  it("keeps the others as context where one segment is shown", () => {
    const chart = draw({shown: "Grocery shoppers"});
    expect(fills(chart)).toEqual([
      "var(--context)",
      "var(--context)",
      segmentColor(1),
      segmentColor(1),
    ]);
    expect(texts(chart, "text")).not.toContain("Diners out");
  });

  it("keeps on the upper edge who spends far more than the rest", () => {
    const rows = Array.from({length: 400}, (_, at) => ({...dots[0]!, user_id: `${at}`}));
    const chart = peopleMap([...rows, dots[2]!], {width: 800, segments, document});
    const heights = [...chart.querySelectorAll("[aria-label=dot] circle")].map((dot) =>
      Number(dot.getAttribute("cy")),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(34);
  });

  it("draws people who were not divided, on a narrow page too", () => {
    const rows = dots.map((dot) => ({...dot, segment: ""}));
    const chart = peopleMap(rows, {width: 335, segments: [], document});
    expect(fills(chart)).toEqual(Array(3).fill("var(--context)"));
  });
});

describe("segmentProfile(cells, {width})", () => {
  const cell = (segment: string, segment_number: number | null, share: number): ProfileCell => ({
    segment,
    segment_number,
    kind: "Groceries",
    share,
    everybody_share: 0.2,
    ratio: share / 0.2,
  });
  const cells = [
    cell("Diners out", 0, 0.1),
    cell("Grocery shoppers", 1, 0.4),
    cell("Everybody", null, 0.2),
  ];

  it("colours what is above everybody as gain and below as loss, and leaves everybody plain", () => {
    const chart = segmentProfile(cells, {width: 800, document});
    const [low, high, all] = [...chart.querySelectorAll("[aria-label=cell] rect")].map((rect) =>
      rect.getAttribute("fill"),
    );
    expect([low, high, all]).toEqual([
      expect.stringContaining("--loss"),
      expect.stringContaining("--gain"),
      "var(--paper-sunk)",
    ]);
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["10%", "40%", "20%", "Diners out", "Everybody"]),
    );
  });

  it("leaves the unit to the subtitle where there is little room", () =>
    expect(texts(segmentProfile(cells, {width: 335, document}), "text")).toContain("40"));
});
