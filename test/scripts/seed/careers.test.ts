import {describe, expect, it} from "vitest";
import {type Bank, type Parameters, planBank} from "../../../scripts/seed/bank.js";
import {occupationOf} from "../../../scripts/seed/occupations.js";
import {cities} from "../../../scripts/seed/places.js";
import {parseMonth} from "../../../src/lib/day.js";

const parameters: Parameters = {
  individuals: 1200,
  companies: 60,
  months: 18,
  seed: 42,
  start: parseMonth("2025-05"),
};
const startYear = 2025;
const seeds = [42, 7, 11];

/** The jobs of each person who works, in order of time. */
function jobsOf({people, careers}: Bank) {
  return people
    .map((person) => ({
      person,
      jobs: careers[person.index]!.filter(({kind}) => kind === "salary"),
    }))
    .filter(({jobs}) => jobs.length > 0);
}

describe.each(seeds)("the careers of seed %i", (seed) => {
  const bank = planBank({...parameters, seed});
  const workers = jobsOf(bank);
  const changes = workers.flatMap(({jobs}) =>
    jobs.slice(1).map((job, place) => ({before: jobs[place]!, after: job})),
  );

  it("begin no job before the age at which its training ends", () => {
    for (const {person, jobs} of workers) {
      const age = startYear - person.birthYear;
      expect(age, jobs[0]!.occupation).toBeGreaterThanOrEqual(
        occupationOf(jobs[0]!.occupation).from,
      );
    }
  });

  it("mostly stay in one line of work, and pay moves by no more than changes bring", () => {
    expect(changes.length).toBeGreaterThan(50);
    const same = changes.filter(({before, after}) => before.occupation === after.occupation);
    expect(same.length / changes.length).toBeGreaterThan(0.6);
    for (const {before, after} of changes) {
      const change = after.netCents / before.netCents;
      expect(change).toBeGreaterThan(0.89);
      expect(change).toBeLessThan(1.51);
    }
  });

  it("stay in the country where there is work for most", () => {
    const inside = workers.flatMap(({person, jobs}) =>
      jobs.filter(({company}) => company >= 0).map(({company}) => ({person, company})),
    );
    const abroad = inside.filter(
      ({person, company}) =>
        cities[bank.companies[company]!.city]!.country !== cities[person.city]!.country,
    );
    expect(abroad.length / inside.length).toBeLessThan(0.4);
  });

  it("pay less to those without work than the job before did", () => {
    for (const {person} of workers) {
      const spells = bank.careers[person.index]!;
      spells.forEach((spell, place) => {
        const before = spells[place - 1];
        if (spell.kind === "benefit" && before?.kind === "salary")
          expect(spell.netCents).toBeLessThan(before.netCents);
      });
    }
  });

  it("give each person the usual income of the first job, for those who have one", () => {
    for (const {person, jobs} of workers) expect(person.incomeCents).toBe(jobs[0]!.netCents);
  });
});
