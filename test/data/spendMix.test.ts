import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {streamNumberColumns} from "../../loaders/datasets/numberColumns.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {readSpendCubes} from "../../src/bank/spend-mix/cubeQueries.js";
import {
  axisNames,
  type Focus,
  focusAxes,
  paymentsOf,
  type SpendCubes,
  sumsOf,
  totalOf,
} from "../../src/bank/spend-mix/cubes.js";
import {bank} from "../support/bank.js";
import {type Statement, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader;
let statement: Statement;
let cubes: SpendCubes;
/** The payments as rows of plain SQL: one a leg that takes money from an account. */
let sql: (where: string) => Promise<{cents: number; payment_count: number}>;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  statement = statementOf(folder);
  const bank = queriesOver(snapshot);
  cubes = await readSpendCubes({...bank, columns: (sql) => streamNumberColumns(bank, sql)});
  sql = async (where) => {
    const [row] = await bank.query<{cents: number | null; payment_count: number}>(
      `select cast(-sum(transactions.amount_eur) * 100 as bigint) as cents, count(*) as payment_count
      from bank.transactions
      join bank.accounts on accounts.account_id = transactions.account_id
      join bank.users on users.user_id = accounts.user_id
      where transactions.amount_eur < 0 and ${where}`,
    );
    return {cents: Number(row!.cents ?? 0), payment_count: Number(row!.payment_count)};
  };
});
afterAll(() => snapshot.close());

const cents = (euros: number) => Math.round(100 * euros);
const whole = () => ({from: 0, to: cubes.months.length - 1});
const months = (from: number, to: number) =>
  `date_trunc('month', booked_on) between '${cubes.months[from]}' and '${cubes.months[to]}'`;

describe("the cubes of the spend mix, against the rows that they sum", () => {
  it("hold everything that left an account, to the cent", async () => {
    const {cents: paid, payment_count} = await sql("true");
    expect(cents(totalOf(cubes, whole()))).toBe(paid);
    expect(paymentsOf(cubes, whole())).toBe(payment_count);
    const out = statement.legs.filter((leg) => leg.cents < 0);
    expect(paid).toBe(-out.reduce((sum, leg) => sum + leg.cents, 0));
  });

  it.each([
    ["channel", "card", "channel = 'card'"],
    ["channel", "internal", "channel = 'book' and category in ('saving', 'brokerage_funding')"],
    ["channel", "trade", "channel = 'book' and category in ('trade', 'dividend')"],
    [
      "flow",
      "groceries",
      "users.kind = 'individual' and accounts.kind = 'checking' and category in ('groceries', 'alcohol_tobacco')",
    ],
    [
      "flow",
      "payroll",
      "users.kind = 'company' and category in ('payroll', 'social_contributions')",
    ],
    ["city", "Berlin", "users.city = 'Berlin'"],
    ["hour", "4", "hour(booked_at) = 4"],
    ["weekday", "6", "isodow(booked_on) = 6"],
    ["owner", "company", "users.kind = 'company'"],
  ] as const)(
    "of %s %s are the sum and the number of its rows, in any span of months",
    async (axis, value, where) => {
      const focus = {axis, value};
      for (const [from, to] of [
        [0, 13],
        [3, 5],
        [13, 13],
      ] as const) {
        const rows = await sql(`${where} and ${months(from, to)}`);
        expect(rows.payment_count).toBeGreaterThan(0);
        expect(cents(totalOf(cubes, {from, to, focus}))).toBe(rows.cents);
        expect(paymentsOf(cubes, {from, to, focus})).toBe(rows.payment_count);
      }
    },
  );

  it("along every other axis add up to the total of a choice, but for the rounding of each month", () => {
    for (const axis of focusAxes) {
      for (const value of cubes.axes[axis]) {
        const focus: Focus = {axis, value};
        const total = totalOf(cubes, {...whole(), focus});
        for (const other of axisNames) {
          if ([axis, "bin", "chain", "flow"].includes(other)) continue;
          const parts = sumsOf(cubes, other, {...whole(), focus});
          const rounding = 0.005 * total + 0.5 * parts.length * cubes.months.length;
          expect(Math.abs(sumUp(parts) - total), `${axis} ${value} by ${other}`).toBeLessThan(
            rounding,
          );
        }
      }
    }
  });

  it("agree with a part worked out from the CSV files", () => {
    const focus: Focus = {axis: "channel", value: "card"};
    const byOwner = sumsOf(cubes, "owner", {...whole(), focus});
    const cards = statement.legs.filter((leg) => leg.channel === "card" && leg.cents < 0);
    const people = -cards.reduce(
      (sum, leg) => sum + (leg.owner.startsWith("ind") ? leg.cents : 0),
      0,
    );
    expect(Math.abs(byOwner[cubes.axes.owner.indexOf("individual")]! - people / 100)).toBeLessThan(
      14,
    );
  });
});

const sumUp = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
