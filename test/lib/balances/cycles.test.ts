import {describe, expect, it} from "vitest";
import {cycleDays, cycleStandings, lowPoints, paydaysIn} from "../../../src/lib/balances/cycles.js";
import {dayOf, formatDay} from "../../../src/lib/day.js";
import {account, income, lastDay} from "../../support/payCycle.js";

describe("cycleDays(account, contracts)", () => {
  it("goes from payday to the day before the next, whole cycles only", () => {
    expect(paydaysIn([income], dayOf(2026, 8, 25), lastDay).map(formatDay)).toEqual([
      "2026-09-25",
      "2026-10-25",
    ]);
    const lows = lowPoints(cycleDays(account, [income]));
    expect(
      lows.map(({days_since_payday, balance_eur}) => [days_since_payday, balance_eur]),
    ).toEqual([
      [30, -10],
      [30, -10],
      [29, -9],
    ]);
  });

  it("takes the largest income that still runs, and is empty without one", () => {
    const small = {...income, amount_eur: 10, due: {dayOfMonth: 1, roll: "none"} as const};
    const ended = {...income, amount_eur: 9000, next_on: null};
    expect(cycleDays(account, [small, income, ended])).toEqual(cycleDays(account, [income]));
    expect(cycleDays(account, [ended])).toEqual([]);
  });
});

describe("cycleStandings(accounts, who)", () => {
  it("are none of nobody", () => {
    expect(cycleStandings([], new Set())).toEqual([]);
  });
});
