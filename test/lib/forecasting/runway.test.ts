import {describe, expect, it} from "vitest";
import {
  balancePaths,
  isDefaultAlive,
  maybeRunwayMonths,
  runwayBand,
  zeroCash,
} from "../../../src/lib/forecasting/runway.js";

describe("maybeRunwayMonths(balanceCents, netBurnCents)", () => {
  it("divides what is above the floor by the burn", () => {
    expect(maybeRunwayMonths(1200, 100)).toBe(12);
    expect(maybeRunwayMonths(1200, 100, {floorCents: 200})).toBe(10);
  });

  it("is 0 at the floor and below, and undefined without burn", () => {
    expect(maybeRunwayMonths(-50, 100)).toBe(0);
    expect(maybeRunwayMonths(500, 0)).toBeUndefined();
    expect(maybeRunwayMonths(500, -10)).toBeUndefined();
  });
});

it.each([
  [0, "red"],
  [5.99, "red"],
  [6, "amber"],
  [11.99, "amber"],
  [12, "green"],
  [undefined, "no burn"],
] as const)("runwayBand(%s) is %s", (months, band) => {
  expect(runwayBand(months)).toBe(band);
});

it("balancePaths(balanceCents, netPaths) adds the flows up", () => {
  expect(balancePaths(100, [[-30, -30, 50]])).toEqual([Float64Array.of(70, 40, 90)]);
});

describe("zeroCash(balances, start)", () => {
  const start = 2026 * 12 + 10;

  it("says by which month a tenth, a half, nine tenths of the paths have fallen below the floor", () => {
    const balances = [
      [10, -1, -5],
      [10, 5, -2],
      [10, 20, 30],
      [-1, 5, 5],
    ];
    expect(zeroCash(balances, start)).toEqual({
      share: 0.75,
      p10: start,
      p50: start + 1,
      p90: undefined,
    });
  });

  it("does not count a balance on the floor", () => {
    expect(zeroCash([[50]], start, {floorCents: 50}).share).toBe(0);
    expect(zeroCash([[49]], start, {floorCents: 50}).share).toBe(1);
  });

  it("has nothing to say of no paths", () => {
    expect(zeroCash([], start)).toEqual({share: 0, p10: undefined, p50: undefined, p90: undefined});
  });
});

describe("isDefaultAlive(balanceCents, netPaths)", () => {
  it("is true where three months in a row break even before cash runs out", () => {
    expect(isDefaultAlive(100, [[-50, -20, 10, 10, 15]])).toBe(true);
  });

  it("is false where cash runs out first, even if better months follow", () => {
    expect(isDefaultAlive(40, [[-50, -20, 10, 100, 100]])).toBe(false);
  });

  it("is false where neither happens, and for no paths", () => {
    expect(isDefaultAlive(1000, [[-50, -50, -50]])).toBe(false);
    expect(isDefaultAlive(1000, [])).toBe(false);
  });

  it("goes by half of the paths, and by the floor", () => {
    expect(
      isDefaultAlive(100, [
        [1, 1, 1],
        [-1, -1, -1],
      ]),
    ).toBe(true);
    expect(isDefaultAlive(100, [[-1, 5, 5]], {floorCents: 100})).toBe(false);
  });

  it("lets a financing win time, but not count as earned", () => {
    const path = [-50, -50, 10, 20, 30];
    expect(isDefaultAlive(60, [path])).toBe(false);
    expect(isDefaultAlive(60, [path], {financing: {cents: 50, ahead: 2}})).toBe(true);
    expect(isDefaultAlive(60, [path], {financing: {cents: 50, ahead: 3}})).toBe(false);
    expect(isDefaultAlive(60, [[-9, -9, -9, -9]], {financing: {cents: 500, ahead: 1}})).toBe(false);
  });
});
