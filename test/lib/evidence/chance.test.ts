import {describe, expect, it} from "vitest";
import {isBeyondChance, studentTails} from "../../../src/lib/evidence/chance.js";
import {differenceChance, shiftChance, spreadChance} from "../../../src/lib/evidence/groups.js";
import {lastChangeChance, trendChance} from "../../../src/lib/evidence/months.js";
import {
  countsChance,
  mediansChance,
  sharesChance,
  sumsChance,
} from "../../../src/lib/evidence/summaries.js";
import {middleOf} from "../../../src/lib/middle.js";
import {normal} from "../../../src/lib/normal.js";
import {type Stream, stream} from "../../../src/lib/stream.js";

const draws = (length: number, draw: Stream, at = 0) =>
  Array.from({length}, () => at + normal(draw));
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How often something is called more than chance in so many trials, each with its own draws. */
function alarms(trials: number, chanceOf: (draw: Stream) => number | undefined): number {
  const calls = Array.from({length: trials}, (_, trial) =>
    isBeyondChance(chanceOf(stream(trial, "alarms"))),
  );
  return calls.filter(Boolean).length / trials;
}

describe("studentTails(t, freedom)", () => {
  it.each([
    // Two-sided 5 % and 1 % points of printed tables.
    [12.706, 1, 0.05],
    [4.303, 2, 0.05],
    [3.182, 3, 0.05],
    [2.12, 16, 0.05],
    [2.921, 16, 0.01],
    [1.984, 100, 0.05],
  ])("gives the tails beyond %s with %s degrees of freedom", (t, freedom, tails) => {
    expect(studentTails(t, freedom)).toBeCloseTo(tails, 3);
    expect(studentTails(-t, freedom)).toBeCloseTo(tails, 3);
  });

  it("is 1 at zero, and where nothing is free", () => {
    expect(studentTails(0, 7)).toBe(1);
    expect(studentTails(9, 0)).toBe(1);
  });
});

describe("groups that differ by nothing but noise", () => {
  it("are told apart in no more than about 5 of 100 trials", () => {
    const pair = alarms(300, (draw) =>
      differenceChance(draws(25, draw), draws(40, draw), middleOf),
    );
    const six = (draw: Stream) => Array.from({length: 6}, () => draws(20, draw));
    const spread = alarms(200, (draw) => spreadChance(six(draw), meanOf));
    const shift = alarms(300, (draw) => shiftChance(draws(30, draw)));
    for (const share of [pair, spread, shift]) expect(share).toBeLessThan(0.09);
  });

  it("are told apart where they differ by more", () => {
    const draw = stream(7, "apart");
    const [low, high] = [draws(60, draw), draws(60, draw, 1)];
    expect(differenceChance(low, high, middleOf)).toBeLessThan(0.01);
    expect(spreadChance([low, high], meanOf)).toBe(differenceChance(low, high, meanOf));
    expect(shiftChance(high)).toBeLessThan(0.01);
  });

  it("have no chance where there is nothing to compare", () => {
    expect(differenceChance([], [1, 2], meanOf)).toBeUndefined();
    expect(differenceChance([1], [2], () => undefined)).toBeUndefined();
    expect(spreadChance([[1, 2]], meanOf)).toBeUndefined();
    expect(shiftChance([])).toBeUndefined();
    expect(isBeyondChance(undefined)).toBe(false);
  });

  it("say the same each time", () => {
    const groups = [draws(9, stream(1, "a")), draws(9, stream(1, "b"), 0.7)];
    expect(spreadChance(groups, middleOf)).toBe(spreadChance(groups, middleOf));
  });
});

describe("lastChangeChance(values)", () => {
  const walk = (draw: Stream, length: number) => {
    let at = 1000;
    return draws(length, draw).map((step) => (at += 20 * step));
  };

  it("is below 5 % in no more than about 5 of 100 walks and of flickering series", () => {
    for (const length of [5, 12, 18]) {
      expect(alarms(500, (draw) => lastChangeChance(walk(draw, length)))).toBeLessThan(0.075);
      expect(alarms(500, (draw) => lastChangeChance(draws(length, draw, 100)))).toBeLessThan(0.075);
    }
  });

  it("finds a step, not one that every year brings", () => {
    const months = [3, 0, 1, 2, 0, 3, 1, 2, 0, 1, 3, 1, 2].map((value) => 500 + value);
    expect(lastChangeChance([...months, 540])).toBeLessThan(0.001);
    const yearly = [500, 540, 501, 500, 502, 501, 503, 500, 501, 502, 503, 500, 501, 541];
    expect(isBeyondChance(lastChangeChance(yearly))).toBe(false);
  });

  it("calls no flicker of a still series news, and nothing of what is short", () => {
    expect(lastChangeChance([1000, 1000, 1000, 1000, 1004])).toBeGreaterThan(0.05);
    expect(lastChangeChance([0, 0, 0, 0, 0])).toBe(1);
    expect(lastChangeChance([1, 2, 3, 4])).toBeUndefined();
  });
});

describe("trendChance(values)", () => {
  it("takes no walk and no flicker for a trend more often than 5 of 100 times", () => {
    let at = 0;
    expect(
      alarms(500, (draw) => trendChance(draws(18, draw).map((step) => (at += step)))),
    ).toBeLessThan(0.075);
    expect(alarms(500, (draw) => trendChance(draws(18, draw)))).toBeLessThan(0.02);
  });

  it("takes a steady rise or fall for one", () => {
    expect(trendChance([1, 2, 3, 5, 6, 7, 8])).toBeLessThan(0.001);
    expect(trendChance([5, 4, 3, 2, 1])).toBe(0);
    expect(trendChance([2, 2, 2, 2, 2])).toBe(1);
    expect(trendChance([1, 9])).toBeUndefined();
  });
});

describe("sharesChance(one, other)", () => {
  it("is Fisher's of the lady who tasted tea", () => {
    expect(sharesChance({count: 3, of: 4}, {count: 1, of: 4})).toBeCloseTo(34 / 70, 10);
    expect(sharesChance({count: 4, of: 4}, {count: 0, of: 4})).toBeCloseTo(2 / 70, 10);
  });

  it("tells large shares apart, equal ones not, and nothing of nobody", () => {
    expect(sharesChance({count: 600, of: 1500}, {count: 300, of: 1000})).toBeLessThan(0.001);
    expect(sharesChance({count: 6, of: 20}, {count: 9, of: 30})).toBe(1);
    expect(sharesChance({count: 0, of: 0}, {count: 1, of: 3})).toBeUndefined();
  });
});

describe("countsChance(one, other)", () => {
  it("is the exact test of an even division", () => {
    expect(countsChance(0, 5)).toBeCloseTo(2 / 32, 10);
    expect(countsChance(5, 0)).toBe(countsChance(0, 5));
    expect(countsChance(40, 40)).toBe(1);
    expect(countsChance(0, 0)).toBe(1);
    expect(countsChance(300, 400)).toBeLessThan(0.001);
  });
});

describe("sumsChance(one, other)", () => {
  it("is that of two sums of payments that come at random", () => {
    const sum = (count: number) => ({sum: 10 * count, count});
    expect(sumsChance(sum(100), sum(100))).toBe(1);
    expect(sumsChance(sum(100), sum(110))).toBeGreaterThan(0.3);
    expect(sumsChance(sum(100), sum(200))).toBeLessThan(0.001);
    expect(sumsChance(sum(0), sum(1))).toBeUndefined();
  });
});

describe("mediansChance(one, other)", () => {
  const summary = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)]!;
    return {
      median: middleOf(values),
      lower_quartile: at(0.25),
      upper_quartile: at(0.75),
      count: values.length,
    };
  };

  it("is below 5 % in about 5 of 100 trials where nothing differs", () => {
    const share = alarms(500, (draw) =>
      mediansChance(summary(draws(60, draw)), summary(draws(80, draw))),
    );
    expect(share).toBeLessThan(0.09);
  });

  it("tells medians apart by more than their spread, and says nothing of few", () => {
    const few = {median: 1, lower_quartile: 0, upper_quartile: 2, count: 4};
    const many = {...few, count: 400};
    expect(mediansChance(many, {...many, median: 2})).toBeLessThan(0.001);
    expect(mediansChance(few, many)).toBeUndefined();
  });
});
