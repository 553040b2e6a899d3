import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openCsvSource} from "../../loaders/csv/source.js";
import {makeSqlDataset} from "../../loaders/datasets/sqlDataset.js";
import type {Environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import type {Source} from "../../loaders/source.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import type {LoadOptions} from "../../scripts/db/load/loadTable.js";
import {brokenRules} from "../../scripts/db/load/ruleCheck.js";
import {migrate} from "../../scripts/db/migrate.js";
import {firstPostedId} from "../../scripts/db/postedRows.js";
import {postTransfer} from "../../scripts/db/services/postTransfer.js";
import {type TableName, tableNamed} from "../../src/lib/bank/schema.js";
import {
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {editedBank, temporaryFolder, tinyBank} from "../support/tinyBank.js";

/** Beyond what 32 bits hold. */
const far = 3_000_000_000;

const payment = {
  requestId: "t-1",
  from: {account: "ind-000001-chk"},
  to: {account: "ind-000002-chk"},
  amountCents: 1250,
  bookedAt: "2025-06-30 23:00:00",
  channel: "e_money",
  category: "peer",
  description: "for the cinema",
} as const;

/** The tiny bank with all its serial numbers so much higher. */
function farBank(): string {
  const shifted = (table: TableName) => (text: string) => {
    const serials = tableNamed(table).columns.map(({type}) => type === "serial");
    const [header, ...lines] = text.trimEnd().split("\n");
    // no serial of these files stands behind a quoted text
    const rows = lines.map((line) =>
      line
        .split(",")
        .map((field, i) => (serials[i] && field !== "" ? String(Number(field) + far) : field))
        .join(","),
    );
    return `${[header, ...rows].join("\n")}\n`;
  };
  return editedBank({
    transactions: shifted("transactions"),
    trades: shifted("trades"),
    invoices: shifted("invoices"),
  });
}

const idsOf = (file: string) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => Number(line.split(",")[0]));

async function snapshotOf(open: () => Promise<Source>) {
  const file = join(temporaryFolder("snapshot"), "bank.duckdb");
  return ensureSnapshot({env: {}, open, file});
}

describeMariadb("numbers beyond 32 bits", () => {
  let server: MariadbServer;
  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());

  const load = (env: Environment, folder: string, options: Partial<LoadOptions> = {}) =>
    loadBank(requiredDatabaseSettings(env), {
      folder,
      rejectsFolder: temporaryFolder("rejects"),
      ...options,
    });

  async function dataset(file: string, format: "csv" | "json"): Promise<string> {
    const reader = await openSnapshot(file);
    const sql = "select transaction_id, transfer_id from bank.transactions order by transaction_id";
    const text = {name: "ids", file: "ids.sql", sql};
    const {bytes} = await makeSqlDataset(reader.connection, text, format);
    reader.close();
    return Buffer.from(bytes).toString("utf8");
  }

  it("come from the CSV files into every dataset as they are", async () => {
    const folder = farBank();
    const {file} = await snapshotOf(() => openCsvSource({folder}));
    const rows = (await dataset(file, "csv")).trimEnd().split("\n").slice(1);
    expect(rows.map((row) => Number(row.split(",")[0]))).toEqual(
      idsOf(join(tinyBank, "transactions.csv")).map((id) => id + far),
    );
    expect(rows[3]).toBe(`${far + 4},${far + 1}`);
    expect(JSON.parse(await dataset(file, "json"))[3]).toEqual({
      transaction_id: far + 4,
      transfer_id: far + 1,
    });
  });

  it("go through MariaDB and come out the same, unchanged when they are loaded again", async () => {
    const folder = farBank();
    const env = await emptyBank(server);
    await load(env, folder);
    const ofMariadb = await snapshotOf(() => openMariadbSource(env));
    const ofCsv = await snapshotOf(() => openCsvSource({folder}));
    expect(Object.fromEntries(ofMariadb.tables)).toEqual(Object.fromEntries(ofCsv.tables));
    const again = await load(env, folder, {verify: true});
    for (const {table, rows, unchanged} of again.tables)
      expect([table, unchanged]).toEqual([table, rows]);
  });

  it("are given to payments, exactly, and a load leaves these alone", async () => {
    const folder = farBank();
    const env = await emptyBank(server);
    await load(env, folder);
    const connection = await connectTo(env);
    const posted = await postTransfer(connection, payment);
    expect(posted).toEqual({
      transactionIds: [firstPostedId + 1, firstPostedId + 2],
      transferId: firstPostedId + 1,
      tradeId: null,
    });
    expect(await postTransfer(connection, payment)).toEqual(posted);
    const {file} = await snapshotOf(() => openMariadbSource(env));
    expect((await dataset(file, "csv")).trimEnd().split("\n").slice(-2)).toEqual(
      posted.transactionIds.map((id) => `${id},${posted.transferId}`),
    );
    const again = await load(env, folder, {prune: true, verify: true});
    expect(again.tables.find(({table}) => table === "transactions")).toMatchObject({
      unchanged: 32,
      vanished: 0,
      pruned: 0,
    });
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  it("leave what was posted before them its number, which no load takes for a row of its file", async () => {
    const env = await server.createDatabase();
    const settings = requiredDatabaseSettings(env);
    await migrate(settings);
    await load(env, tinyBank);
    const connection = await connectTo(env);
    // as level 9 had it: one payment, of two legs
    await connection.query(
      `insert into transactions select 1000000000 + n, account_id, '2025-06-30 23:00:00', '2025-06-30',
        amount, 'e_money', 'peer', null, other, 1000000001, ''
      from (
        select 1 as n, 'ind-000001-chk' as account_id, -1 as amount, 'ind-000002-chk' as other
        union all select 2, 'ind-000002-chk', 1, 'ind-000001-chk'
      ) legs`,
    );
    await connection.query(`alter table posting_counters drop column earlier_id`);
    await connection.query(
      "update posting_counters set last_id = 1000000000 + if(name = 'transaction', 2, name = 'transfer')",
    );
    await connection.query("delete from schema_migrations where version >= 10");
    await migrate(settings);
    const [counters] = await connection.query<RowDataPacket[]>(
      "select name, last_id, earlier_id from posting_counters order by name",
    );
    expect(counters).toEqual([
      {name: "trade", last_id: firstPostedId, earlier_id: 1_000_000_000},
      {name: "transaction", last_id: firstPostedId, earlier_id: 1_000_000_002},
      {name: "transfer", last_id: firstPostedId, earlier_id: 1_000_000_001},
    ]);
    await load(env, tinyBank, {prune: true, verify: true});
    const [[left]] = await connection.query<RowDataPacket[]>(
      "select count(*) as n from transactions where transaction_id > 1000000000",
    );
    expect(left).toEqual({n: 2});
    expect((await postTransfer(connection, payment)).transactionIds[0]).toBe(firstPostedId + 1);
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });
});
