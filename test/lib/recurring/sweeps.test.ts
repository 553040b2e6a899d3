import {describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {personContracts} from "../../../src/lib/recurring/people.js";
import {aimAtLevel} from "../../../src/lib/recurring/sweeps.js";

describe("aimAtLevel(payments)", () => {
  const swept = (...before: number[]) => ({before, after: before.map((_, at) => 500 + at)});
  const paid = (...before: number[]) => ({before, after: before.map((cents) => cents - 80)});

  it("tells transfers that end at one balance from payments of one amount", () => {
    expect(aimAtLevel(swept(900, 2500, 1400, 700))).toBe(true);
    expect(aimAtLevel(paid(900, 2500, 1400, 700, 800, 3000))).toBe(false);
  });

  it("needs three, and a clearer sign of few than of many", () => {
    expect(aimAtLevel(swept(900, 2500))).toBe(false);
    const loose = (...before: number[]) => ({
      before,
      after: before.map((_, at) => 500 + 120 * (at % 3)),
    });
    expect(aimAtLevel(loose(900, 2500, 1400, 700, 1900, 1200))).toBe(true);
    expect(aimAtLevel(loose(900, 2500, 1400, 700))).toBe(false);
    expect(aimAtLevel(loose())).toBe(false);
  });
});

describe("personContracts(person, until)", () => {
  it("finds a transfer of what is spare by its days, and the levels that it leaves behind", () => {
    // Pay of 2,000 on the 25th, something bought on the 10th, and on the 26th all but 300 is sent on.
    const legs = [5, 6, 7, 8, 9, 10, 11].flatMap((month, at) => {
      const on = (day: number) => parseDay(`2025-${String(month).padStart(2, "0")}-${day}`);
      const bought = 100 + 37 * ((at * at) % 7);
      return [
        {party: 2, day: on(10), cents: -100 * bought},
        {party: 0, day: on(25), cents: 200_000},
        {party: 1, day: on(26), cents: -200_000 + (at === 0 ? 0 : 100 * bought)},
      ];
    });
    const person = {
      userId: "ind-000001",
      openingCents: 30_000 + 10_000,
      limitCents: 0,
      openedOn: legs[0]!.day,
      closedOn: undefined,
      party: Int32Array.from(legs, ({party}) => party),
      day: Int32Array.from(legs, ({day}) => day),
      cents: Float64Array.from(legs, ({cents}) => cents),
      category: new Int32Array(legs.length),
    };
    const contracts = personContracts(person, legs.at(-1)!.day);
    const spare = contracts.find(({party}) => party === 1);
    expect(spare?.levels).toEqual(Array(4).fill(30_000));
    expect(contracts.find(({party}) => party === 0)?.levels).toEqual([]);
  });
});
