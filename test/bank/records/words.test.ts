import {describe, expect, it} from "vitest";
import {
  failuresFirst,
  type LoadRow,
  loadsFinding,
  recordsText,
  rulesFinding,
} from "../../../src/bank/records/words.js";

const rule = {rule_number: "1", check_name: "x", rule: "x", broken_count: 0, first_broken: null};

describe("rulesFinding(rules)", () => {
  it("says that all pass, or how many fail on how many rows", () => {
    expect(rulesFinding([rule, rule])).toBe("Both checks pass");
    expect(rulesFinding([rule, {...rule, broken_count: 3}])).toBe("1 of 2 checks fails, on 3 rows");
    expect(rulesFinding([])).toBe("No check was run");
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
    expect(loadsFinding([])).toMatch(/^The data come straight from the CSV files/);
  });
});

describe("failuresFirst(rules)", () => {
  it("puts the checks that fail on top and keeps the order of the others", () => {
    const [one, two, three] = ["1", "2", "3"].map((rule_number) => ({...rule, rule_number}));
    const broken = {...three!, broken_count: 1};
    expect(failuresFirst([one!, two!, broken])).toEqual([broken, one, two]);
  });
});

describe("recordsText(rules, loads)", () => {
  it("says whether the checks pass and where the data come from, in sentences", () => {
    expect(recordsText([rule, rule], [])).toMatch(
      /^Both checks pass, on every row, .* first\. The data come straight .*\.$/,
    );
    expect(recordsText([], [])).toMatch(/^No check was run\. The data/);
  });
});
