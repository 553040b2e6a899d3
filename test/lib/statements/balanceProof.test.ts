import {describe, expect, it} from "vitest";
import {balanceProof} from "../../../src/lib/statements/balanceProof.js";

const one = (count: number) => Array.from({length: count}, () => "");
const rising = ["2024-01-01", "2024-01-02", "2024-01-03"];

describe("balanceProof(amounts, balances, pockets, days)", () => {
  it("holds in the order of the days", () => {
    expect(balanceProof([-1, -2, 5], [99, 97, 102], one(3), rising)).toEqual({
      share: 1,
      stepCount: 2,
      order: "oldest first",
      breaks: [],
      holds: [1, 2],
    });
    expect(balanceProof([5, -2, -1], [102, 97, 99], one(3), [...rising].reverse())).toMatchObject({
      share: 1,
      order: "newest first",
    });
  });

  it("tries both orders where all is of one day", () => {
    const day = ["2024-01-01", "2024-01-01", "2024-01-01"];
    expect(balanceProof([5, -2, -1], [102, 97, 99], one(3), day).order).toBe("newest first");
    expect(balanceProof([-1, -2, 5], [99, 97, 102], one(3), day).order).toBe("oldest first");
  });

  it("does not take inverted amounts of an older balance for proof", () => {
    // the balance before each row: what another bank has, whose rows run the other way with the other sign
    expect(balanceProof([-1, -2, 5], [100, 99, 97], one(3), rising).share).toBe(0);
  });

  it("names the rows that break and those that hold, of which the oldest is neither", () => {
    const proof = balanceProof([-1, -2, 5], [99, 90, 95], one(3), rising);
    expect([proof.breaks, proof.holds]).toEqual([[1], [2]]);
    const back = balanceProof([5, -2, -1], [95, 90, 99], one(3), [...rising].reverse());
    expect([back.breaks, back.holds]).toEqual([[1], [0]]);
  });

  it("adds up what lies between two balances", () => {
    const {share, stepCount} = balanceProof([-1, -2, 5], [99, Number.NaN, 102], one(3), rising);
    expect([share, stepCount]).toEqual([1, 1]);
    const back = balanceProof([5, -2, -1], [102, Number.NaN, 99], one(3), [...rising].reverse());
    expect([back.share, back.stepCount]).toEqual([1, 1]);
  });

  it("keeps the balance of each pocket", () => {
    const pockets = ["EUR", "USD", "EUR"];
    expect(balanceProof([-1, 50, 5], [99, 50, 104], pockets, rising)).toMatchObject({
      share: 1,
      stepCount: 1,
    });
  });

  it("of no step proves nothing", () => {
    expect(balanceProof([], [], [], [])).toMatchObject({share: 0, stepCount: 0});
  });
});
