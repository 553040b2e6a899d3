import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {editionOf} from "../../../loaders/editions/edition.js";
import {openWholeBank, type WholeBank} from "../../../loaders/editions/editionBank.js";
import {type Rules, readRules} from "../../../loaders/editions/rules.js";
import {readRows} from "../../../loaders/rows.js";
import type {Snapshot} from "../../../loaders/snapshot/snapshot.js";
import {bank} from "../../support/bank.js";
import {snapshotOf} from "../../support/tinySnapshot.js";

let snapshot: Snapshot;
let whole: WholeBank;
beforeAll(async () => {
  snapshot = await snapshotOf(bank({individuals: 200, companies: 30, months: 6}));
  whole = await openWholeBank(snapshot);
});
afterAll(() => whole?.close());

/** Cuts the bank and asks both, as `edition` and `bank`. */
async function cut(name: string, change: (rules: Rules) => Rules = (rules) => rules) {
  const edition = await whole.resolve(editionOf(name)!);
  const {file, tables, key} = await whole.cut(edition, change(readRules(edition.audience)));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`attach '${snapshot.file}' as bank (read_only)`);
  await connection.run(`attach '${file}' as edition (read_only)`);
  const rows = async (sql: string) => readRows(await connection.run(sql));
  return {tables, key, rows, close: () => instance.closeSync()};
}

const withTable = (name: string, sql: string) => (rules: Rules) => ({
  ...rules,
  tables: rules.tables.map((table) => (table.name === name ? {...table, sql} : table)),
});

describe.each([
  ["company", "com-00003"],
  ["person", "ind-000005"],
])("the bank of one %s", (kind, subject) => {
  let own: Awaited<ReturnType<typeof cut>>;
  beforeAll(async () => {
    own = await cut(`${kind}:${subject}`);
  });
  afterAll(() => own?.close());

  it("has of its own accounts what the whole bank has", async () => {
    const sums = (database: string) =>
      own.rows(
        `select count(*) as legs, sum(amount_eur) as amount from ${database}.transactions
        join bank.accounts using (account_id) where user_id = '${subject}'`,
      );
    expect(await sums("edition")).toEqual(await sums("bank"));
    const [legs] = await own.rows("select count(*) as n from edition.transactions");
    expect(Number(legs!.n)).toBeGreaterThan(0);
  });

  it("holds in no column of no table a word that tells of somebody else", async () => {
    const dealtWith = `select others.user_id from bank.transactions
      join bank.accounts using (account_id)
      join bank.accounts others on others.account_id = counter_account_id where accounts.user_id = '${subject}'
      union all select customer_id from bank.invoices where company_id = '${subject}' and customer_id is not null
      union all select employer_id from bank.individuals where user_id = '${subject}' and employer_id is not null
      union all select '${subject}'`;
    const others = await own.rows(
      `select user_id as word from bank.users where user_id not in (${dealtWith})
      union all select name from bank.users where user_id not in (${dealtWith})
        and name not in (select name from bank.users where user_id in (${dealtWith}))
      union all select email from bank.users
      union all select account_id from bank.accounts where user_id <> '${subject}'
      union all select iban from bank.accounts
      union all select description from bank.descriptions
        where length(description) > 12 and description not in (select name from bank.counterparties)`,
    );
    const words = new Set(others.map(({word}) => String(word)));
    const leaks: string[] = [];
    for (const [table] of own.tables)
      for (const row of await own.rows(`from edition.${table}`))
        for (const [column, value] of Object.entries(row))
          if (typeof value === "string" && words.has(value))
            leaks.push(`${table}.${column}: ${value}`);
    expect(leaks).toEqual([]);
    expect(words.size).toBeGreaterThan(1000);
  });
});

describe("the bank of the public", () => {
  it("has nobody in it", async () => {
    const {tables, rows, close} = await cut("public");
    const named = await rows(
      `select distinct table_name as "table" from duckdb_columns()
      where database_name = 'edition' and column_name in ('user_id', 'account_id', 'company_id')`,
    );
    for (const {table} of named)
      expect([table, tables.get(String(table))?.rowCount]).toEqual([table, 0]);
    close();
  });
});

describe("an edition's bank", () => {
  it.each(["company:com-00003", "person:ind-000005", "public"])(
    "of %s says that it was generated, and not how many customers there are",
    async (name) => {
      const {rows, close} = await cut(name);
      const [told] = await rows("select parameters from edition.snapshot");
      expect(JSON.parse(String(told!.parameters))).toEqual({seed: 42});
      expect(snapshot.description.parameters).toMatchObject({seed: 42, individuals: 200});
      close();
    },
  );

  it("is another for another customer, and the same each time", async () => {
    const keys = [];
    for (const id of ["com-00003", "com-00004", "com-00003"]) {
      const {key, close} = await cut(`company:${id}`);
      keys.push(key);
      close();
    }
    expect(new Set(keys).size).toBe(2);
    expect(keys[2]).toBe(keys[0]);
  });

  it.each([
    ["company:com-09999", /no customer com-09999 in the bank, for the edition company:com-09999/],
    ["person:com-00003", /com-00003 is no person/],
    ["company:adm-001", /adm-001 is of the kind bank_admin, for which there is no edition/],
  ])("is none for %s", async (name, message) => {
    await expect(cut(name)).rejects.toThrow(message);
  });

  it.each([
    [
      "accounts",
      "from bank.accounts",
      /accounts\.account_id has a row of .*, who is somebody else/,
    ],
    [
      "accounts",
      "from bank.accounts where user_id in (from subjects)",
      /accounts\.iban is told in full/,
    ],
    [
      "users",
      "from bank.users where user_id in (from subjects)",
      /users\.email is told in no edition/,
    ],
    [
      "users",
      "select user_id, city from bank.users",
      /users\.city has a row of .*, who is somebody else/,
    ],
    [
      "invoices",
      "from bank.invoices",
      /invoices\.company_id has a row of com-.*, who is somebody else/,
    ],
    [
      "transactions",
      "from bank.transactions where account_id in (select account_id from bank.accounts where user_id in (from subjects))",
      /transactions\.counter_account_id has a row of /,
    ],
  ])("is not made where the rule for %s is %j", async (table, sql, message) => {
    await expect(cut("company:com-00003", withTable(table, sql))).rejects.toThrow(message);
  });

  it("names file and line of a rule that fails", async () => {
    const wrong = withTable("companies", "\n\nselect nickname from bank.companies");
    await expect(cut("company:com-00003", wrong)).rejects.toThrow(
      /sql\/editions\/company\.sql:3: Binder Error/,
    );
  });
});
