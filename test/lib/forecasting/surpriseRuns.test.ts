import {range} from "d3-array";
import seedrandom from "seedrandom";
import {describe, expect, it} from "vitest";
import type {Trio} from "../../../src/lib/forecasting/cashPaths.js";
import {plainAverage, smooth} from "../../../src/lib/forecasting/dampedTrend.js";
import type {PoolMember} from "../../../src/lib/forecasting/pooledFit.js";
import {surpriseRuns} from "../../../src/lib/forecasting/surpriseRuns.js";

/** A company whose surprises are given from the third month on, the same for all three flows. */
function company(surprises: readonly number[]): Trio<PoolMember> {
  const member: PoolMember = {
    kind: "absolute",
    smoothing: plainAverage,
    state: smooth([0], plainAverage)[0]!,
    scale: 1,
    spread: 1,
    doubt: 1,
    surprises: Float64Array.from([Number.NaN, Number.NaN, ...surprises]),
    adjust: (value) => value,
    restore: (value) => value,
  };
  return [member, member, member];
}

describe("surpriseRuns(companies, starts, isShort)", () => {
  const random = seedrandom("runs");

  it("keeps runs of months in a row, at their place of the quarter", () => {
    // What a month was surprised by is its number: 2 to 23.
    const pool = range(12).map(() => company(range(2, 24)));
    const draw = surpriseRuns(
      pool,
      pool.map(() => 0),
      pool.map(() => []),
    );
    for (const _ of range(50)) {
      const months = draw(0, 12, random).map(([inflow]) => inflow);
      expect(months).toHaveLength(12);
      for (const [h, month] of months.entries()) {
        expect(month % 3).toBe(h % 3);
        if (h % 6 > 0) expect(month - months[h - 1]!).toBe(1);
      }
    }
  });

  it("gives whoever was surprised downwards what came after such months", () => {
    // Each bad month is made good the month after.
    const pool = range(40).map((i) => company(range(22).map((t) => ((t + i) % 2 === 0 ? -1 : 1))));
    const draw = surpriseRuns(
      pool,
      pool.map(() => 0),
      pool.map(() => []),
    );
    for (const i of [0, 1, 2, 3]) {
      const last = pool[i]![2].surprises.at(-1)!;
      for (const _ of range(20)) expect(draw(i, 1, random)[0]![2]).toBe(-last);
    }
  });

  it("gives whoever is short of cash what came after months in which others were", () => {
    // Half of the companies are short in each month, and pay nothing then.
    const pool = range(40).map((i) => company(range(22).map(() => i % 2)));
    const draw = surpriseRuns(
      pool,
      pool.map(() => 0),
      pool.map((_, i) => Array(24).fill(i % 2 === 1)),
    );
    for (const _ of range(20)) expect(draw(1, 1, random)[0]![2]).toBe(1);
  });

  it("draws from companies of three months, too", () => {
    const draw = surpriseRuns([company([0.5])], [7], [[]]);
    expect(draw(0, 3, random)).toEqual(Array(3).fill([0.5, 0.5, 0.5]));
  });
});
