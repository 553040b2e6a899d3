import {describe, expect, it} from "vitest";
import {type Parameters, planBank} from "../../../scripts/seed/bank.js";
import {parseMonth} from "../../../src/lib/day.js";

const parameters: Parameters = {
  individuals: 1200,
  companies: 20,
  months: 18,
  seed: 42,
  start: parseMonth("2025-05"),
};

/** Euros, as issue 9 and plausibility ask. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  Bicycle: [400, 4_000],
  Car: [4_000, 25_000],
  Holiday: [800, 6_000],
  "Home of our own": [15_000, 80_000],
  "New kitchen": [4_000, 18_000],
  Wedding: [5_000, 25_000],
  Piano: [1_500, 9_000],
};

describe.each([42, 7, 11])("planGoals of seed %i", (seed) => {
  const {goals, people, accounts, holdings} = planBank({...parameters, seed});
  const openingOf = (person: number) =>
    accounts[holdings.ofPerson[person]!.savings]?.openingCents ?? Number.NaN;

  it("asks for what such a thing costs", () => {
    expect(goals.length).toBeGreaterThan(500);
    for (const {person, name, targetCents} of goals) {
      const months = targetCents / (people[person]!.incomeCents * 0.85);
      if (name === "Emergency fund") {
        expect(months).toBeGreaterThan(2.9);
        expect(months).toBeLessThan(6.1);
      } else {
        expect(targetCents).toBeGreaterThanOrEqual(ranges[name]![0] * 100);
        expect(targetCents).toBeLessThanOrEqual(ranges[name]![1] * 100);
      }
    }
    expect(new Set(goals.map(({name}) => name)).size).toBe(8);
  });

  it("is due after its owner joined", () => {
    for (const {person, dueOn} of goals) expect(dueOn).toBeGreaterThan(people[person]!.joinedOn);
  });

  it("is hardly ever held before it is set", () => {
    const held = goals.filter(({person, targetCents}) => openingOf(person) >= targetCents);
    expect(held.length / goals.length).toBeLessThan(0.03);
  });

  it("gives nobody the same goal twice, and tenants alone a home to save for", () => {
    expect(new Set(goals.map(({person, name}) => `${person} ${name}`)).size).toBe(goals.length);
    const homes = goals.filter(({name}) => name === "Home of our own");
    expect(homes.length).toBeGreaterThan(0);
    expect(new Set(homes.map(({person}) => people[person]!.tenure))).toEqual(new Set(["tenant"]));
  });
});
