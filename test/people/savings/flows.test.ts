import {describe, expect, it} from "vitest";
import {flowsFinding, type SavingsFlow, takersText} from "../../../src/people/savings/flows.js";

const row = (direction: "in" | "out", amount_eur: number, person_count: number): SavingsFlow => ({
  month: new Date("2026-10-01"),
  direction,
  amount_eur,
  person_count,
  saver_count: 50,
});

describe("flowsFinding(rows)", () => {
  const finding = (into: number, out: number, takers: number) =>
    flowsFinding([row("in", into, 40), row("out", -out, takers)]);

  it("says what part of the deposits came back", () => {
    expect(finding(1000, 400, 6)).toBe("Of each €100 that went to savings, €40 came back out");
    expect(
      flowsFinding([row("in", 100, 5), row("out", -50, 4), row("in", 100, 5), row("out", 0, 0)]),
    ).toBe("Of each €100 that went to savings, €25 came back out");
  });

  it("has words for one way only and for none", () => {
    expect(finding(1000, 0, 0)).toBe("€1,000 went to savings, and nothing came back out");
    expect(finding(0, 400, 2)).toBe("Nothing went to savings, and €400 came back out");
    expect(finding(0, 0, 0)).toBe("Nothing moved to savings, and nothing back");
    expect(flowsFinding([])).toBe("Nothing moved to savings, and nothing back");
  });
});

describe("takersText(rows)", () => {
  it("says how many savers took some in the last month, nobody included", () => {
    expect(takersText([row("out", -400, 6)])).toBe("In October 2026 12% of savers took some back.");
    expect(takersText([row("out", -50, 4), row("out", 0, 0)])).toBe(
      "Nobody took any back in October 2026.",
    );
    expect(takersText([row("in", 100, 5)])).toBe("");
  });
});
