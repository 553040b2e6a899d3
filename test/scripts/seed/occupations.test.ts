import {describe, expect, it} from "vitest";
import {industryFacts} from "../../../scripts/seed/industryFacts.js";
import {canChange, experienceFactor, occupationOf} from "../../../scripts/seed/occupations.js";

const ages = Array.from({length: 43}, (_, year) => 22 + year);

describe("occupationOf(title)", () => {
  it("knows every occupation of every industry", () => {
    for (const {occupations} of Object.values(industryFacts))
      for (const title of occupations) expect(occupationOf(title).payCents).toBeGreaterThan(0);
  });

  it("pays in the order of published earnings", () => {
    const order = ["Physician", "Software engineer", "Nurse", "Office assistant", "Waiter"];
    const levels = order.map((title) => occupationOf(title).payCents);
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    expect(new Set(levels).size).toBe(order.length);
  });

  it("refuses a title that the table lacks", () => {
    expect(() => occupationOf("Astronaut")).toThrow("unknown occupation: Astronaut");
    expect(() => occupationOf("toString")).toThrow("unknown occupation: toString");
  });
});

describe("experienceFactor(occupation, age)", () => {
  it.each(["Physician", "Nurse", "Waiter"])("averages about 1 over working ages (%s)", (title) => {
    const kind = {...occupationOf(title), from: 18};
    const mean = ages.reduce((sum, age) => sum + experienceFactor(kind, age), 0) / ages.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.03);
  });

  it("rises with age, ever more slowly, and no more once work ends", () => {
    const kind = occupationOf("Physician");
    const at = (age: number) => experienceFactor(kind, age);
    expect(at(40) - at(30)).toBeGreaterThan(at(60) - at(50));
    expect(at(60)).toBeGreaterThan(at(50));
    expect(at(80)).toBe(at(65));
  });
});

describe("canChange(from, to)", () => {
  it("allows the same work and like work, and nothing that takes a licence or pays far more", () => {
    expect(canChange("Waiter", "Waiter")).toBe(true);
    expect(canChange("Waiter", "Barista")).toBe(true);
    expect(canChange("Waiter", "Electrician")).toBe(false);
    expect(canChange("Lawyer", "Physician")).toBe(false);
  });
});
