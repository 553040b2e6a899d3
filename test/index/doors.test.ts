import {describe, expect, it} from "vitest";
import {asOfText} from "../../src/components/freshness.js";
import {checksText, introText, type Provenance} from "../../src/index/doors.js";

const provenance = (tables: Record<string, number>, as_of: string | null = "2026-10-31") =>
  ({as_of, transaction_count: 1204, tables, is_simulated: true}) as unknown as Provenance;

describe("introText(provenance)", () => {
  it("counts people, companies and transactions", () => {
    expect(introText(provenance({individuals: 2500, companies: 1}))).toMatch(
      /^2,500 people, 1 company and 1,204 transactions, all of them invented by a program\. /,
    );
  });

  it("claims nothing of a bank that is not simulated", () => {
    expect(introText({...provenance({individuals: 1}), is_simulated: false})).toMatch(
      /^1 person, no companies and 1,204 transactions\. /,
    );
  });

  it("has words for a bank without companies", () => {
    expect(introText(provenance({individuals: 1}))).toMatch(/^1 person, no companies and /);
  });
});

it("asOfText(provenance) says how far the data go, and nothing of no data", () => {
  expect(asOfText(provenance({}))).toBe("data to 31 October 2026");
  expect(asOfText(provenance({}, null))).toBe("");
});

describe("checksText(rules)", () => {
  const rules = (...counts: number[]) => counts.map((broken_count) => ({broken_count}));

  it("says that all passed, or how many did not", () => {
    expect(checksText(rules(0, 0, 0))).toBe("All 3 checks of the books passed.");
    expect(checksText(rules(0, 4, 0))).toBe("1 of 3 checks of the books failed.");
    expect(checksText(rules(2, 4, 1))).toBe("All 3 checks of the books failed.");
    expect(checksText(rules(2))).toBe("The one check of the books failed.");
  });

  it("says so where none was run", () => {
    expect(checksText([])).toBe("No check of the books has been run yet.");
  });
});
