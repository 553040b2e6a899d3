import {expect, it} from "vitest";
import {planBank} from "../../../scripts/seed/bank.js";
import {parseMonth} from "../../../src/lib/day.js";

// one in two thousand is planned to be overdrawn and may not be: a bank of 120 companies rarely has it
it.each([42, 7, 11])("no account of 16,000 companies begins below its limit, seed %i", (seed) => {
  const {accounts} = planBank({
    individuals: 1_000,
    companies: 16_000,
    months: 18,
    seed,
    start: parseMonth("2025-05"),
  });
  const begins = accounts
    .filter(({kind}) => kind === "checking")
    .map(({openingCents}) => openingCents);
  expect(begins.filter((cents) => cents < 0).length).toBeGreaterThan(100);
  const belowLimit = accounts.filter(
    ({openingCents, overdraftCents}) => openingCents < -overdraftCents,
  );
  expect(belowLimit.map(({id}) => id)).toEqual([]);
});
