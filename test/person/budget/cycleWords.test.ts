import {describe, expect, it} from "vitest";
import {cycleDays} from "../../../src/lib/balances/cycles.js";
import {cyclesFinding} from "../../../src/person/budget/cycleWords.js";
import {account, income} from "../../support/payCycle.js";

describe("cyclesFinding(name, days, limit)", () => {
  const finding = (more: number, limit: number) => {
    const own = {...account, balances: account.balances.map((eur) => eur + more)};
    return cyclesFinding("Ada", cycleDays(own, [income]), limit);
  };

  it("names the lowest day, and how far the account then was from its limit", () => {
    expect(finding(0, 50)).toBe(
      "Ada’s account was lowest 30 days after payday: −\u2060€10, €40 above its limit",
    );
    expect(finding(-40, 50)).toMatch(/: −\u2060€50, at its limit$/);
    expect(finding(1000, 50)).toMatch(/after payday: €990$/);
    expect(finding(10, 0)).toMatch(/: €0, at its limit$/);
  });

  it("has words for no whole cycle", () =>
    expect(cyclesFinding("Ada", [], 50)).toBe("Ada has no whole pay cycle to show"));
});
