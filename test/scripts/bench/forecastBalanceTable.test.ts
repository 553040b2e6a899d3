import {describe, expect, it} from "vitest";
import {
  balanceMisses,
  balanceTable,
  isBalanceMissed,
} from "../../../scripts/bench/forecastBalanceTable.js";
import type {BalanceAccuracy, BalanceMethod} from "../../../src/lib/forecasting/forecast.js";

const row = (
  method: BalanceMethod,
  ahead: number,
  change: Partial<BalanceAccuracy> = {},
): BalanceAccuracy => ({
  method,
  ahead,
  origins: [24],
  forecasts: 120,
  coverage80: method === "mean" ? Number.NaN : 0.8,
  error: method === "forecast" ? 0.5 : 0.6,
  errorCents: 100_00,
  lead: 0,
  leadNoise: 0,
  withCash: 100,
  dryExpected: 20,
  dryActual: 19,
  brier: method === "forecast" ? 0.08 : 0.1,
  ...change,
});
const rows = (change: Partial<BalanceAccuracy> = {}) =>
  [3, 6, 12].flatMap((ahead) => [
    row("forecast", ahead, change),
    row("bootstrap", ahead),
    row("mean", ahead),
  ]);

describe("balanceTable(rows)", () => {
  it("has a row a horizon and method, and says that all targets are met", () => {
    const lines = balanceTable(rows());
    expect(lines).toHaveLength(12);
    expect(lines[2]).toMatch(/^3 +this forecast +80\.0 +0\.500 +100 +20\.0 +19 +100 +0\.0800 +ok$/);
    expect(lines.at(-1)).toBe("the balance meets its targets");
    expect(isBalanceMissed(rows())).toBe(false);
  });

  it.each([
    [{coverage80: 0.74}, 3, ["80 % band too narrow"]],
    [{coverage80: 0.86}, 6, ["80 % band too wide"]],
    [{dryExpected: 25}, 12, ["expects the wrong number of dry companies"]],
    [
      {brier: 0.1},
      12,
      ["Brier not below bootstrap of 12 months", "Brier not below mean of 12 months × n"],
    ],
    [
      {error: 0.6},
      12,
      ["error not below bootstrap of 12 months", "error not below mean of 12 months × n"],
    ],
    [{error: 0.6, dryExpected: 25}, 6, []],
  ] as const)("names what is missed: %j", (change, ahead, misses) => {
    expect(balanceMisses(rows(change), ahead)).toEqual(misses);
  });

  it("misses where there is nothing to judge", () => {
    expect(isBalanceMissed([])).toBe(true);
  });
});
