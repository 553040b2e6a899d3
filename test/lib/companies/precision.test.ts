import {describe, expect, it} from "vitest";
import {isSameSeason, of100, of100Text, seasonText} from "../../../src/lib/companies/precision.js";

describe("of100(share, futures)", () => {
  it("rounds as far as another draw would move the share", () => {
    expect(of100(0.583, 1000)).toBe(60);
    expect(of100(0.583, 100)).toBe(60);
    expect(of100(0.567, 100)).toBe(60);
    expect(of100(0.012, 1000)).toBe(1);
    expect(of100(0.583, 1e6)).toBe(58);
  });

  it("has words for none, few, some, nearly all and all", () => {
    const texts = [0, 0.001, 0.3, 0.999, 1].map((share) => of100Text(share, 1000));
    expect(texts).toEqual(["none", "hardly any", "about 30 of 100", "nearly all", "all"]);
  });
});

describe("seasonText(month)", () => {
  it("names winter for the year of its January", () => {
    const of = (month: number) => seasonText(2026 * 12 + month - 1);
    expect([1, 2, 3, 5, 6, 8, 9, 11, 12].map(of)).toEqual([
      "winter 2026",
      "winter 2026",
      "spring 2026",
      "spring 2026",
      "summer 2026",
      "summer 2026",
      "autumn 2026",
      "autumn 2026",
      "winter 2027",
    ]);
  });
});

describe("isSameSeason(a, b)", () => {
  it("holds within a season, across the turn of the year too, and not with that of another year", () => {
    const at = (year: number, month: number) => year * 12 + month - 1;
    expect(isSameSeason(at(2026, 12), at(2027, 2))).toBe(true);
    expect(isSameSeason(at(2026, 3), at(2026, 5))).toBe(true);
    expect(isSameSeason(at(2027, 2), at(2027, 3))).toBe(false);
    expect(isSameSeason(at(2026, 4), at(2027, 4))).toBe(false);
  });
});
