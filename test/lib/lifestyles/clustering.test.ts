import {describe, expect, it} from "vitest";
import {chosenTrial, type Trial} from "../../../src/lib/lifestyles/choice.js";
import {featuresOf, standardised} from "../../../src/lib/lifestyles/features.js";
import {firmness} from "../../../src/lib/lifestyles/firmness.js";
import {type HabitRow, shares, sharesOf} from "../../../src/lib/lifestyles/habits.js";
import {partition} from "../../../src/lib/lifestyles/partition.js";
import {correlation, repeatability} from "../../../src/lib/lifestyles/repeatability.js";
import {partitionsOf} from "../../../src/lib/lifestyles/segments.js";
import {silhouettes} from "../../../src/lib/lifestyles/silhouette.js";
import {stability} from "../../../src/lib/lifestyles/stability.js";
import {toldLabels} from "../../../src/lib/lifestyles/told.js";
import {stream} from "../../../src/lib/stream.js";

/** Islands of points around these centers, the first the largest. */
function islands(centers: readonly (readonly number[])[], spread: number, seed = 1): number[][] {
  const draw = stream(seed, "islands");
  return centers.flatMap((center, at) =>
    Array.from({length: 60 - 10 * at}, () =>
      center.map((value) => value + spread * (draw() - 0.5)),
    ),
  );
}

const three = [
  [0, 0],
  [10, 0],
  [0, 10],
];

describe("shares(amounts)", () => {
  it("are parts of a whole, and 0 where there is none", () => {
    expect(shares([1, 3, 0])).toEqual([0.25, 0.75, 0]);
    expect(shares([0, 0])).toEqual([0, 0]);
  });
});

describe("repeatability(first, second)", () => {
  it("is the correlation of the halves, stepped up to the whole after Spearman and Brown", () => {
    const [a, b] = [
      [1, 2, 3, 4],
      [2, 1, 4, 3],
    ];
    expect(correlation(a, b)).toBeCloseTo(0.6, 12);
    expect(
      repeatability(
        a.map((value) => [value]),
        b.map((value) => [value]),
      )[0],
    ).toBeCloseTo(0.75, 12);
  });

  it("is 0 where the halves disagree or do not vary, and there is none of nobody", () => {
    expect(
      repeatability(
        [
          [1, 5],
          [2, 5],
        ],
        [
          [2, 5],
          [1, 5],
        ],
      ),
    ).toEqual([0, 0]);
    expect(repeatability([], [])).toEqual([]);
  });
});

describe("features", () => {
  it("standardised(rows) has mean 0 and deviation 1, and 0 for what does not vary", () =>
    expect(
      standardised([
        [1, 7],
        [3, 7],
      ]),
    ).toEqual({
      scores: [
        [-1, 0],
        [1, 0],
      ],
      means: [2, 7],
    }));

  it("featuresOf(rows) weighs a kind by the square root of its repeatability, so that chance has no weight", () => {
    // Groceries against restaurants repeats exactly; how recreation falls into the halves is reversed.
    const row = (groceries: number, odd: number, even: number): HabitRow => ({
      user_id: "x",
      odd_counts: [groceries, 10 - groceries, odd, 0, 0, 0, 0, 0, 0, 0],
      even_counts: [groceries, 10 - groceries, even, 0, 0, 0, 0, 0, 0, 0],
      experience_share: 0,
      discretionary_to_income: null,
    });
    const rows = [row(2, 0, 4), row(4, 4, 0), row(6, 0, 4), row(8, 4, 0)];
    const {points, scores, repeat} = featuresOf(rows);
    expect(repeat[0]).toBeGreaterThan(0.8);
    expect(repeat[2]).toBe(0);
    expect(points.map((point) => point[2]!).map(Math.abs)).toEqual([0, 0, 0, 0]);
    expect(points[0]![0]).toBeCloseTo(scores[0]![0]! * Math.sqrt(repeat[0]!), 12);
    expect(sharesOf(rows[0]!).slice(0, 3)).toEqual([4 / 24, 16 / 24, 4 / 24]);
  });
});

describe("partition(points, count)", () => {
  const points = islands(three, 4);

  it("finds islands, the largest first, and the same ones each time", () => {
    const made = partition(points, 3)!;
    expect(made.labels).toEqual([...Array(60).fill(0), ...Array(50).fill(1), ...Array(40).fill(2)]);
    expect(made.centers[1]![0]).toBeCloseTo(10, 0);
    expect(partition(points, 3)).toEqual(made);
  });

  it("does not make more parts than there are different points", () => {
    expect(partition([[1], [1], [2]], 3)).toBeUndefined();
    expect(partition([], 2)).toBeUndefined();
  });
});

describe("partitionsOf(points)", () => {
  const crowd = (count: number, at: number) =>
    Array.from({length: count}, (_, i) => [at + i / 1e3]);

  it("is no division that makes a segment of fewer than ten people", () => {
    const counts = (few: number) =>
      partitionsOf([...crowd(100, 0), ...crowd(few, 1e3)]).map(({count}) => count);
    expect(counts(9)).not.toContain(2);
    expect(counts(10)).toContain(2);
  });

  it("is none of fewer than a hundred", () => expect(partitionsOf(crowd(99, 0))).toEqual([]));
});

describe("silhouettes(points)", () => {
  it("is Rousseeuw's width, worked out by hand", () => {
    // 0 and 1 against 10: widths 1 - 1/10, 1 - 1/9, and 0 for the point alone.
    expect(silhouettes([[0], [1], [10]])([0, 0, 1])).toBeCloseTo((0.9 + 8 / 9 + 0) / 3, 12);
  });

  it("is near 1 for islands, below 0 for labels that cut across them, and thins out thousands", () => {
    const points = islands(three, 1);
    expect(silhouettes(points)(partition(points, 3)!.labels)).toBeGreaterThan(0.9);
    expect(silhouettes(points)(points.map((_, at) => at % 3))).toBeLessThan(0);
    const many = Array.from({length: 5000}, (_, at) => [at % 2]);
    expect(silhouettes(many)(many.map(([value]) => value!))).toBe(1);
    expect(silhouettes([])([])).toBe(0);
  });
});

describe("stability(points, labels, count, draw)", () => {
  const found = (points: number[][], count: number) =>
    stability(points, partition(points, count)!.labels, count, stream(1, "test"));

  it("finds islands again each time", () => {
    const {jaccards, agreement} = found(islands(three, 4), 3);
    expect(jaccards).toEqual([1, 1, 1]);
    expect(agreement).toBe(1);
  });

  it("does not find again what was cut out of one cloud", () => {
    const {jaccards, agreement} = found(islands([[0, 0, 0, 0]], 4, 2), 5);
    expect(Math.min(...jaccards)).toBeLessThan(0.6);
    expect(agreement).toBeLessThan(0.6);
  });

  it.each([
    [1, "highly stable"],
    [0.85, "highly stable"],
    [0.75, "stable"],
    [0.6, "doubtful"],
    [0.59, "not stable"],
  ])("firmness(%d) is %s", (jaccard, word) => expect(firmness(jaccard)).toBe(word));
});

describe("chosenTrial(trials)", () => {
  const trial = (segment_count: number, weakest_jaccard: number): Trial => ({
    segment_count,
    weakest_jaccard,
    silhouette: 0.2,
    agreement: 0.8,
  });

  it("takes the most segments that are all stable", () =>
    expect(chosenTrial([trial(2, 0.95), trial(3, 0.75), trial(4, 0.74)])?.segment_count).toBe(3));

  it("passes over a number that is not stable on the way", () =>
    expect(chosenTrial([trial(2, 0.95), trial(3, 0.5), trial(4, 0.8)])?.segment_count).toBe(4));

  it("takes the one nearest to stable where none is", () =>
    expect(chosenTrial([trial(2, 0.3), trial(3, 0.7), trial(4, 0.6)])?.segment_count).toBe(3));

  it("takes none where none was tried", () => expect(chosenTrial([])).toBeUndefined());
});

describe("toldLabels(rows, labels, kinds)", () => {
  it("learns from one half what it says of the other", () => {
    const row = (groceries: number): HabitRow => ({
      user_id: "x",
      odd_counts: [groceries, 20 - groceries, 0, 0, 0, 0, 0, 0, 0, 0],
      even_counts: Array(10).fill(0),
      experience_share: 0,
      discretionary_to_income: null,
    });
    const rows = [18, 17, 3, 2, 16, 19, 1, 4].map(row);
    expect(toldLabels(rows, [0, 0, 1, 1, 0, 0, 1, 1], 2)).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it("is not told of the half that it places", () => {
    const rows = [18, 3].map((groceries) => ({
      user_id: "x",
      odd_counts: [groceries, 20 - groceries, 0, 0, 0, 0, 0, 0, 0, 0],
      even_counts: Array<number>(10).fill(0),
      experience_share: 0,
      discretionary_to_income: null,
    }));
    expect(toldLabels(rows, [0, 1], 2)).toEqual([1, 0]);
  });
});
