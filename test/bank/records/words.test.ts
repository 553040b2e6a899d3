import {describe, expect, it} from "vitest";
import {
  activityFinding,
  type LoadRow,
  loadsFinding,
  rulesFinding,
} from "../../../src/bank/records/words.js";

const rule = {rule_number: "1", check_name: "x", rule: "x", broken_count: 0, first_broken: null};

describe("rulesFinding(rules)", () => {
  it("says that all hold, or how many are broken by how many rows", () => {
    expect(rulesFinding([rule, rule])).toBe("All 2 rules hold");
    expect(rulesFinding([rule, {...rule, broken_count: 3}])).toBe(
      "1 of 2 rules are broken, by 3 rows",
    );
    expect(rulesFinding([])).toBe("No rule was tried");
  });
});

describe("loadsFinding(loads)", () => {
  const load: LoadRow = {
    table_name: "users",
    row_count: 5,
    inserted_count: 5,
    updated_count: 0,
    unchanged_count: 0,
    rejected_count: 0,
    pruned_count: 0,
    started_at: "2026-11-01T08:00:00.120Z",
    finished_at: "2026-11-01T08:00:09Z",
    outcome: "loaded",
    note: null,
  };
  const earlier = {...load, started_at: "2026-10-01T08:00:00Z", inserted_count: 100};

  it("speaks of the last run only", () => {
    const cities = {...load, started_at: "2026-11-01T08:00:00.100Z", inserted_count: 2};
    expect(loadsFinding([load, cities, earlier])).toMatch(/^The last load, of .* wrote 7 rows$/);
  });

  it.each([
    ["unchanged", /found nothing to change$/],
    ["running", /has not ended$/],
    ["killed", /was killed and changed nothing$/],
    ["failed", /failed and changed nothing$/],
    ["rejected", /was refused: 4 rows held back$/],
  ])("has words for a run that is %s", (outcome, words) => {
    const row = {...load, outcome, inserted_count: 0, rejected_count: 4};
    expect(loadsFinding([row, earlier])).toMatch(words);
  });

  it("says that CSV files are loaded nowhere", () => {
    expect(loadsFinding([])).toMatch(/^Nothing was loaded/);
  });
});

describe("activityFinding(rows)", () => {
  it("counts what came in, and says when the last was booked", () => {
    const leg = {account_id: "a", category: "groceries", channel: "card", is_inside: false};
    const rows = [
      {...leg, booked_at: "2026-10-31T23:53:08Z", amount_eur: -39.7},
      {...leg, booked_at: "2026-10-31T22:00:00Z", amount_eur: 10},
    ];
    expect(activityFinding(rows)).toMatch(/^Of the last 2 legs, 1 brought money in; .*2026/);
    expect(activityFinding([])).toBe("Nothing was ever booked");
  });
});
