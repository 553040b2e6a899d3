import {group} from "d3-array";
import {afterAll, beforeAll, describe, it} from "vitest";
import type {Row} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {type CategoryPath, monthAmounts} from "../../src/lib/companies/companyMonths.js";
import {type CompanyPayroll, companyPayroll} from "../../src/lib/companies/companyPayroll.js";
import {pnlPoints, pnlResults} from "../../src/lib/companies/profitAndLoss.js";
import {type RunwayPace, runwayOf} from "../../src/lib/companies/runways.js";
import {type MeasureName, ratioOf} from "../../src/lib/measures/measures.js";
import {bank} from "../support/bank.js";
import {dataset, type Keyed} from "../support/dataset.js";
import {
  cent,
  customerMonth,
  expectSame,
  monthKey,
  monthOnly,
  share,
  shown,
  truthOf,
} from "../support/measureTruth.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

let snapshot: SnapshotReader;

beforeAll(async () => {
  snapshot = await tinySnapshot(bank());
});
afterAll(() => snapshot.close());

const truth = (measure: MeasureName, by: string, options: {window?: number} = {}) =>
  truthOf(snapshot, measure, by, options);

describe("companies: a measure has one value on every page", () => {
  it("revenue, running costs, payroll, tax, result and margin of each company and month", async () => {
    const paths = await dataset<CategoryPath & Keyed>(snapshot, "company-pnl.keyed");
    const own = paths.filter(({key}) => key.startsWith("com-"));
    const months = group(own, ({key}) => key);
    const companies = [...months].map(([user_id, own]) => ({
      user_id,
      points: pnlPoints(monthAmounts(own)),
      results: pnlResults(monthAmounts(own)),
    }));
    const parts = {revenue: 1, operating: -1, payroll: -1, tax: -1} as const;
    const named = {
      revenue: "revenue",
      operating: "operating_costs",
      payroll: "payroll",
      tax: "tax",
    } as const;
    for (const [part, sign] of Object.entries(parts) as [keyof typeof parts, 1 | -1][]) {
      const points = companies.flatMap(({user_id, points}) =>
        points.filter((point) => point.part === part).map((point) => ({...point, user_id})),
      );
      const found = shown(
        points,
        (row) => `${row.user_id} ${monthKey(row.month)}`,
        (row) => sign * row.amount_eur || 0,
      );
      expectSame(found, await truth(named[part], customerMonth), cent);
    }
    const results = companies.flatMap(({user_id, results}) =>
      results.map((row) => ({...row, user_id})),
    );
    const key = (row: (typeof results)[number]) => `${row.user_id} ${monthKey(row.month)}`;
    expectSame(
      shown(results, key, (row) => row.result_eur),
      await truth("result", customerMonth),
      cent,
    );
    expectSame(
      shown(results, key, (row) => row.margin_share),
      await truth("margin", customerMonth),
      share,
    );
  });

  it("payroll, headcount, cost per head and payroll share of each company and month", async () => {
    const rows = (await dataset<CompanyPayroll & Keyed>(snapshot, "company-payroll.keyed")).flatMap(
      (row) => companyPayroll(row).map((month) => ({...month, user_id: row.key})),
    );
    const key = (row: (typeof rows)[number]) => `${row.user_id} ${monthKey(row.month)}`;
    expectSame(
      shown(rows, key, (row) => row.payroll_eur),
      await truth("payroll", customerMonth),
      cent,
    );
    expectSame(
      shown(rows, key, (row) => row.employee_count),
      await truth("headcount", customerMonth),
      0,
    );
    expectSame(
      shown(rows, key, (row) => row.cost_per_head_eur),
      await truth("cost_per_head", customerMonth),
      share,
    );
    expectSame(
      shown(rows, key, (row) => ratioOf("payroll_share", [row])),
      await truth("payroll_share", customerMonth),
      share,
    );
  });

  it("payroll, revenue and headcount of all companies by month, on payroll, profit and loss and the first page", async () => {
    const payroll = await dataset(snapshot, "payroll-months.csv");
    const key = (row: Row) => monthKey(row.month);
    const wanted = {
      payroll: await truth("payroll", monthOnly),
      revenue: await truth("revenue", monthOnly),
      headcount: await truth("headcount", monthOnly),
      share: await truth("payroll_share", monthOnly),
    };
    expectSame(
      shown(payroll, key, (row) => Number(row.paid_eur) + Number(row.contributions_eur)),
      wanted.payroll,
      2 * cent,
    );
    expectSame(
      shown(payroll, key, (row) => Number(row.revenue_eur)),
      wanted.revenue,
      cent,
    );
    expectSame(
      shown(payroll, key, (row) => Number(row.employee_count)),
      wanted.headcount,
      0,
    );
    const indicators = await dataset(snapshot, "indicators-companies.csv");
    const ofIndicator = (name: string) =>
      shown(
        indicators.filter(({indicator}) => indicator === name),
        key,
        (row) => Number(row.value),
      );
    expectSame(ofIndicator("revenue"), wanted.revenue, cent);
    expectSame(ofIndicator("headcount"), wanted.headcount, 0);
    expectSame(ofIndicator("payroll"), await truth("payroll", monthOnly), cent);
    const revenue = (await dataset(snapshot, "pnl-months.csv")).filter(
      ({category_group}) => category_group === "revenue",
    );
    const sums = group(revenue, key);
    expectSame(
      shown(
        [...sums],
        ([month]) => month,
        ([, rows]) => rows.reduce((sum, row) => sum + Number(row.amount_eur), 0),
      ),
      wanted.revenue,
      2 * cent,
    );
  });

  it("margin and result of each company over the last twelve months, on profit and loss", async () => {
    const key = (row: Row) => String(row.user_id);
    const year = {window: 12};
    const margins = await dataset(snapshot, "pnl-margins.csv");
    expectSame(
      shown(margins, key, (row) => row.result_eur as number),
      await truth("result", "user_id", year),
      cent,
    );
    expectSame(
      shown(margins, key, (row) => row.margin_share as number | null),
      await truth("margin", "user_id", year),
      share,
    );
  });

  it("burn and runway over three, six and twelve months, on runway", async () => {
    const paces = await dataset<RunwayPace>(snapshot, "company-paces.keyed");
    for (const window of [3, 6, 12]) {
      const runways = paces.map((row) => runwayOf(row, window));
      for (const [measure, column, tolerance] of [
        ["gross_burn", "gross_burn_eur", cent],
        ["net_burn", "net_burn_eur", cent],
        ["runway", "runway_months", 0.000051],
      ] as const) {
        expectSame(
          shown(
            runways,
            (row) => row.user_id,
            (row) => row[column],
          ),
          await truth(measure, "user_id", {window}),
          tolerance,
        );
      }
    }
  });

  it("cost per head, payroll share and margin of each industry, on payroll and sectors", async () => {
    const key = (row: Row) => String(row.industry);
    const heads = await dataset(snapshot, "payroll-industries.csv");
    const year = {window: 12};
    expectSame(
      shown(heads, key, (row) => row.cost_per_head_eur as number),
      await truth("cost_per_head", "industry", year),
      cent,
    );
    expectSame(
      shown(heads, key, (row) => row.payroll_share as number),
      await truth("payroll_share", "industry", year),
      share,
    );
    const costs = await dataset(snapshot, "sector-costs.csv");
    for (const [measure, column] of [
      ["payroll_share", "payroll_share"],
      ["margin", "margin_share"],
    ] as const) {
      expectSame(
        shown(costs, key, (row) => row[column] as number),
        await truth(measure, "industry", year),
        share,
      );
    }
  });
});
