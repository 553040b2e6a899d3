import {describe, expect, it} from "vitest";
import {heldByDay} from "../../../src/lib/investing/heldByDay.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {casesIn} from "./ledgerTable.js";

const {trades, splits} = casesIn(`# both: two holders
buy 10 @ 10 fee 1
sell 5 @ 10
split 1:2
sell 10 @ 10
`)[0]!;
const first = trades[0]!.day;
const period = {from: first - 1, to: first + 4};

describe("heldByDay(trails, {from, to})", () => {
  it("follows quantity and cost of one position from close to close", () => {
    const {quantityE6, costCents, holderCount} = heldByDay(trails(trades, splits), period);
    expect([...quantityE6]).toEqual([0, 10e6, 5e6, 10e6, 0, 0]);
    expect([...costCents]).toEqual([0, 101_00, 50_50, 50_50, 0, 0]);
    expect([...holderCount]).toEqual([0, 1, 1, 1, 0, 0]);
  });

  it("adds up all holders, and starts with what was held before", () => {
    const other = {...trades[0]!, accountId: "B"};
    const later = {from: first + 1, to: first + 3};
    const {quantityE6, holderCount} = heldByDay(trails([...trades, other], splits), later);
    expect([...quantityE6]).toEqual([15e6, 30e6, 20e6]);
    expect([...holderCount]).toEqual([2, 2, 1]);
  });

  it("has the last word of a day with several trades", () => {
    const sameDay = trades.slice(0, 2).map((trade) => ({...trade, day: first}));
    const {quantityE6} = heldByDay(trails(sameDay, []), {from: first, to: first});
    expect([...quantityE6]).toEqual([5e6]);
  });

  it("refuses shares of different symbols, and is zero for none", () => {
    const mixed = trails([trades[0]!, {...trades[0]!, symbol: "Y"}], []);
    expect(() => heldByDay(mixed, period)).toThrow("do not add up: Y");
    expect([...heldByDay([], {from: 1, to: 2}).quantityE6]).toEqual([0, 0]);
  });
});
