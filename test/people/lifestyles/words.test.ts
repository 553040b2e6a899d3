import {describe, expect, it} from "vitest";
import {normal} from "../../../src/lib/normal.js";
import {stream} from "../../../src/lib/stream.js";
import {mapOf, shownLifestyles} from "../../../src/people/lifestyles/mapOfAll.js";
import {dotsOf, mapTop, middles} from "../../../src/people/lifestyles/people.js";
import {profileCells, profileFinding} from "../../../src/people/lifestyles/profile.js";
import {segmentRows} from "../../../src/people/lifestyles/table.js";
import * as words from "../../../src/people/lifestyles/words.js";
import {nobody, published, segment, tenth, undivided} from "../../support/segments.js";

describe("openingText(data)", () => {
  it("tells the largest and the smallest segment", () =>
    expect(words.openingText(published())).toMatch(
      /^By what they buy and how often, 3 main customers fall into two segments: from the diners out, 67% of them, to the grocery shoppers, 33%\./,
    ));

  it("has words for nobody, for one month, and for too few", () => {
    expect(words.openingText({...nobody, month_count: 1})).toBe(
      "No main customer makes 60 purchases in 1 complete month, and from fewer a lifestyle cannot be told.",
    );
    expect(words.openingText(undivided)).toBe(
      "3 main customers buy enough to be judged: too few to be divided into lifestyles, which takes 100.",
    );
  });
});

describe("how far the segments hold", () => {
  it.each([
    [[0.9, 0.8], "Each is found again among half of the people, drawn again and again."],
    [
      [0.9, 0.7],
      "Among half of the people, drawn again and again, the grocery shoppers are not found again reliably.",
    ],
    [[0.7, 0.5], "None of them is found again reliably among half of the people."],
  ])("stabilityText with %j", ([a, b], text) =>
    expect(
      words.stabilityText([
        segment("Diners out", {jaccard: a!}),
        segment("Grocery shoppers", {jaccard: b!}),
      ]),
    ).toBe(text),
  );

  it.each([
    [0.71, "They are far apart."],
    [0.51, "They are well apart."],
    [0.26, "They overlap, but there are gaps between them."],
    [0.25, "But there are no gaps between them"],
  ])("borderText at a silhouette width of %d", (silhouette, text) =>
    expect(
      words.borderText(
        published({trials: [{segment_count: 2, silhouette, weakest_jaccard: 0.9, agreement: 1}]}),
      ),
    ).toContain(text),
  );

  it("leftOutText counts none, one and many", () => {
    const text = (person_count: number) => words.leftOutText(published({person_count}));
    expect(text(3)).toBe("No main customer is left out.");
    expect(text(4)).toMatch(/^1 of them is left out, because that person makes fewer than 60/);
    expect(text(5)).toMatch(/^2 of them are left out, because they make fewer than 60/);
    expect(words.leftOutText(nobody)).toBe("");
  });
});

describe("the findings", () => {
  it("mapFinding: who buys experiences most and least often, as far as medians differ beyond chance", () => {
    const names = ["Diners out", "Grocery shoppers"];
    const dots = (segment: string, share: number) =>
      Array.from({length: 60}, (_, at) => ({
        user_id: `${segment}-${at}`,
        segment,
        experience_share: share + (at - 30) / 1000,
        discretionary_to_income: 0.3,
      }));
    const found = (shares: [number, number]) =>
      words.mapFinding(
        names.flatMap((name, at) => dots(name, shares[at]!)),
        names,
      );
    expect(found([0.4, 0.2])).toBe(
      "Diners out buy experiences most often, grocery shoppers least often",
    );
    expect(found([0.2, 0.4])).toBe(
      "Grocery shoppers buy experiences most often, diners out least often",
    );
    expect(found([0.2, 0.202])).toBe("All segments buy experiences equally often, within chance");
    expect(words.mapFinding([], names)).toBe("Nobody to show");
    expect(words.mapFinding(dotsOf(undivided), [])).toBe(
      "2 people between frugal and experiential",
    );
  });

  it("mapFinding: no ranking of six segments that differ by nothing but noise", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const draw = stream(1, "map");
    const findings = Array.from({length: 40}, () =>
      words.mapFinding(
        names.flatMap((segment) =>
          Array.from({length: 40}, (_, at) => ({
            user_id: `${segment}-${at}`,
            segment,
            experience_share: 0.3 + 0.05 * normal(draw),
            discretionary_to_income: 0.4,
          })),
        ),
        names,
      ),
    );
    const said = findings.filter(
      (text) => text === "All segments buy experiences equally often, within chance",
    );
    expect(said.length).toBeGreaterThan(34);
  });

  it("savingFinding: most and least, alike, one, none", () => {
    const found = (...rates: (number | null)[]) =>
      words.savingFinding(
        rates.map((savings_rate, at) => segment(`S${at}`, {savings_rate, person_count: 40})),
      );
    expect(found(0.05, 0.12)).toBe("S1 save most (12.0% of income), s0 least (5.0%)");
    expect(found(0.1, 0.104)).toBe(
      "The savings of segments differ only within chance: 10.0% to 10.4%",
    );
    expect(found(0.1, 0.118)).toMatch(/^S1 save most/);
    expect(found(0.1, 0.11, 0.11, 0.11, 0.118)).toMatch(/within chance: 10\.0% to 11\.8%$/);
    expect(found(0.1)).toBe("S0 save 10.0% of income");
    expect(found(null)).toBe("No savings to show");
  });

  it("profileFinding: kinds of their own, shared, none", () => {
    const leaning = (...at: number[]) =>
      at.map((habit) => segment("x", {scores: tenth.map((_, place) => (place === habit ? 1 : 0))}));
    expect(profileFinding({segments: leaning(0, 1)})).toBe(
      "Each segment leans to a kind of its own: groceries and restaurants",
    );
    expect(profileFinding({segments: leaning(0, 0)})).toBe("Groceries sets the 2 segments apart");
    expect(profileFinding({segments: [segment("x")]})).toMatch(/^No segment leans/);
    expect(profileFinding({segments: []})).toBe("No segments to show");
  });
});

describe("people", () => {
  it("shownLifestyles keeps a thousand people for the map, and says what it says of all", () => {
    const many = 2500;
    const of = <Value>(value: (at: number) => Value) =>
      Array.from({length: many}, (_, at) => value(at));
    const all = published({
      judged_count: many,
      people: {
        user_id: of((at) => `ind-${at}`),
        experience_share: of((at) => at / many),
        discretionary_to_income: of((at) => (at % 5 === 0 ? null : 0.3)),
        segment: of((at) => at % 2),
        next: of((at) => 1 - (at % 2)),
        depth: of(() => 0.5),
      },
    });
    const shown = shownLifestyles(all);
    const names = all.segments.map(({name}) => name);
    expect(shown.map).toEqual(mapOf(dotsOf(all), names));
    expect(shown.map).toMatchObject({dot_count: 2000, counts: [1000, 1000]});
    const dots = dotsOf(shown);
    expect(dots).toHaveLength(1000);
    expect(dotsOf(all)).toEqual(expect.arrayContaining(dots.slice(0, 20)));
    expect(shown.judged_count).toBe(many);
    expect(dotsOf(shownLifestyles(published()))).toEqual(dotsOf(published()));
    expect(dotsOf(shownLifestyles(undivided))).toEqual(dotsOf(undivided));
  });

  it("dotsOf leaves out who has no income, middles takes medians, mapTop ends at a full tenth", () => {
    const dots = dotsOf(published());
    expect(dots.map(({user_id, segment}) => [user_id, segment])).toEqual([
      ["ind-1", "Diners out"],
      ["ind-3", "Grocery shoppers"],
    ]);
    expect(middles(dots, ["Diners out", "Nobody"])).toEqual([
      {segment: "Diners out", experience_share: 0.4, discretionary_to_income: 0.3},
    ]);
    expect(mapTop(dots)).toBe(0.5);
    expect(mapTop([])).toBe(0.1);
  });

  it("profileCells: ten kinds a segment and everybody, as ratios; and the table", () => {
    const cells = profileCells(
      published({segments: [segment("Diners out", {shares: tenth.map((share) => 2 * share)})]}),
    );
    expect(cells).toHaveLength(20);
    expect(cells[0]).toMatchObject({segment: "Diners out", segment_number: 0, ratio: 2});
    expect(cells.at(-1)).toMatchObject({segment: "Everybody", segment_number: null, ratio: 1});
    expect(profileCells(nobody)).toEqual([]);
    expect(segmentRows(published())[0]).toMatchObject({
      person_share: 2 / 3,
      stability: "highly stable",
    });
  });
});
