import {describe, expect, it} from "vitest";
import {type Parameters, planBank} from "../../../scripts/seed/bank.js";
import type {Person} from "../../../scripts/seed/people.js";
import {cities} from "../../../scripts/seed/places.js";
import {lastDayOf, parseMonth} from "../../../src/lib/day.js";

const parameters: Parameters = {
  individuals: 2500,
  companies: 120,
  months: 18,
  seed: 42,
  start: parseMonth("2025-05"),
};
const fewTenants = 30;

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [left, right] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const product = mean(pairs.map(([x, y]) => (x - left) * (y - right)));
  const spread = (values: readonly number[], middle: number) =>
    Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return (
    product /
    spread(
      pairs.map(([x]) => x),
      left,
    ) /
    spread(
      pairs.map(([, y]) => y),
      right,
    )
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe.each([42, 7, 11, 12, 13])("the homes and people of seed %i", (seed) => {
  const {people, accounts, holdings, careers} = planBank({...parameters, seed});
  const tenants = people.filter(({tenure}) => tenure === "tenant");
  const ofSize = [1, 2, 3, 4, 5].map((size) =>
    tenants.filter(({householdSize}) => householdSize === size),
  );

  it("cost what the city costs, for households of one size", () => {
    const large = ofSize.filter(({length}) => length >= fewTenants);
    expect(large.length).toBeGreaterThanOrEqual(3);
    for (const group of large) {
      const pairs = group.map(
        ({homeCents, city}) => [Math.log(homeCents), Math.log(cities[city]!.rentIndex)] as const,
      );
      expect(correlation(pairs)).toBeGreaterThan(0.8);
    }
  });

  it("cost more for more people", () => {
    const level = ({homeCents, city}: Person) => homeCents / cities[city]!.rentIndex;
    const levels = ofSize.slice(0, 4).map((group) => median(group.map(level)));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  it("pay in the order of physician, nurse and office assistant", () => {
    const payOf = (occupation: string) =>
      median(
        careers.flatMap(([first]) =>
          first?.kind === "salary" && first.occupation === occupation ? [first.netCents] : [],
        ),
      );
    expect(payOf("Physician")).toBeGreaterThan(payOf("Nurse"));
    expect(payOf("Nurse")).toBeGreaterThan(payOf("Office assistant"));
  });

  it("let nobody overdraw an account before the age of 18", () => {
    const startYear = 2025;
    for (const {index, birthYear} of people) {
      // Born in the year in which they turn 18: perhaps a minor when the data begin.
      if (startYear - birthYear <= 18)
        expect(accounts[holdings.ofPerson[index]!.checking]!.overdraftCents).toBe(0);
    }
    expect(people.some(({birthYear}) => startYear - birthYear <= 18)).toBe(true);
  });

  it("see people leave and join on different days", () => {
    const leaving = people.flatMap(({leavesOn}) => (leavesOn === undefined ? [] : [leavesOn]));
    expect(new Set(leaving).size / leaving.length).toBeGreaterThan(0.7);
    expect(Math.max(...leaving)).toBeLessThanOrEqual(lastDayOf(parameters.start + 17));
    const firstDay = lastDayOf(parameters.start - 1) + 1;
    const joining = people.map(({joinedOn}) => joinedOn).filter((day) => day >= firstDay);
    expect(new Set(joining).size / joining.length).toBeGreaterThan(0.7);
  });
});
