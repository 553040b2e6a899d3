import {setTimeout as sleep} from "node:timers/promises";
import {describe, expect, it} from "vitest";
import {inTurn} from "../../scripts/site/inTurn.js";

describe("inTurn", () => {
  it("returns results in the order of the items, and has so many at work at once", async () => {
    let atWork = 0;
    let most = 0;
    const double = async (item: number) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(10 - item);
      atWork -= 1;
      return item * 2;
    };
    expect(await inTurn([1, 2, 3, 4, 5], double, {atOnce: 2})).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });

  it("begins no other once one has failed, and throws when those that had begun have ended", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      if (item === 2) throw new Error("no two");
      await sleep(20);
      ended.push(item);
    };
    await expect(inTurn([1, 2, 3, 4], work, {atOnce: 2})).rejects.toThrow("no two");
    expect({begun, ended}).toEqual({begun: [1, 2], ended: [1]});
  });
});
