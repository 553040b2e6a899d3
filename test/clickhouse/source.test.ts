import {readdirSync} from "node:fs";
import {createServer} from "node:http";
import {type AddressInfo, createServer as createSocketServer} from "node:net";
import {dirname, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, it, onTestFinished} from "vitest";
import {temporaryPath} from "../../loaders/abandoned.js";
import {askOverHttp, askText} from "../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../loaders/clickhouse/settings.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import type {Environment} from "../../loaders/environment.js";
import {duckdbTypes, type Extract, readExtracts} from "../../loaders/extracts.js";
import {openSource} from "../../loaders/openSource.js";
import {ensureSnapshot, readPlan} from "../../loaders/snapshot/snapshot.js";
import {BankChanged, SourceUnavailable} from "../../loaders/source.js";
import {askChdb, askInProcess} from "../support/chdb.js";
import {startClickhouse} from "../support/clickhouseServer.js";
import {loadCsv, newDatabase} from "../support/loadedClickhouse.js";
import {temporaryFolder, tinyBank} from "../support/tinyBank.js";

const database = newDatabase();
beforeAll(() => loadCsv(askInProcess(database), database, tinyBank));

const text = (env: Environment, sql: string) =>
  askText(askOverHttp(requiredClickhouseSettings(env)), sql);

/** An extract of the columns given, into a table of its own. */
async function extracted(env: Environment, sql: string, columns: Extract["columns"]) {
  const source = await openClickhouseSource(env);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run("set timezone = 'Asia/Tokyo'"); // as on a machine that is elsewhere
  const types = columns.map(({name, type}) => `${name} ${duckdbTypes[type]}`);
  await connection.run(`create table target (${types.join(", ")})`);
  const extract = {name: "target", file: "", sql, columns} as unknown as Extract;
  const count = await source.extract(extract, {connection, table: "target"});
  return {count, rows: (await connection.runAndReadAll("from target")).getRowsJson()};
}

const column = (name: string, type: Extract["columns"][number]["type"], nullable = false) => ({
  name,
  type,
  nullable,
});

describe("openSource with DATA_SOURCE=clickhouse", () => {
  it("opens the bank and says what it is, without host, port or account", async () => {
    const {env} = await startClickhouse({database});
    const {description} = await openSource(env);
    expect(description.label).toMatch(/^ClickHouse \d+\.\d+$/);
    expect(description).toMatchObject({kind: "clickhouse", asOf: "2025-06-30", notes: []});
    const said = JSON.stringify(description);
    for (const secret of [env.CLICKHOUSE_USER!, env.CLICKHOUSE_PASSWORD!, "127.0.0.1"])
      expect(said).not.toContain(secret);
  });

  it("never turns to the CSV files, whatever fails", async () => {
    const env = {DATA_SOURCE: "clickhouse", CLICKHOUSE_URL: `http://127.0.0.1:${await freePort()}`};
    await expect(openSource(env, {folder: tinyBank})).rejects.toThrow(SourceUnavailable);
    await expect(openSource({DATA_SOURCE: "clickhouse"})).rejects.toThrow(
      "CLICKHOUSE_URL is not set (see .env.example)",
    );
  });

  it.each([
    ["a password", {CLICKHOUSE_PASSWORD: "wrong"}, /^access denied for user bank_reader at 127/],
    ["a database", {CLICKHOUSE_DATABASE: "nowhere"}, /^no database nowhere at .*clickhouse:load/],
    ["tables", {CLICKHOUSE_DATABASE: "system"}, /^no column calendar\.day .*clickhouse:load/],
  ])("says in one line what to do where %s is wrong", async (_, wrong, message) => {
    const {env} = await startClickhouse({database});
    const error = await openSource({...env, ...wrong}).catch((error) => error);
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("\n");
    expect(error.message + error.publicly).not.toContain(env.CLICKHOUSE_PASSWORD);
    expect(error.publicly).not.toMatch(/127|bank_reader/);
  });

  it("says so where nobody listens, or something else than ClickHouse", async () => {
    const port = await freePort();
    await expect(openSource(addressed(port))).rejects.toThrow(`no server at 127.0.0.1:${port}`);
    for (const status of [404, 200]) {
      const other = createServer((_, response) => response.writeHead(status).end("<h1>hello</h1>"));
      await expect(openSource(addressed(await listening(other)))).rejects.toThrow(
        new RegExp(`answers ${status}, and not as ClickHouse does \\(check CLICKHOUSE_URL\\)$`),
      );
    }
  });

  it("does not wait for a server that accepts and says nothing", async () => {
    const silent = createSocketServer(() => {});
    await expect(openSource(addressed(await listening(silent)))).rejects.toThrow(/^no answer from/);
  });

  it("refuses an address that holds an account, and shows none of it", async () => {
    const env = {DATA_SOURCE: "clickhouse", CLICKHOUSE_URL: "http://me:hidden@localhost:8123"};
    const error = await openSource(env).catch((error) => error);
    expect(error.message).toContain("use CLICKHOUSE_USER");
    expect(error.message).not.toContain("hidden");
  });

  it("names a column of another type, and a bank without a day", async () => {
    const own = newDatabase();
    await loadCsv(askInProcess(own), own, tinyBank);
    const {env} = await startClickhouse({database: own});
    await text(env, "truncate table calendar");
    await expect(openSource(env)).rejects.toThrow("holds no bank (run npm run clickhouse:load)");
    await text(env, "alter table trades modify column fee_eur Float64");
    await expect(openSource(env)).rejects.toThrow(
      /^column trades\.fee_eur is Float64, needed is Decimal\(18, 2\) /,
    );
  });
});

describe("source.extract", () => {
  it("keeps decimals, instants before 1970, nulls and text by code point", async () => {
    const {env} = await startClickhouse({database});
    const {rows} = await extracted(
      env,
      `select * from values('t Nullable(String), m Decimal(18, 2), d Date32, i DateTime64(0, \\'UTC\\'), b Bool',
        ('é', 90071992547409.91, '1912-02-29', '1969-12-31 23:59:59', true),
        ('Z', -0.01, '2025-05-01', '2025-05-01 13:45:10', false),
        (null, 0, '2025-05-01', '2025-05-01 00:00:00', false),
        ('a', 1, '2025-05-01', '2025-05-01 00:00:00', false))
      order by t`,
      [
        column("t", "text", true),
        column("m", "money"),
        column("d", "day"),
        column("i", "instant"),
        column("b", "boolean"),
      ],
    );
    expect(rows).toEqual([
      ["Z", "-0.01", "2025-05-01 00:00:00", "2025-05-01 13:45:10", false],
      ["a", "1.00", "2025-05-01 00:00:00", "2025-05-01 00:00:00", false],
      ["é", "90071992547409.91", "1912-02-29 00:00:00", "1969-12-31 23:59:59", true],
      [null, "0.00", "2025-05-01 00:00:00", "2025-05-01 00:00:00", false],
    ]);
  });

  it.each([
    ["a third decimal", "select toDecimal64('1.005', 3) as x", "money", "x: 1.005 (money)"],
    ["a double that is no cent", "select 0.1 + 0.2 as x", "money", "(money)"],
    ["a number above 32 bits", "select 3000000000 as x", "integer", "x: 3000000000 (integer)"],
    [
      "a day with a time",
      "select toDateTime64('2025-05-01 00:00:01', 0, 'UTC') as x",
      "day",
      "(day)",
    ],
    ["a 2 for a yes or no", "select 2 as x", "boolean", "x: 2 (boolean)"],
    ["a null", "select cast(null as Nullable(String)) as x", "text", "null in column x"],
    ["another name", "select 1 as y", "integer", "columns are y, declared are x"],
  ] as const)("refuses %s and rounds nothing", async (_, sql, type, message) => {
    const {env} = await startClickhouse({database});
    const failing = extracted(env, sql, [column("x", type)]);
    await expect(failing).rejects.toThrow(message);
    await expect(failing).rejects.toThrow(/^extract target: /);
  });

  it.each([
    ["with a tag", true],
    ["of an older version, without one", false],
  ])(
    "finds an error %s behind an answer of status 200, and leaves no file",
    async (_, isTagged) => {
      const {env} = await startClickhouse({
        database,
        isTagged,
        breaksOff: (sql) => /from transactions/.test(sql),
      });
      const sql = readExtracts().find(({name}) => name === "transactions")!;
      const before = ownFiles();
      await expect(extracted(env, sql.sql, sql.columns)).rejects.toThrow(
        "extract target: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)",
      );
      expect(ownFiles()).toEqual(before);
    },
  );

  it("says in one line what ClickHouse does not understand", async () => {
    const {env} = await startClickhouse({database});
    const error = await extracted(env, "select x from nowhere", [column("x", "text")]).catch(
      (error) => error,
    );
    expect(error.message).toMatch(/^extract target: Unknown table .*nowhere/);
    expect(error.message).not.toContain("\n");
  });
});

describe("the fingerprint", () => {
  it("stays while nothing changes, and is another after one row in any table", async () => {
    const own = newDatabase();
    await loadCsv(askInProcess(own), own, tinyBank);
    const {env} = await startClickhouse({database: own});
    const source = await openSource(env);
    const prints = [await source.fingerprint()];
    expect(await source.fingerprint()).toBe(prints[0]);
    for (const table of ["transactions", "cities", "bank_parameters", "load_batches"]) {
      await text(env, `insert into ${table} select * from ${table} limit 1`);
      prints.push(await source.fingerprint());
    }
    expect(new Set(prints).size).toBe(5);
    await expect(source.assertUnchanged()).rejects.toThrow(BankChanged);
  });

  it("makes a snapshot be read again where the bank changed while it was read", async () => {
    const own = newDatabase();
    await loadCsv(askInProcess(own), own, tinyBank);
    let isPosted = false;
    const {env, statements} = await startClickhouse({
      database: own,
      async before(sql) {
        if (isPosted || !/from savings_goals\norder by/.test(sql)) return;
        isPosted = true;
        await askChdb({
          database: own,
          sql: "insert into counterparties select 'cp-99999', name, kind, country, mcc from counterparties limit 1",
        });
      },
    });
    const file = join(temporaryFolder("snapshot"), "clickhouse.duckdb");
    const snapshot = await ensureSnapshot({env: {}, open: () => openSource(env), file});
    expect(snapshot.tables.get("counterparties")!.rowCount).toBe(8);
    const reads = statements.filter((sql) => /from savings_goals\norder by/.test(sql));
    expect(reads).toHaveLength(2);
  });
});

it("a table of somebody's own comes along, and its rows are in the fingerprint", async () => {
  const own = newDatabase();
  await loadCsv(askInProcess(own), own, tinyBank);
  const {env} = await startClickhouse({database: own});
  await text(
    env,
    "create table campaigns (name String, budget_eur Decimal(18, 2)) engine = Memory",
  );
  await text(env, "insert into campaigns values ('spring', 10.5)");
  const campaigns = {
    ...readExtracts()[0]!,
    name: "campaigns",
    sql: "select name, budget_eur from campaigns order by name",
    columns: [column("name", "text", true), column("budget_eur", "money", true)],
  };
  const file = join(temporaryFolder("snapshot"), "clickhouse.duckdb");
  const plan = {...readPlan(), own: [campaigns]};
  const make = () => ensureSnapshot({env: {}, open: () => openSource(env), file, plan});
  const first = await make();
  expect(first.tables.get("campaigns")).toMatchObject({rowCount: 1});
  expect((await make()).isMade).toBe(false);
  await text(env, "insert into campaigns values ('summer', 12)");
  expect((await make()).tables.get("campaigns")).toMatchObject({rowCount: 2});
});

const addressed = (port: number): Environment => ({
  DATA_SOURCE: "clickhouse",
  CLICKHOUSE_URL: `http://127.0.0.1:${port}`,
});

async function listening(server: ReturnType<typeof createSocketServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function ownFiles(): string[] {
  return readdirSync(dirname(temporaryPath())).filter((name) =>
    name.startsWith(`run-${process.pid}-`),
  );
}
