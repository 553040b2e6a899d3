import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection as WasmConnection} from "@duckdb/duckdb-wasm/blocking";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeSqlDataset} from "../../../loaders/datasets/sqlDataset.js";
import {projectRoot} from "../../../loaders/environment.js";
import {type Row, readRows} from "../../../loaders/rows.js";
import {publishBank} from "../../../loaders/snapshot/publish.js";
import {openSnapshot, type SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {readSqlFolder} from "../../../loaders/sqlText.js";
import {temporaryFolder} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";
import {openWasmBank} from "../../support/wasmBank.js";

/** What stays in the house: whole tables, and columns of the others. */
const withheld = {
  tables: [
    "descriptions",
    "last_postings",
    "snapshot",
    "snapshot_tables",
    // made of the legs, which are published themselves
    ...[
      "account_flows",
      "account_states",
      "brokerage_legs",
      "card_hours",
      "company_days",
      "day_hours",
    ],
    ...[
      "invoice_payments",
      "large_legs",
      "recent_legs",
      "salary_legs",
      "savings_peaks",
      "sector_payments",
    ],
  ],
  columns: ["individuals.persona", "users.email"],
};

let snapshot: SnapshotReader & {file: string};
let published: SnapshotReader;
let browser: WasmConnection;
let bytes: Buffer;

beforeAll(async () => {
  snapshot = await tinySnapshot();
  bytes = await publishBank(snapshot.file);
  const file = join(temporaryFolder("published"), "bank.duckdb");
  writeFileSync(file, bytes);
  published = await openSnapshot(file);
  browser = await openWasmBank(file);
});
afterAll(() => {
  snapshot.close();
  published.close();
});

const ask = async ({connection}: SnapshotReader, sql: string): Promise<Row[]> =>
  readRows(await connection.run(sql));

const columnsOf = async (reader: SnapshotReader): Promise<string[]> =>
  (
    await ask(
      reader,
      `select table_name || '.' || column_name || ' ' || data_type as name
      from duckdb_columns() where database_name = 'bank' order by name`,
    )
  ).map(({name}) => String(name));

describe("publishBank(snapshot)", () => {
  it("publishes every column of the snapshot, under its name and type, but those that are withheld", async () => {
    const expected = (await columnsOf(snapshot)).filter((column) => {
      const [name = ""] = column.split(" ");
      const [table = ""] = name.split(".");
      return !withheld.tables.includes(table) && !withheld.columns.includes(name);
    });
    expect(await columnsOf(published)).toEqual(expected);
  });

  it("lets out no e-mail address, no whole IBAN, no free text and no persona", async () => {
    const secrets = await ask(
      snapshot,
      `select email as secret from bank.users
      union all select iban from bank.accounts
      union all select description from bank.descriptions where length(description) > 8
      union all select persona from bank.individuals`,
    );
    const texts = (await columnsOf(published))
      .filter((column) => column.endsWith(" VARCHAR"))
      .map((column) => column.replace(" VARCHAR", "").split("."))
      .map(([table, column]) => `select ${column} as text from bank.${table}`);
    const known = new Set((await ask(published, texts.join(" union "))).map(({text}) => text));
    expect(known.has("Ada Brandt")).toBe(true);
    expect(secrets.length).toBeGreaterThan(30);
    expect(secrets.filter(({secret}) => known.has(secret!))).toEqual([]);
  });

  it("masks an IBAN but for its country and last four characters", async () => {
    expect(
      await ask(published, "select iban from bank.accounts where account_id = 'ind-000001-chk'"),
    ).toEqual([{iban: "DE** **** 3000"}]);
  });

  it("keeps every row, and every value that it does not withhold or mask", async () => {
    for (const {name} of readSqlFolder(join(projectRoot, "sql/publish"))) {
      const columns = (await columnsOf(published))
        .filter((column) => column.startsWith(`${name}.`) && !column.startsWith("accounts.iban "))
        .map((column) => column.replace(/^\w+\.(\w+) .*$/, "$1"));
      const rows = `select ${columns.join(", ")} from bank.${name} order by all`;
      expect([name, await ask(published, rows)]).toEqual([name, await ask(snapshot, rows)]);
    }
  });

  it("puts what is more than half a gigabyte of a large bank on the disk, whatever the machine has", async () => {
    const sql =
      "select current_setting('memory_limit') as size, current_setting('threads') as threads";
    const bytes = await publishBank(snapshot.file, [
      {name: "limits", file: "sql/publish/limits.sql", sql},
    ]);
    const file = join(temporaryFolder("limits"), "bank.duckdb");
    writeFileSync(file, bytes);
    const held = await openSnapshot(file);
    try {
      expect(await ask(held, "from bank.limits")).toEqual([{size: "488.2 MiB", threads: 2}]);
    } finally {
      held.close();
    }
  });

  it("names the allow-list's file and line where its SELECT is wrong", async () => {
    const allowed = [
      {name: "users", file: "sql/publish/users.sql", sql: "select\n  nickname\nfrom bank.users"},
    ];
    await expect(publishBank(snapshot.file, allowed)).rejects.toThrow(
      /^sql\/publish\/users\.sql:2: Binder Error: .*"nickname" not found/,
    );
  });
});

describe("the published file in the browser's engine", () => {
  const inBrowser = (sql: string) =>
    browser
      .query(sql)
      .toArray()
      .map((row) => row.toJSON());

  it("is read by DuckDB 1.4, every table of it", async () => {
    expect(inBrowser("select version() as version")).toEqual([{version: "v1.4.3"}]);
    for (const {name} of readSqlFolder(join(projectRoot, "sql/publish"))) {
      const sql = `select count(*)::integer as n from bank.${name}`;
      expect([name, inBrowser(sql)]).toEqual([name, await ask(published, sql)]);
    }
  });

  it("answers a cell's query as a loader does when the query is moved into one, unchanged", async () => {
    const cell = `
      -- What did people spend in each month, by what it was for?
      with spending as (
        select
          date_trunc('month', transactions.booked_on) as month,
          transactions.category as category,
          -sum(transactions.amount_eur) as spent_eur,
          count(*)::integer as leg_count,
          max(transactions.booked_at) as last_at
        from bank.transactions
        join bank.accounts on accounts.account_id = transactions.account_id
        join bank.individuals on individuals.user_id = accounts.user_id
        where transactions.amount_eur < 0 and transactions.counter_account_id is null
        group by all
      )
      select *, spent_eur / sum(spent_eur) over (partition by month) as share, spent_eur > 100 as is_large
      from spending
      order by month, category`;
    const {bytes: written} = await makeSqlDataset(
      snapshot.connection,
      {name: "spending", file: "src/data/spending.json.sql", sql: cell},
      "json",
    );
    const fromLoader = JSON.parse(Buffer.from(written).toString("utf8")) as Row[];
    const fromCell = inBrowser(cell).map((row) => ({
      ...row,
      month: new Date(row.month).toISOString().slice(0, 10),
      last_at: new Date(row.last_at).toISOString().replace(".000Z", "Z"),
      spent_eur: Math.round(row.spent_eur * 100) / 100,
    }));
    expect(fromLoader).toHaveLength(6);
    expect(fromCell).toEqual(fromLoader);
  });
});
