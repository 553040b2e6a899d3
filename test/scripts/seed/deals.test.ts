import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dealCompanies, inTrouble} from "../../../scripts/seed/deals.js";
import {industryFacts} from "../../../scripts/seed/industryFacts.js";
import {industries} from "../../../src/lib/bank/schema.js";

const seeds = fc.integer({min: 0, max: 1e6});

describe("dealCompanies(seed, count)", () => {
  it("deals the first companies the same, however many follow", () => {
    fc.assert(
      fc.property(seeds, fc.integer({min: 1, max: 60}), (seed, count) => {
        expect(dealCompanies(seed, count + 70).slice(0, count)).toEqual(dealCompanies(seed, count));
      }),
      {numRuns: 20},
    );
  });

  it("deals each industry its weight in every full deck", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = industries.reduce((sum, name) => sum + industryFacts[name].weight, 0);
        const dealt = dealCompanies(seed, 2 * size).slice(size);
        for (const name of industries) {
          expect(dealt.filter(({industry}) => industry === name)).toHaveLength(
            industryFacts[name].weight,
          );
        }
      }),
      {numRuns: 10},
    );
  });

  it("leaves no industry with more than half of its companies in trouble", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const deals = dealCompanies(seed, 122);
        for (const name of industries) {
          const all = deals.filter(({industry}) => industry === name);
          const bad = all.filter(({earnings, isDoomed}) => isDoomed || earnings < inTrouble);
          expect(bad.length, name).toBeLessThanOrEqual(all.length / 2);
        }
      }),
      {numRuns: 20},
    );
  });
});
