import type {DuckDBConnection} from "@duckdb/node-api";
import {group} from "d3-array";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Row, readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {categories} from "../../src/lib/bank/categories.js";
import type {MeasureName} from "../../src/lib/measures/measures.js";
import {monthsOf, type PersonLists} from "../../src/lib/people/budget.js";
import {type BudgetMonth, type BudgetPart, partMeasures} from "../../src/lib/people/budgetParts.js";
import type {PersonSavings} from "../../src/lib/people/savings.js";
import {balanceMonths, type PersonHome} from "../../src/person/overview/home.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {duckdbBank} from "../support/duckdbBank.js";
import {
  cent,
  customerMonth,
  expectSame,
  monthKey,
  shown,
  truthOf,
} from "../support/measureTruth.js";
import {middle} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

let snapshot: SnapshotReader;
let ledger: DuckDBConnection;

beforeAll(async () => {
  snapshot = await tinySnapshot(bank());
  ledger = await duckdbBank(bank());
});
afterAll(() => {
  snapshot.close();
  ledger.closeSync();
});

const truth = (measure: MeasureName, by: string, options: {window?: number; where?: string} = {}) =>
  truthOf(snapshot, measure, by, options);

const own = {
  income: "income_eur",
  fixed: "fixed_eur",
  discretionary: "discretionary_eur",
  saving: "saved_eur",
  household: "household_eur",
} as const satisfies Record<BudgetPart, string>;

const personMonths = async () =>
  (await dataset<PersonLists>(snapshot, "person-months.keyed")).flatMap((row) =>
    monthsOf(row).map((month) => ({...month, user_id: row.user_id})),
  );
const isMain = "user_id in (select user_id from bank.person_relations where relation = 'main')";
const personKey = (row: {user_id: string; month: unknown}) =>
  `${row.user_id} ${monthKey(row.month)}`;

describe("people: a measure has one value on every page", () => {
  it("income, spending and savings of each person and month, on the pages of a person", async () => {
    const rows = await personMonths();
    for (const [part, column] of Object.entries(own) as [
      BudgetPart,
      keyof (typeof rows)[number],
    ][]) {
      expectSame(
        shown(rows, personKey, (row) => row[column]),
        await truth(partMeasures[part], customerMonth),
        cent,
      );
    }
    expectSame(
      shown(rows, personKey, (row) => row.rent_eur),
      await truth("rent", customerMonth),
      cent,
    );
    expectSame(
      shown(rows, personKey, (row) => row.spending_eur),
      await truth("spending", customerMonth),
      cent,
    );
  });

  it("the median of each, over main customers with an income, on budgets", async () => {
    const rows = await dataset<BudgetMonth & Row>(snapshot, "budget-months.csv");
    const where = isMain;
    const incomes = await truth("income", customerMonth, {where});
    for (const [part, measure] of Object.entries(partMeasures) as [BudgetPart, MeasureName][]) {
      if (part === "household") continue; // no part of a main customer's budget
      const values = await truth(measure, customerMonth, {where});
      const earners = [...values].filter(([key]) => (incomes.get(key) ?? 0) > 0);
      const medians = new Map(
        [...group(earners, ([key]) => key.split(" ")[1]!)].map(([month, own]) => [
          month,
          middle(own.map(([, value]) => value ?? 0)),
        ]),
      );
      const key = (row: Row) => monthKey(row.month);
      const ofPart = rows.filter((row) => row.part === part);
      expectSame(
        shown(ofPart, key, (row) => row.median_eur),
        medians,
        cent,
      );
    }
  });

  it("savings rate, share of salary and months covered of each person, on the pages of a person", async () => {
    const rows = await dataset<PersonSavings & Row>(snapshot, "person-savings.keyed");
    const key = (row: PersonSavings) => row.user_id;
    const year = {window: 12};
    for (const [measure, tolerance] of [
      ["savings_rate", 5.1e-7],
      ["saved_of_salary", 5.1e-7],
      ["months_covered", 5.1e-5],
    ] as const) {
      const judged = rows.filter((row) => row[measure] !== null);
      expectSame(
        shown(judged, key, (row) => row[measure]),
        await truth(measure, "user_id", year),
        tolerance,
      );
    }
  });

  it("rent to income: the median tenant, on budgets", async () => {
    const rows = await dataset(snapshot, "rent-to-income.csv");
    const where = `tenure = 'tenant' and ${isMain}`;
    const rents = await truth("rent", "user_id", {window: 12, where});
    const shares = await truth("rent_to_income", "user_id", {window: 12, where});
    const judged = [...shares].flatMap(([id, value]) =>
      value !== null && value > 0 && (rents.get(id) ?? 0) > 0 ? [value] : [],
    );
    expect(rows[0]?.tenant_total).toBe(judged.length);
    expect(rows[0]?.median_share).toBeCloseTo(middle(judged), 9);
  });

  it("what is left of each month is the change of all balances, to the cent", async () => {
    const homes = await dataset<PersonHome & Row>(snapshot, "person-accounts.keyed");
    const nets = new Map(
      (
        await readRows(
          await snapshot.connection.run(
            `select user_id, strftime(month, '%Y-%m-%d') as month, income_eur - fixed_eur - discretionary_eur
              - fee_eur + interest_eur + peer_eur - household_eur + brought_eur + securities_eur as net_eur
            from bank.person_months`,
          ),
        )
      ).map((row) => [`${row.user_id} ${row.month}`, Math.round(Number(row.net_eur) * 100)]),
    );
    const wrong = homes.flatMap((home) =>
      balanceMonths(home).flatMap((row, at, all) => {
        const before = all[at - 1];
        if (!before) return [];
        const change = Math.round(row.balance_eur * 100) - Math.round(before.balance_eur * 100);
        const key = `${home.user_id} ${monthKey(row.month)}`;
        return change === nets.get(key) ? [] : [{key, change, net: nets.get(key)}];
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(homes.length).toBeGreaterThan(2000);
  });
});

describe("budgets of the default bank, held against the ledger", () => {
  const inGroup = (wanted: string) =>
    Object.entries(categories)
      .filter(([, {group}]) => group === wanted)
      .map(([name]) => `'${name}'`)
      .join(", ");

  it("tie to the CSV files to the cent: each person, month and part", async () => {
    const sums = await readRows(
      await ledger.run(`
        select
          accounts.user_id as user_id,
          strftime(booked_on, '%Y-%m-01') as month,
          coalesce(sum(amount_eur) filter (where category in (${inGroup("income")})), 0) as income_eur,
          coalesce(-sum(amount_eur) filter (where category in (${inGroup("fixed")})), 0) as fixed_eur,
          coalesce(-sum(amount_eur) filter (where category in (${inGroup("discretionary")})), 0) as discretionary_eur,
          coalesce(sum(amount_eur) filter (
            where category = 'saving' and accounts.kind = 'savings'
              and not coalesce(booked_on = closed_on and amount_eur < 0, false) -- emptied to leave
          ), 0) as saved_eur,
          coalesce(-sum(amount_eur) filter (where category = 'household'), 0) as household_eur,
          coalesce(-sum(amount_eur) filter (where category = 'rent'), 0) as rent_eur
        from transactions
        join accounts on accounts.account_id = transactions.account_id
        where accounts.user_id like 'ind-%'
        group by all`),
    );
    const ledgerMonths = new Map(sums.map((row) => [`${row.user_id} ${row.month}`, row]));
    const rows = await personMonths();
    const columns = [...Object.values(own), "rent_eur"] as const;
    const wrong = rows.flatMap((row) => {
      const wanted = ledgerMonths.get(personKey(row));
      return columns
        .filter((column) => row[column] !== Number(wanted?.[column] ?? 0))
        .map((column) => ({
          key: personKey(row),
          column,
          found: row[column],
          wanted: wanted?.[column],
        }));
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(rows.length).toBeGreaterThan(40_000);
  });
});
