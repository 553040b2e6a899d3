import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {cutBank} from "../../../loaders/editions/cutBank.js";
import {editionOf} from "../../../loaders/editions/edition.js";
import {readRules} from "../../../loaders/editions/rules.js";
import {readRows} from "../../../loaders/rows.js";
import {bank} from "../../support/bank.js";
import {snapshotOf} from "../../support/tinySnapshot.js";

const rules = readRules("company");

async function cutFor(subject: string) {
  const {file} = await snapshotOf(bank({individuals: 200, companies: 30, months: 6}));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`attach '${file}' as bank (read_only)`);
  await connection.run("attach ':memory:' as edition");
  const edition = editionOf({SITE_EDITION: `company:${subject}`})!;
  const tables = await cutBank(connection, edition, rules);
  const rows = async (sql: string) => readRows(await connection.run(sql));
  return {tables, rows, close: () => instance.closeSync()};
}

describe("the bank of one company", () => {
  let cut: Awaited<ReturnType<typeof cutFor>>;
  const subject = "com-00003";
  beforeAll(async () => {
    cut = await cutFor(subject);
  });
  afterAll(() => cut?.close());

  it("has the tables that its rules name, with rows", async () => {
    for (const table of cut.tables) {
      const [count] = await cut.rows(`select count(*) as n from edition.${table}`);
      expect([table, Number(count!.n) > 0]).toEqual([table, true]);
    }
  });

  it("has of its own accounts what the whole bank has", async () => {
    const sums = (database: string) =>
      cut.rows(
        `select count(*) as legs, sum(amount_eur) as amount from ${database}.transactions
        join bank.accounts using (account_id) where user_id = '${subject}'`,
      );
    expect(await sums("edition")).toEqual(await sums("bank"));
  });

  it("holds in no column of no table a word that tells of somebody else", async () => {
    const customers = `select customer_id from bank.invoices where company_id = '${subject}' and customer_id is not null`;
    const others = await cut.rows(
      `select user_id as word from bank.users where user_id <> '${subject}' and user_id not in (${customers})
      union all select name from bank.users where user_id <> '${subject}' and user_id not in (${customers})
      union all select email from bank.users
      union all select account_id from bank.accounts where user_id <> '${subject}'
      union all select iban from bank.accounts
      union all select description from bank.descriptions
        where length(description) > 12 and description not in (select name from bank.counterparties)`,
    );
    const words = new Set(others.map(({word}) => String(word)));
    const leaks: string[] = [];
    for (const table of cut.tables)
      for (const row of await cut.rows(`from edition.${table}`))
        for (const [column, value] of Object.entries(row))
          if (typeof value === "string" && words.has(value))
            leaks.push(`${table}.${column}: ${value}`);
    expect(leaks).toEqual([]);
  });
});
