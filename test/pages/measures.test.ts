import {join} from "node:path";
import {group} from "d3-array";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {type Row, readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshotReader.js";
import {readSql} from "../../loaders/sqlText.js";
import {
  type CashPath,
  type CategoryPath,
  monthAmounts,
} from "../../src/lib/companies/companyMonths.js";
import {type CompanyPayroll, companyPayroll} from "../../src/lib/companies/companyPayroll.js";
import {pnlPoints, pnlResults} from "../../src/lib/companies/profitAndLoss.js";
import {type MeasureName, measureCall, ratioOf} from "../../src/lib/measures.js";
import {bank} from "../support/bank.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

let snapshot: SnapshotReader;

beforeAll(async () => {
  snapshot = await tinySnapshot(bank());
});
afterAll(() => snapshot.close());

const ask = async (sql: string): Promise<Row[]> => readRows(await snapshot.connection.run(sql));

const datasets = new Map<string, Promise<Row[]>>();

/** The rows of a dataset of the site over the default bank. */
function dataset<T = Row>(name: string): Promise<T[]> {
  const known = datasets.get(name) ?? ask(readSql(join(projectRoot, `src/data/${name}.sql`)).sql);
  datasets.set(name, known);
  return known as Promise<unknown> as Promise<T[]>;
}

type Values = ReadonlyMap<string, number | null>;

/** The table that groups of companies are made over. */
const joined = "company_months join bank.companies using (user_id)";

/** The values of a measure by the registry's macro, by key: the truth that each page is held to. */
async function truth(
  measure: MeasureName,
  by: string,
  {
    from = by === "industry" ? joined : "company_months",
    window = 0,
    column,
  }: {from?: string; window?: number; column?: string} = {},
): Promise<Values> {
  const call = column ? `sum(${column})` : measureCall(measure);
  const rows = await ask(
    `with months as (
      select month from bank.months where is_complete order by month desc ${window ? `limit ${window}` : ""}
    )
    select concat_ws(' ', ${by}) as key, cast(${call} as double) as value
    from bank.${from}
    where month in (select month from months)
    group by ${by}`,
  );
  return new Map(rows.map(({key, value}) => [String(key), value as number | null]));
}

/** What a page shows, by the same keys. */
const shown = <T>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => number | null | undefined,
): Values => new Map(rows.map((row) => [key(row), value(row) ?? null]));

/** Holds what is shown to the truth: every shown value, to less than a cent or the ninth decimal of a share. */
function expectSame(found: Values, wanted: Values, tolerance: number): void {
  const wrong = [...found].filter(([key, value]) => {
    const right = wanted.get(key) ?? null;
    return value === null || right === null
      ? value !== right && (value ?? right) !== 0
      : Math.abs(value - right) > tolerance;
  });
  expect(found.size).toBeGreaterThan(0);
  expect(wrong.slice(0, 3).map(([key, value]) => ({key, value, right: wanted.get(key)}))).toEqual(
    [],
  );
}

const cent = 0.0051;
const share = 1e-9;
const monthKey = (month: unknown) =>
  (month instanceof Date ? month.toISOString() : String(month)).slice(0, 10);
const companyMonth = "user_id, strftime(month, '%Y-%m-%d')";
const monthOnly = "strftime(month, '%Y-%m-%d')";

describe("companies: a measure has one value on every page", () => {
  it("revenue, running costs, payroll, tax, result and margin of each company and month", async () => {
    const paths = await dataset<CategoryPath>("pnl-companies.json");
    const first_month = (await dataset<CashPath>("company-cash.json"))[0]?.first_month;
    const months = group(paths, ({user_id}) => user_id);
    const companies = [...months].map(([user_id, own]) => ({
      user_id,
      points: pnlPoints(monthAmounts(own, first_month)),
      results: pnlResults(monthAmounts(own, first_month)),
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
      const column = `${part}_eur`;
      expectSame(found, await truth(named[part], companyMonth, {column}), cent);
    }
    const results = companies.flatMap(({user_id, results}) =>
      results.map((row) => ({...row, user_id})),
    );
    const key = (row: (typeof results)[number]) => `${row.user_id} ${monthKey(row.month)}`;
    expectSame(
      shown(results, key, (row) => row.result_eur),
      await truth("result", companyMonth),
      cent,
    );
    expectSame(
      shown(results, key, (row) => row.margin_share),
      await truth("margin", companyMonth),
      share,
    );
  });

  it("payroll, headcount, cost per head and payroll share of each company and month", async () => {
    const rows = (await dataset<CompanyPayroll>("payroll-companies.json")).flatMap((row) =>
      companyPayroll(row).map((month) => ({...month, user_id: row.user_id})),
    );
    const key = (row: (typeof rows)[number]) => `${row.user_id} ${monthKey(row.month)}`;
    expectSame(
      shown(rows, key, (row) => row.payroll_eur),
      await truth("payroll", companyMonth, {column: "payroll_eur"}),
      cent,
    );
    expectSame(
      shown(rows, key, (row) => row.employee_count),
      await truth("headcount", companyMonth),
      0,
    );
    expectSame(
      shown(rows, key, (row) => row.cost_per_head_eur),
      await truth("cost_per_head", companyMonth),
      share,
    );
    expectSame(
      shown(rows, key, (row) => ratioOf("payroll_share", [row])),
      await truth("payroll_share", companyMonth),
      share,
    );
  });

  it("payroll, revenue and headcount of all companies by month, on payroll, profit and loss and the first page", async () => {
    const payroll = await dataset("payroll-months.csv");
    const key = (row: Row) => monthKey(row.month);
    const wanted = {
      payroll: await truth("payroll", monthOnly, {column: "payroll_eur"}),
      revenue: await truth("revenue", monthOnly, {column: "revenue_eur"}),
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
    const indicators = await dataset("indicators-companies.csv");
    const ofIndicator = (name: string) =>
      shown(
        indicators.filter(({indicator}) => indicator === name),
        key,
        (row) => Number(row.value),
      );
    expectSame(ofIndicator("revenue"), wanted.revenue, cent);
    expectSame(ofIndicator("headcount"), wanted.headcount, 0);
    expectSame(ofIndicator("payroll-share"), wanted.share, share);
    const revenue = (await dataset("pnl-months.csv")).filter(
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

  it("margin, burn and runway of each company over the last twelve months, on profit and loss and sectors", async () => {
    const key = (row: Row) => String(row.user_id);
    const year = {window: 12};
    const margins = await dataset("pnl-margins.csv");
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
    const burners = await dataset("sector-burners.csv");
    for (const [measure, column, tolerance] of [
      ["gross_burn", "gross_burn_eur", cent],
      ["net_burn", "net_burn_eur", cent],
      ["runway", "runway_months", share],
    ] as const) {
      expectSame(
        shown(burners, key, (row) => row[column] as number | null),
        await truth(measure, "user_id", year),
        tolerance,
      );
    }
  });

  it("cost per head, payroll share and margin of each industry, on payroll and sectors", async () => {
    const key = (row: Row) => String(row.industry);
    const heads = await dataset("payroll-industries.csv");
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
    const costs = await dataset("sector-costs.csv");
    for (const [measure, column] of [
      ["payroll_share", "payroll_share"],
      ["margin", "margin_share"],
    ] as const) {
      expectSame(
        shown(costs, key, (row) => row[column] as number),
        await truth(measure, "industry"),
        share,
      );
    }
  });
});
