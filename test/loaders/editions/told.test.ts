/** What editions tell of others: not by taking away what else is told, either, is a group of fewer than ten to be had. */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findDatasets} from "../../../loaders/datasets/dataset.js";
import {rowsOfKey} from "../../../loaders/datasets/formats/keyed.js";
import {runSelect} from "../../../loaders/datasets/sqlDataset.js";
import {editionOf} from "../../../loaders/editions/edition.js";
import {openWholeBank, type WholeBank} from "../../../loaders/editions/editionBank.js";
import {readRules} from "../../../loaders/editions/rules.js";
import {type Row, readRows} from "../../../loaders/rows.js";
import {openSnapshot} from "../../../loaders/snapshot/reader.js";
import type {Snapshot} from "../../../loaders/snapshot/snapshot.js";
import {readSql} from "../../../loaders/sqlText.js";
import {quotedText} from "../../../src/lib/quotedSql.js";
import {bank} from "../../support/bank.js";
import {dataset as datasetOf, type Keyed} from "../../support/dataset.js";
import {temporaryFolder} from "../../support/tinyBank.js";
import {snapshotOf} from "../../support/tinySnapshot.js";

const delays = ["on_time", "week", "fortnight", "month", "later", "open"] as const;
type Waits = Readonly<Record<`${(typeof delays)[number]}_${"count" | "eur"}`, number>> & {
  readonly late_share: number;
};

let snapshot: Snapshot;
let whole: WholeBank;
let all: ReadonlyMap<string, Waits>;
/** Companies by industry, the one with the fewest invoices that are paid late first. */
const industries = new Map<string, string[]>();

beforeAll(async () => {
  snapshot = await snapshotOf(bank({individuals: 100, companies: 150, months: 14}));
  whole = await openWholeBank(snapshot);
  const reader = await openSnapshot(snapshot.file);
  const rows = await datasetOf<Waits & Keyed>(reader, "pnl-waits.keyed");
  all = new Map(rows.map(({key, ...waits}) => [key, waits]));
  for (const row of await readRows(
    await reader.connection.run("select user_id, industry from bank.companies order by user_id"),
  )) {
    const [id, industry] = [String(row.user_id), String(row.industry)];
    if (all.has(id)) industries.set(industry, [...(industries.get(industry) ?? []), id]);
  }
  reader.close();
  for (const companies of industries.values())
    companies.sort((a, b) => all.get(a)!.later_count - all.get(b)!.later_count);
}, 60_000);
afterAll(() => whole?.close());

/** How companies' invoices are paid as the edition of a group of companies has it. */
async function toldTo(subjects: readonly string[]): Promise<(key: string) => Waits | undefined> {
  const file = join(temporaryFolder("told"), "group.txt");
  writeFileSync(file, subjects.join("\n"));
  const edition = await whole.resolve(editionOf(`group:${file}`)!);
  const rules = readRules(edition.audience);
  const cut = await openSnapshot((await whole.cut(edition, rules)).file);
  try {
    const {loader} = findDatasets().find(({target}) => target === "data/pnl-waits.keyed")!;
    const rule = rules.datasets.find(({target}) => target === "data/pnl-waits.keyed")!;
    const own = await runSelect(cut.connection, readSql(loader), {});
    const {bytes} = await whole.dataset(rule, loader, own);
    return (key) => rowsOfKey(Buffer.from(bytes), key)?.[0] as Waits | undefined;
  } finally {
    cut.close();
  }
}

describe("pnl-waits of a group of companies", () => {
  it("has their own waits as they are, and of each other company none", async () => {
    const [companies] = [...industries.values()];
    const told = await toldTo(companies!.slice(0, 3));
    for (const key of companies!.slice(0, 3)) expect(told(key)).toEqual(all.get(key));
    for (const key of companies!.slice(3)) expect(told(key)).toBeUndefined();
  });

  it("tells no money of fewer than ten invoices of others, and a share that its counts make", async () => {
    let hidden = 0;
    for (const [industry, companies] of industries) {
      if (companies.length < 12) continue;
      // ten others, as few as are told of
      const subjects = companies.slice(10);
      const told = await toldTo(subjects);
      for (const key of [industry, "bank"]) {
        const [exact, waits] = [all.get(key)!, told(key)!];
        for (const delay of delays) {
          const count = exact[`${delay}_count`];
          const own = subjects.reduce((sum, id) => sum + all.get(id)![`${delay}_count`], 0);
          expect(waits[`${delay}_count`]).toBe(Math.round(count / 10) * 10);
          if (count - own < 10)
            expect([key, delay, waits[`${delay}_eur`]]).toEqual([key, delay, 0]);
          else expect(waits[`${delay}_eur`]).toBeCloseTo(exact[`${delay}_eur`], -2.4);
          if (count - own < 10 && count >= 10) hidden += 1;
        }
        const counts = delays.map((delay) => waits[`${delay}_count`]);
        const sum = counts.reduce((one, other) => one + other, 0);
        expect(waits.late_share).toBeCloseTo(1 - waits.on_time_count / sum, 12);
        expect(waits.late_share).toBeCloseTo(exact.late_share, 0.5);
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });
});

/** What the public is told of rows of a dataset. */
async function publicRows(target: string, rows: readonly Row[]): Promise<Row[]> {
  const {select} = readRules("public").datasets.find((rule) => rule.target === target)!;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const names = Object.keys(rows[0]!);
    const values = rows.map((row) => `(${names.map((name) => literal(row[name])).join(", ")})`);
    await connection.run(`create table whole as from (values ${values}) rows(${names})`);
    return await readRows(await connection.run(select.sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const literal = (value: Row[string] = null) =>
  typeof value === "string" ? quotedText(value) : String(value);

describe("the public's sums", () => {
  const industry = (company_count: number, at: number) => ({
    industry: `industry ${at}`,
    company_count,
    employee_months: 12 * company_count,
    payroll_eur: 1000 * company_count,
    revenue_eur: 9000 * company_count,
    cost_per_head_eur: 100 + at,
    payroll_share: 1 / 9,
    month_count: 12,
  });
  it.each([
    [
      [12, 10, 30],
      [10, 12, 30],
    ],
    [
      [4, 12, 13, 30],
      [13, 30],
    ],
    [
      [4, 7, 12, 30],
      [12, 30],
    ],
    [[9, 20], []],
    [
      [1, 8, 11, 11, 40],
      [11, 40],
    ],
  ])("payroll of industries with %j companies is told of those with %j", async (counts, told) => {
    const rows = await publicRows("data/payroll-industries.csv", counts.map(industry));
    const of = rows.map((row) => counts[Number(String(row.industry).split(" ")[1])]);
    expect(of.sort((a, b) => a! - b!)).toEqual(told);
    for (const row of rows) expect(Number(row.company_count) % 10).toBe(0);
  });

  const category = (category_group: string) => (payer_count: number, at: number) => ({
    category: `${category_group} ${at}`,
    category_group,
    spent_eur: 1000 * payer_count,
    share: 0.1,
    share_error: 0.01,
    payer_count,
    person_count: 80,
    month_count: 12,
  });
  it.each([
    [
      [50, 4, 12, 60],
      [30, 11],
      ["discretionary 0", "discretionary 1", "fixed 0", "fixed 3"],
    ],
    [
      [50, 12],
      [3, 30],
      ["fixed 0", "fixed 1"],
    ],
    [[10], [10], ["discretionary 0", "fixed 0"]],
  ])("spending of %j and %j payers is told of %j", async (fixed, discretionary, told) => {
    const rows = [...fixed.map(category("fixed")), ...discretionary.map(category("discretionary"))];
    const names = (await publicRows("data/budget-mix.csv", rows)).map((row) => row.category);
    expect(names.sort()).toEqual(told);
  });
});
