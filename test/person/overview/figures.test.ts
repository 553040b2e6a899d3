import {beforeEach, describe, expect, it} from "vitest";
import type {Goal} from "../../../src/lib/people/goals.js";
import {goalTable, seeAlso} from "../../../src/person/overview/briefFigures.js";
import type {PersonHome} from "../../../src/person/overview/home.js";
import {page} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

const home: PersonHome = {
  user_id: "ind-1",
  kind: ["checking", "brokerage"],
  opened_on: ["2025-01-01", "2025-02-01"],
  overdraft_limit_eur: [0, 0],
  balance_eur: [1, 2],
  first_month: null,
  checking_eur: [],
  savings_eur: [],
  brokerage_eur: [],
};

describe("seeAlso(id, home)", () => {
  it("leads to the portfolio of those who have a brokerage account only", () => {
    const all = seeAlso("ind-1", home, {document});
    expect(all.textContent).toBe("See also: budget, savings, lifestyle, portfolio.");
    expect([...all.querySelectorAll("a")].at(-1)?.getAttribute("href")).toBe(
      "./portfolio?id=ind-1",
    );
    const some = seeAlso("ind-1", {...home, kind: ["checking"]}, {document});
    expect(some.textContent).toBe("See also: budget, savings, lifestyle.");
  });

  it("says nothing of nobody", () =>
    expect(seeAlso("", undefined, {document}).textContent).toBe(""));
});

describe("goalTable(name, goals)", () => {
  const goal: Goal = {
    goal_id: 1,
    user_id: "ind-1",
    person: "Ada",
    goal: "A bicycle",
    target_eur: 900,
    due_on: "2026-12-01",
    balance_eur: 450,
    pace_eur: 50,
    first_month: "2025-01-01",
    reached_month: null,
    state: "on_track",
  };

  it("writes states in words", () =>
    expect(goalTable("Ada", [goal], {document}).textContent).toContain("On track"));

  it("says that there is none", () =>
    expect(goalTable("Ada", [], {document}).textContent).toBe("Ada has set no savings goal."));
});
