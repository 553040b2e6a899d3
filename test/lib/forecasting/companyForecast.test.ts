import seedrandom from "seedrandom";
import {describe, expect, it} from "vitest";
import {
  type Company,
  flowBacktest,
  forecastCompanies,
  judgeFlows,
  pastForecasts,
  pathQuantiles,
} from "../../../src/lib/forecasting/forecast.js";
import {syntheticBank} from "./syntheticBank.js";

const bank = syntheticBank(1, {companies: 24});
const random = () => seedrandom("test");
const forecast = (companies: readonly Company[], horizon = 3, paths = 50) => [
  ...forecastCompanies(companies, horizon, random(), {paths}),
];

describe("forecastCompanies(companies, horizon, random)", () => {
  it("keeps net equal to inflow less outflow in every path, in whole cents, none below 0", () => {
    for (const {paths} of forecast(bank)) {
      for (const [path, net] of paths.net.entries()) {
        for (const [h, cents] of net.entries()) {
          const inflow = paths.inflow[path]![h]!;
          const outflow = paths.outflow[path]![h]!;
          expect(cents).toBe(inflow - outflow);
          expect(Number.isSafeInteger(inflow) && Number.isSafeInteger(outflow)).toBe(true);
          expect(Math.min(inflow, outflow)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it("starts the month after the data and gives as many months and paths as asked for", () => {
    const [first] = forecast(bank, 6, 10);
    expect(first!.start).toBe(2025 * 12 + 4 + 18);
    expect(first!.paths.net).toHaveLength(10);
    expect(first!.paths.net[0]).toHaveLength(6);
  });

  it("gives the same paths for the same random numbers", () => {
    expect(forecast(bank.slice(0, 5))).toEqual(forecast(bank.slice(0, 5)));
  });

  it("leaves out companies of less than three months, and takes young ones with the others", () => {
    const cut = (company: Company, months: number): Company => ({
      ...company,
      start: company.start + 18 - months,
      inflow: company.inflow.slice(-months),
      outflow: company.outflow.slice(-months),
    });
    const mixed = [cut(bank[0]!, 2), cut(bank[1]!, 3), ...bank.slice(2)];
    expect(forecast(mixed).map(({id}) => id)).toEqual(bank.slice(1).map(({id}) => id));
  });

  it("expects nothing of a company that never moved money, and has nothing to say of no company", () => {
    const idle = {...bank[0]!, id: "idle", inflow: Array(18).fill(0), outflow: Array(18).fill(0)};
    const {paths} = forecast([...bank, idle]).at(-1)!;
    expect(pathQuantiles(paths.inflow, [0.5])).toEqual([[0], [0], [0]]);
    expect(forecast([])).toEqual([]);
  });

  it("forecasts one company alone", () => {
    const [{paths}] = forecast([bank[0]!]) as [ReturnType<typeof forecast>[number]];
    expect(paths.net.flatMap((path) => [...path]).every(Number.isFinite)).toBe(true);
  });

  it("knows the thirteenth salary and the taxes of the calendar from a year before", () => {
    const steady = Array.from({length: 20}, (_, i): Company => {
      const outflow = Array.from(
        {length: 18},
        (_, t) => 1_000_00 * (i + 1) * (t % 12 === 7 ? 2 : 1),
      );
      return {id: `c${i}`, group: "one", start: 2025 * 12 + 4, inflow: outflow, outflow};
    });
    const {paths} = forecast(steady, 3, 40)[0]!;
    const [, december] = pathQuantiles(paths.outflow, [0.5]).flat();
    expect(december! / 2_000_00).toBeGreaterThan(0.9);
  });
});

describe("flowBacktest(judged)", () => {
  const judged = (companies: readonly Company[], options = {}) =>
    flowBacktest(Array.from(pastForecasts(companies, random(), options), judgeFlows));
  const result = judged(syntheticBank(2), {paths: 100});

  it("beats each baseline on the median company, for inflow, outflow and net", () => {
    for (const {mase, baselineMase, ratio} of Object.values(result)) {
      expect(mase).toBeLessThan(Math.min(...Object.values(baselineMase)));
      expect(Math.max(...Object.values(ratio))).toBeLessThan(1);
    }
  });

  it("covers eight of ten outcomes with the 80 % band, and nearly all with the 95 % band", () => {
    for (const {coverage80, coverage95} of Object.values(result)) {
      expect(coverage80).toBeGreaterThan(0.75);
      expect(coverage80).toBeLessThan(0.85);
      expect(coverage95).toBeGreaterThan(0.9);
    }
  });

  it("counts companies × origins that knew a year × horizons", () => {
    expect(result.net.forecasts).toBe(120 * 4 * 3);
    expect(result.net.companies).toBe(120);
  });

  it("has no figures where no company is long enough", () => {
    expect(judged(syntheticBank(2, {companies: 5, months: 10})).net).toMatchObject({
      companies: 0,
      forecasts: 0,
      mase: Number.NaN,
      coverage80: Number.NaN,
    });
  });
});
