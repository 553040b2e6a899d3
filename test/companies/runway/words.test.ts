import {describe, expect, it} from "vitest";
import {
  accuracyFinding,
  accuracyRows,
  accuracyText,
} from "../../../src/companies/runway/accuracy.js";
import {
  comingLumps,
  type Lump,
  lumpBars,
  lumpsFinding,
  lumpsPastFinding,
} from "../../../src/companies/runway/lumps.js";
import {seasonSwings, seasonsFinding} from "../../../src/companies/runway/seasons.js";
import type {DuePayment} from "../../../src/lib/companies/company.js";
import type {RunwayCompany} from "../../../src/lib/companies/runways.js";
import type {FlowAccuracy, FlowBacktest} from "../../../src/lib/forecasting/forecast.js";

describe("the backtest in words", () => {
  const flow = (average: number, forecasts = 1440): FlowAccuracy => ({
    companies: 120,
    forecasts,
    mase: 0.6,
    baselineMase: {seasonalNaive: Number.NaN, lastValue: 1, plainAverage: 0.75},
    ratio: {seasonalNaive: Number.NaN, lastValue: 0.6, plainAverage: average},
    coverage80: 0.81,
    coverage95: 0.95,
    bias: 0.13,
  });
  const backtest = (net: number, outflow = 0.7): FlowBacktest => ({
    net: flow(net),
    inflow: flow(0.9),
    outflow: flow(outflow),
  });

  it("compares with the best baseline, and leaves out one that does not exist", () => {
    const rows = accuracyRows(backtest(0.8));
    expect(rows).toHaveLength(12);
    expect(rows[1]).toMatchObject({method: "seasonalNaive", mase: null, mase_ratio: null});
    expect(accuracyFinding(rows)).toBe(
      "The forecast of net flow errs 20% less than the best simple one, “plain average”",
    );
    expect(accuracyText(rows)).toBe(
      "Of the 1,440 months of net flow that were forecast and then came, 81% fell into the 80% band and 95% into the 95% band; it leans to the high side by 0.13 of a usual step from month to month. On the median company it beats each baseline for net, inflow and outflow alike.",
    );
  });

  it("says which baseline cannot be beaten", () => {
    expect(accuracyFinding(accuracyRows(backtest(1.02)))).toBe(
      "The forecast of net flow does not beat “plain average”",
    );
    expect(accuracyText(accuracyRows(backtest(0.9, 1)))).toMatch(
      /could not beat “plain average” for outflow\.$/,
    );
  });

  it("says so where there was nothing to test", () => {
    const none = accuracyRows({net: flow(1, 0), inflow: flow(1, 0), outflow: flow(1, 0)});
    expect(none).toEqual([]);
    expect(accuracyFinding(none)).toBe("The months are too few to test the forecast");
    expect(accuracyText(none)).toMatch(/^It takes fifteen months/);
  });
});

describe("seasonSwings(companies)", () => {
  const company = (industry: string, inflow_eur: number[]): RunwayCompany => ({
    user_id: industry,
    name: industry,
    industry,
    city: "Porto",
    first_month: "2025-01-01",
    inflow_eur,
    outflow_eur: inflow_eur.map(() => 10),
    financing_eur: inflow_eur.map(() => 0),
    closing_balance_eur: inflow_eur.map(() => 0),
    employee_count: null,
    head_cost_eur: null,
  });
  const flat = new Array(12).fill(10) as number[];
  const dip = flat.map((value, t) => (t === 1 ? value - 12 : value));

  it("measures each month against the mean month, over the mean month's costs", () => {
    const rows = seasonSwings([company("retail", dip)]);
    expect(rows).toHaveLength(12);
    expect(rows[1]).toMatchObject({net_eur: -12, mean_net_eur: -1, swing_share: -1.1});
    expect(seasonsFinding(rows)).toBe(
      "February 2025 fell furthest short of the mean month: retail by 110% of a month’s costs",
    );
  });

  it("counts the industries that fell short together", () => {
    const rows = seasonSwings([
      company("retail", dip),
      company("media", dip),
      company("logistics", flat),
    ]);
    expect(seasonsFinding(rows)).toBe(
      "February 2025 left 2 of 3 industries below their mean month, media by 110% of a month’s costs",
    );
  });

  it("has words for flat flows and for less than a year", () => {
    expect(seasonsFinding(seasonSwings([company("retail", flat)]))).toBe(
      "No industry had a month below its mean",
    );
    expect(seasonSwings([company("retail", flat.slice(1))])).toEqual([]);
    expect(seasonsFinding([])).toBe("A year must be full before it can show seasons");
  });
});

describe("comingLumps(lumps, due, next)", () => {
  const lump = (category: Lump["category"], paid_on: string, amount_eur: number): Lump => ({
    user_id: "com-1",
    month: `${paid_on.slice(0, 7)}-01`,
    category,
    paid_on,
    amount_eur,
  });
  const lumps = [
    lump("payroll", "2025-08-29", 90),
    lump("payroll", "2025-09-30", 100),
    lump("payroll", "2025-10-31", 110),
    lump("vat", "2025-10-10", 40),
  ];

  const pays = (
    category: DuePayment["category"],
    last_on: string,
    next_on: string,
  ): DuePayment => ({
    user_id: "com-1",
    category,
    last_on,
    last_eur: 1,
    next_on,
  });
  const due = [
    pays("payroll", "2025-10-31", "2025-11-30"),
    pays("vat", "2025-10-10", "2026-01-10"),
  ];

  it("repeats payroll each month and tax each quarter, on the usual day or the month's last", () => {
    const coming = comingLumps(lumps, due, "2025-11-01");
    expect(
      coming.map(({due_on, category, amount_eur}) => [
        due_on.toISOString().slice(0, 10),
        category,
        amount_eur,
      ]),
    ).toEqual([
      ["2025-11-30", "payroll", 100],
      ["2025-12-31", "payroll", 100],
      ["2026-01-10", "vat", 40],
      ["2026-01-31", "payroll", 100],
      ["2026-02-28", "payroll", 100],
    ]);
    expect(lumpsFinding("Ada AG", coming)).toBe(
      "Payroll around 30 November 2025 is the next large one for Ada AG: about €100",
    );
  });

  it("expects nothing more of what has stopped", () => {
    expect(comingLumps(lumps.slice(0, 1), [], "2025-11-01")).toEqual([]);
    expect(comingLumps([], due, "2025-11-01")).toEqual([]);
    expect(lumpsFinding("Ada AG", [])).toBe(
      "Ada AG has kept up neither payroll nor taxes that would come next",
    );
  });

  it("expects no payroll that the company's home does not call due: it was skipped the last time", () => {
    const coming = comingLumps(lumps, due.slice(1), "2025-11-01");
    expect(coming.map(({category}) => category)).toEqual(["vat"]);
  });

  it("sums up what went to people and to the tax office, each or neither", () => {
    const bars = lumpBars(lumps);
    expect(lumpsPastFinding("Ada AG", bars)).toBe(
      "Ada AG paid €300 to people and €40 of tax, most in October 2025",
    );
    expect(
      lumpsPastFinding(
        "Ada AG",
        bars.filter(({kind}) => kind === "tax"),
      ),
    ).toBe("Ada AG paid nothing to people and €40 of tax, most in October 2025");
    expect(
      lumpsPastFinding(
        "Ada AG",
        bars.filter(({kind}) => kind === "payroll"),
      ),
    ).toBe("Ada AG paid €300 to people, and no tax");
    expect(lumpsPastFinding("Ada AG", [])).toBe("Ada AG has paid neither people nor taxes");
  });

  it("draws one bar a month and kind", () => {
    const month = new Date("2025-10-01T00:00:00Z");
    const rows = [
      {...lump("payroll", "2025-10-30", 0.1), month},
      {...lump("social_contributions", "2025-10-30", 0.2), month},
      {...lump("corporate_tax", "2025-10-15", 3), month},
    ];
    expect(lumpBars(rows)).toEqual([
      {month, kind: "payroll", amount_eur: 0.3},
      {month, kind: "tax", amount_eur: 3},
    ]);
  });
});
