import {describe, expect, it} from "vitest";
import {segmentColor} from "../../../src/components/palette.js";
import {habitDots} from "../../../src/person/lifestyle/habitDots.js";
import type {PersonHabit} from "../../../src/person/lifestyle/profile.js";
import {page} from "../../support/page.js";

const {document} = page();

describe("habitDots(rows, {person, segment})", () => {
  const rows: PersonHabit[] = [
    {
      kind: "Groceries",
      person_share: 0.5,
      segment_share: 0.4,
      everybody_share: 0.3,
      purchase_count: 50,
    },
    {kind: "Health", person_share: 0, segment_share: 0.1, everybody_share: 0.1, purchase_count: 0},
  ];
  const draw = (segment: string | undefined, of = rows) =>
    habitDots(of, {width: 600, document, person: "Ada", segment, segmentColor: segmentColor(0)});

  it("has a dot for the person, a ring for the segment and a stroke for everybody in each row", () => {
    const chart = draw("Diners out");
    expect(chart.querySelectorAll("[aria-label=dot] circle")).toHaveLength(4);
    expect(chart.querySelectorAll("[aria-label=tick] line")).toHaveLength(2);
    expect(chart.textContent).toContain("Diners out");
  });

  it("names each mark with its own shape, below each other where the names are long", () => {
    const keys = (width: number) =>
      [
        ...habitDots(rows, {
          width,
          document,
          person: "Bartholomäus Oberhauser-Lindqvist",
          segment: "Riders and drivers",
          segmentColor: segmentColor(0),
        }).querySelectorAll("text"),
      ]
        .filter((text) => /^[●○❘]/.test(text.textContent ?? ""))
        .map((text) => [
          text.textContent?.slice(0, 1),
          text.parentElement?.getAttribute("transform"),
        ]);
    expect(keys(900).map(([mark]) => mark)).toEqual(["●", "○", "❘"]);
    const rowsOf = (width: number) => new Set(keys(width).map(([, place]) => place?.split(",")[1]));
    expect([rowsOf(900).size, rowsOf(335).size]).toEqual([1, 3]);
  });

  it("does without a segment", () => {
    const chart = draw(
      undefined,
      rows.map((row) => ({...row, segment_share: null})),
    );
    expect(chart.querySelectorAll("[aria-label=dot] circle")).toHaveLength(2);
  });
});
