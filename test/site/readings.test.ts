import {describe, expect, it} from "vitest";
import {readingFaults, type ShownReading} from "../../scripts/site/readings.js";

const rate: ShownReading = {
  page: "index",
  measure: "savings_rate",
  population: "main customers",
  window: "12",
  asOf: "2026-10",
  value: "0.0962",
  label: "Savings rate, main customers, 12 months to October 2026",
};
const other = {...rate, page: "people/savings"};

describe("readingFaults(readings)", () => {
  it("finds none where each key has one value and each label one key", () => {
    const month = {
      ...other,
      window: "1",
      value: "0.1",
      label: "Savings rate, main customers, October 2026",
    };
    expect(readingFaults([rate, other, {...other, value: "0.0962000001"}, month])).toEqual([]);
  });

  it("finds two values for one key", () => {
    expect(readingFaults([rate, {...other, value: "0.091"}])).toEqual([
      {
        page: "people/savings",
        text: "savings_rate / main customers / 12 / 2026-10: 0.091, but 0.0962 on /index",
      },
    ]);
    expect(readingFaults([rate, {...other, value: ""}])).toHaveLength(1);
  });

  it("finds one label for two keys, and a key that its label does not name", () => {
    const [twice, unnamed] = readingFaults([rate, {...other, population: "all people"}]);
    expect(twice?.page).toBe("people/savings");
    expect(twice?.text).toMatch(/^"Savings rate, main customers, .* on \/index$/);
    expect(unnamed?.text).toMatch(/^savings_rate \/ all people .* not named in /);
    expect(readingFaults([{...rate, label: "Savings rate"}])).toHaveLength(1);
    expect(
      readingFaults([{...rate, label: "Savings rate, main customers, October 2026"}]),
    ).toHaveLength(1);
  });
});
