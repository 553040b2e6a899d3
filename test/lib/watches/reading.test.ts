import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readingsOf} from "../../../src/lib/watches/reading.js";
import type {Condition} from "../../../src/lib/watches/watch.js";

const monthAt = (at: number) =>
  `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;

const months = (values: readonly (number | undefined)[], total?: number) =>
  values.map((value, at) => ({
    month: monthAt(at),
    row: value === undefined ? undefined : {value, total},
  }));

const fired = (condition: Condition, values: readonly (number | undefined)[], total?: number) =>
  readingsOf(condition, months(values, total)).map(({reading, told}) =>
    told === undefined ? "–" : reading.fires ? "fires" : "quiet",
  );

describe("readingsOf(condition, months)", () => {
  it("fires beyond a threshold, not at it, on the side that is watched", () => {
    expect(fired({kind: "threshold", above: 3}, [2, 3, 4])).toEqual(["quiet", "quiet", "fires"]);
    expect(fired({kind: "threshold", below: 3}, [2, 3, 4])).toEqual(["fires", "quiet", "quiet"]);
    expect(fired({kind: "threshold", below: 0}, [-1, 0])).toEqual(["fires", "quiet"]);
  });

  it("holds a share against the total, and says nothing of a share of nothing or less", () => {
    const condition = {kind: "share", above: 0.5} as const;
    expect(fired(condition, [4, 5, 6], 10)).toEqual(["quiet", "quiet", "fires"]);
    expect(fired(condition, [4], 0)).toEqual(["–"]);
    expect(fired(condition, [4], -10)).toEqual(["–"]);
    expect(fired(condition, [4])).toEqual(["–"]);
    const {reading, told} = readingsOf(condition, months([6], 10))[0]!;
    expect(reading).toEqual({month: "2025-01-01", value: 0.6, limit: 0.5, fires: true});
    expect(told).toEqual({
      month: "2025-01-01",
      row: {value: 6, total: 10},
      value: 0.6,
      before: 0.6,
    });
  });

  it("compares with the mean of the months before, and needs all of them", () => {
    const condition = {kind: "change", against: {months: 2}, by: "share", rise: 0.1} as const;
    expect(fired(condition, [10, 10, 11, 12])).toEqual(["–", "–", "quiet", "fires"]);
    expect(fired(condition, [10, undefined, 10, 20, 30])).toEqual(["–", "–", "–", "–", "fires"]);
    const [, , last] = readingsOf(condition, months([8, 12, 15]));
    expect(last).toMatchObject({reading: {value: 15, limit: 11, fires: true}, told: {before: 10}});
  });

  it("compares with the same month of the year before", () => {
    const condition = {kind: "change", against: "year before", by: "share", fall: 0.5} as const;
    const year = Array.from({length: 12}, (_, at) => 10 + at);
    expect(fired(condition, [...year, 4, 6]).slice(11)).toEqual(["–", "fires", "quiet"]);
  });

  it("takes an amount off what was, also below zero, where a share of it would mean nothing", () => {
    const against = {months: 1};
    const byAmount = {kind: "change", against, by: "amount", fall: 1} as const;
    expect(fired(byAmount, [0, -0.5, -2])).toEqual(["–", "quiet", "fires"]);
    expect(fired({kind: "change", against, by: "share", fall: 0.1}, [0, -5, -9])).toEqual([
      "–",
      "–",
      "–",
    ]);
  });

  it("has nothing to say of no months, and of months without a value", () => {
    expect(readingsOf({kind: "threshold", above: 0}, [])).toEqual([]);
    const {reading, told} = readingsOf({kind: "threshold", above: 0}, months([undefined]))[0]!;
    expect(told).toBeUndefined();
    expect(reading).toEqual({month: "2025-01-01", value: null, limit: 0, fires: false});
  });

  it("never changes a month for what comes after it", () => {
    const values = fc.array(fc.option(fc.integer({min: -9, max: 9}), {nil: undefined}), {
      maxLength: 20,
    });
    const conditions: readonly Condition[] = [
      {kind: "threshold", above: 2},
      {kind: "change", against: {months: 3}, by: "amount", rise: 2},
      {kind: "change", against: "year before", by: "share", fall: 0.2},
    ];
    fc.assert(
      fc.property(values, fc.nat(20), fc.constantFrom(...conditions), (all, cut, condition) => {
        const part = all.slice(0, cut);
        expect(readingsOf(condition, months(part))).toEqual(
          readingsOf(condition, months(all)).slice(0, cut),
        );
      }),
    );
  });
});
