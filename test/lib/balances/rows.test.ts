import {describe, expect, it} from "vitest";
import {balancePeople, maybeAccount} from "../../../src/lib/balances/rows.js";
import {dayOf} from "../../../src/lib/day.js";

const lastDay = dayOf(2026, 10, 31);

describe("balancePeople(people)", () => {
  const person = {
    userId: "ind-1",
    openingCents: 10_010,
    limitCents: 0,
    openedOn: 0,
    closedOn: undefined,
    party: Int32Array.of(1, 1, 2),
    day: Int32Array.of(lastDay - 9, lastDay - 9, lastDay),
    cents: Float64Array.of(-30, -31, 1_020),
    category: Int32Array.of(0, 0, 0),
    contracts: [],
  };

  it("rounds balances, not movements, and gives each day back", () => {
    const data = balancePeople({people: [person], firstDay: lastDay - 19, lastDay});
    const {balances, balance, other} = maybeAccount(data, "ind-1")!;
    expect(balances).toEqual([...Array(10).fill(100), ...Array(9).fill(99), 110]);
    expect([balance, other.length, other.filter((eur) => eur !== 0).length]).toEqual([110, 20, 2]);
  });

  it("leaves closed accounts out", () => {
    const data = balancePeople({
      people: [{...person, closedOn: lastDay - 1}],
      firstDay: 0,
      lastDay,
    });
    expect(maybeAccount(data, "ind-1")).toBeUndefined();
  });
});
