import {beforeEach, describe, expect, it} from "vitest";
import {segmentColor} from "../../../src/components/palette.js";
import {mapOf} from "../../../src/people/lifestyles/mapOfAll.js";
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
const nameOf = async (userId: string) => `Person ${userId}`;
const fills = (root: ParentNode) =>
  [...root.querySelectorAll("[aria-label=dot] circle")].map(
    (dot) => dot.getAttribute("fill") ?? dot.parentElement?.getAttribute("fill"),
  );

describe("peopleMap(rows, {width, segments})", () => {
  const draw = (rows = dots, width = 800) =>
    peopleMap(rows, {width, segments, map: mapOf(rows, segments), nameOf, document});

  it("has a panel a segment: everybody in grey, and its own people in its colour", () => {
    const chart = draw();
    const grey = Array(2 * dots.length).fill("var(--context)");
    const [one, two] = [segmentColor(0), segmentColor(1)];
    expect(fills(chart)).toEqual([...grey, one, one, two]);
    expect(texts(chart, "text")).toEqual(
      expect.arrayContaining(["Diners out (2)", "Grocery shoppers (1)"]),
    );
  });

  it("marks the median person of each segment", () => {
    const dashed = draw().querySelectorAll("[stroke-dasharray] line, line[stroke-dasharray]");
    expect(dashed).toHaveLength(2);
  });

  it("leads from a dot to the person's lifestyle", () =>
    expect(
      [...draw().querySelectorAll("a")].map((link) =>
        (link.getAttribute("href") ?? link.getAttribute("xlink:href"))?.replace(/^.*person/, ""),
      ),
    ).toEqual(["/lifestyle.html?id=a", "/lifestyle.html?id=b", "/lifestyle.html?id=c"]));

  it("shows a part of a large crowd in grey, and everybody in colour", () => {
    const rows = Array.from({length: 1000}, (_, at) => ({...dots[0]!, user_id: `${at}`}));
    const shown = fills(draw(rows));
    expect(shown.filter((fill) => fill === segmentColor(0))).toHaveLength(1000);
    expect(shown.filter((fill) => fill === "var(--context)")).toHaveLength(2 * 250);
  });

  it("keeps on the upper edge who spends far more than the rest", () => {
    const rows = Array.from({length: 400}, (_, at) => ({...dots[0]!, user_id: `${at}`}));
    const chart = draw([...rows, dots[2]!]);
    const heights = [...chart.querySelectorAll("[aria-label=dot] circle")].map((dot) =>
      Number(dot.getAttribute("cy")),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(34);
  });

  it("draws people who were not divided, on a narrow page too", () => {
    const rows = dots.map((dot) => ({...dot, segment: ""}));
    const chart = peopleMap(rows, {
      width: 335,
      segments: [],
      map: mapOf(rows, []),
      nameOf,
      document,
    });
    expect(fills(chart)).toEqual(Array(2 * 3).fill("var(--context)"));
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
