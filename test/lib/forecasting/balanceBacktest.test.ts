import {range} from "d3-array";
import seedrandom from "seedrandom";
import {describe, expect, it} from "vitest";
import {
  balanceBacktest,
  type CompanyWithCash,
  judgeBalances,
  pastForecasts,
} from "../../../src/lib/forecasting/forecast.js";
import {isJudgedAt, pastOrigins} from "../../../src/lib/forecasting/pastForecasts.js";

/**
 * Companies that spend alike each month, earn some percent more or less, which wanders, are paid late now and then, in the month after,
 * and pay a tax each quarter; with up to two months of costs in cash, and no financing.
 */
function bankOfYears(seed: string, count: number, months: number): CompanyWithCash[] {
  const random = seedrandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return range(count).map((i) => {
    const costs = 1e6 * Math.exp(normal());
    let margin = 0.02 + 0.03 * normal();
    const noise = 0.05 + 0.2 * random();
    let late = 0;
    let cash = 2 * costs * random();
    const flows = range(months).map((t) => {
      margin += 0.008 * normal();
      const tax = t % 3 === 2 ? 0.2 * costs : 0;
      const held = costs * noise * normal();
      const inflow = Math.round(Math.max(0, costs * (1 + margin + 0.2 / 3) - held + late));
      late = 0.7 * held;
      const outflow = Math.round(costs * (1 + 0.05 * normal()) + tax);
      cash += inflow - outflow;
      return {inflow, outflow, cash: Math.round(cash)};
    });
    return {
      id: `com-${i}`,
      group: `industry ${i % 4}`,
      start: 2025 * 12,
      inflow: flows.map(({inflow}) => inflow),
      outflow: flows.map(({outflow}) => outflow),
      balance: flows.map((flow) => flow.cash),
    };
  });
}

describe("pastOrigins(months)", () => {
  it("goes back a year, half a year, and three, four and five months, as far as half a year is known", () => {
    expect(pastOrigins(18)).toEqual([6, 12, 13, 14, 15]);
    expect(pastOrigins(36)).toEqual([24, 30, 31, 32, 33]);
    expect(pastOrigins(10)).toEqual([6, 7]);
    expect(pastOrigins(8)).toEqual([]);
  });

  it("judges forecasts that knew less than a year only where there are no others", () => {
    const judged = (ahead: number) =>
      pastOrigins(18).filter((o) => isJudgedAt(o, pastOrigins(18), ahead, 18));
    expect([judged(3), judged(6), judged(12)]).toEqual([[12, 13, 14, 15], [12], [6]]);
  });
});

describe("pastForecasts(companies, random)", () => {
  it("knows at an origin what was known of each company then, and no company that was not there", () => {
    const [old, young, unborn] = bankOfYears("young", 3, 18) as [
      CompanyWithCash,
      CompanyWithCash,
      CompanyWithCash,
    ];
    const late = (company: CompanyWithCash, months: number) => ({
      ...company,
      start: company.start + months,
      inflow: company.inflow.slice(months),
      outflow: company.outflow.slice(months),
    });
    const bank = [old, late(young, 5), late(unborn, 11)];
    const past = [...pastForecasts(bank, seedrandom("past"), {origins: [12], paths: 5})];
    expect(past.map(({company, known}) => [company.id, known])).toEqual([
      [old.id, 12],
      [young.id, 7],
    ]);
    expect(past[0]!.paths.net[0]).toHaveLength(6);
  });
});

describe("pastForecasts(companies, random), asked one by one", () => {
  it("draws the futures of one company at a time, so that whoever judges them holds no more", () => {
    const random = seedrandom("past");
    let draws = 0;
    const counted = () => {
      draws += 1;
      return random();
    };
    const past = pastForecasts(bankOfYears("many", 50, 18), counted, {paths: 20});
    const after = Array.from(past, () => draws);
    expect(after).toHaveLength(5 * 50);
    expect(after[0]).toBeGreaterThan(0);
    expect(after[0]).toBeLessThan(after.at(-1)! / 50);
  });
});

describe("balanceBacktest(judged)", () => {
  const accuracies = (companies: readonly CompanyWithCash[]) => {
    const past = pastForecasts(companies, seedrandom("past"), {origins: [24], paths: 200});
    const rivals = seedrandom("rivals");
    return balanceBacktest([...past].flatMap((one) => judgeBalances(one, rivals)));
  };
  const bank = bankOfYears("years", 200, 36);
  const rows = accuracies(bank);
  const of = (method: string, ahead: number) =>
    rows.find((row) => row.method === method && row.ahead === ahead)!;

  it("covers eight of ten balances three, six and twelve months ahead", () => {
    for (const ahead of [3, 6, 12]) {
      expect(of("forecast", ahead).coverage80).toBeGreaterThan(0.72);
      expect(of("forecast", ahead).coverage80).toBeLessThan(0.9);
    }
  });

  it("counts the companies with cash that ran dry, and beats both rivals at telling which", () => {
    const cash = bank.filter(({balance}) => balance[23]! > 0);
    const dry = cash.filter(({balance}) => balance.slice(24).some((cents) => cents < 0));
    for (const method of ["forecast", "bootstrap", "mean"]) {
      expect(of(method, 12)).toMatchObject({withCash: cash.length, dryActual: dry.length});
    }
    expect(of("forecast", 12).brier).toBeLessThan(of("bootstrap", 12).brier);
    expect(of("forecast", 12).brier).toBeLessThan(of("mean", 12).brier);
  });

  it("leaves financing out of what came, as it is out of what was forecast", () => {
    const paid = bank.map((company) => ({
      ...company,
      balance: company.balance.map((cents, t) => cents + (t >= 24 ? 1e9 : 0)),
    }));
    expect(accuracies(paid)).toEqual(rows);
  });

  it("has nothing to say where nothing came", () => {
    expect(balanceBacktest([])).toEqual([]);
  });
});
