import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {executeTrade, type TradeRequest} from "../../scripts/db/services/executeTrade.js";
import {postTransfer, type TransferRequest} from "../../scripts/db/services/postTransfer.js";
import {smokeReport} from "../../scripts/db/smoke.js";
import {importIntoDatabase} from "../../scripts/import/importIntoDatabase.js";
import {postStream} from "../../scripts/live/postStream.js";
import {batchName} from "../../scripts/stream/layout.js";
import {tinyBank} from "../support/bankFolder.js";
import {connectTo, describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {importRequest, statementText} from "../support/statementImport.js";
import {streamBank} from "../support/stream.js";
import {temporaryFolder} from "../support/tinyBank.js";

const payment = (requestId: string): TransferRequest => ({
  requestId,
  from: {account: "ind-000001-chk"},
  to: {counterparty: "cp-00002"},
  amountCents: 100,
  bookedAt: "2025-06-30 23:00:00",
  channel: "card",
  category: "groceries",
  description: "apples",
});

const sale: TradeRequest = {
  requestId: "3",
  account: "ind-000001-brk",
  counterparty: "cp-00004",
  symbol: "AAPL",
  side: "sell",
  quantityE6: 1_000_000,
  executedAt: "2025-06-30 15:00:00",
  priceE4: 510_000,
  rateE6: 900_000,
  feeCents: 100,
};

describeMariadb("docker/accounts.sql and docker/poster.sql", () => {
  let server: MariadbServer;
  let env: Environment;
  let reader: Environment;
  let poster: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    env = await server.createDatabase();
    reader = {
      ...env,
      DB_USER: "bank_reader",
      DB_PASSWORD: "of-the-reader",
      DB_LOADER_USER: "bank_loader",
      DB_LOADER_PASSWORD: "of-the-loader",
    };
    poster = {...env, DB_USER: "bank_poster", DB_PASSWORD: "of-the-poster"};
  });
  afterAll(async () => {
    const root = await connectTo({...server.environment, DB_NAME: "mysql"});
    await root.query("drop user if exists bank_reader, bank_loader, bank_poster");
    await root.end();
    await server.stop();
  });

  /** Runs a file of docker/ as root, on the test's database. */
  async function runAsRoot(file: string, {DB_NAME} = env): Promise<void> {
    const sql = readFileSync(join(projectRoot, "docker", file), "utf8");
    await asRoot(sql.replaceAll("on bank.", `on ${DB_NAME}.`));
  }
  async function asRoot(sql: string): Promise<void> {
    const root = await connect(requiredDatabaseSettings(env), deadlineIn(10), {
      multipleStatements: true,
    });
    await root.query(sql);
    await root.end();
  }
  const setPassword = (name: string) =>
    asRoot(`set password for 'bank_${name}'@'%' = password('of-the-${name}')`);

  it("makes accounts with which nobody logs in before they have a password", async () => {
    await runAsRoot("accounts.sql");
    for (const DB_PASSWORD of ["", "invalid", "change-me-reader"])
      await expect(connectTo({...reader, DB_PASSWORD})).rejects.toThrow(/access denied/);
    await setPassword("reader");
    await setPassword("loader");
  });

  it("gives the loader what migrating, loading and posting need", async () => {
    const settings = requiredDatabaseSettings(reader, {loader: true});
    expect(settings.user).toBe("bank_loader");
    await migrate(settings);
    const options = {folder: tinyBank, rejectsFolder: temporaryFolder("rejects"), prune: true};
    expect((await loadBank(settings, options)).isLoaded).toBe(true);
    expect((await loadBank(settings, {...options, verify: true})).isLoaded).toBe(true);
    const connection = await connect(settings);
    await postTransfer(connection, payment("1"));
    await connection.end();
  });

  it("gives the poster what posting and importing need", async () => {
    await runAsRoot("poster.sql");
    await setPassword("poster");
    const connection = await connectTo(poster);
    await postTransfer(connection, payment("2"));
    await executeTrade(connection, sale);
    await connection.end();
    const statement = statementText("2025-06-30 | Someone New | Card payment | | -12.50");
    const request = importRequest("ind-000001-chk", [statement]);
    expect((await importIntoDatabase(requiredDatabaseSettings(poster), request)).rows).toHaveLength(
      1,
    );
  });

  it("gives the poster what the live stream needs, also where a batch is set aside", async () => {
    const root = temporaryFolder("posted");
    const folder = join(root, "seed-stream");
    await streamBank(root, {limit: 12});
    const streamed = await server.createDatabase();
    const settings = requiredDatabaseSettings(streamed);
    await migrate(settings);
    await loadBank(settings, {folder: join(root, "seed"), rejectsFolder: join(root, "rejects")});
    await runAsRoot("poster.sql", streamed);
    rmSync(join(folder, batchName(12), "transactions.csv"), {force: true});
    writeFileSync(join(folder, batchName(12), "manifest.json"), "{}");
    const stop = new AbortController();
    await postStream({
      settings: requiredDatabaseSettings({...poster, DB_NAME: streamed.DB_NAME}),
      folder,
      rejectsFolder: join(root, "rejects"),
      signal: stop.signal,
      onBatch: (batch) => batch === 12 && stop.abort(),
    });
    const connection = await connectTo(streamed);
    const [rows] = await connection.query<RowDataPacket[]>(
      `select outcome, substring_index(posted_by, '@', 1) as posted_by, count(*) as n
      from live_batches group by 1, 2 order by 1`,
    );
    await connection.end();
    expect(rows).toEqual([
      {outcome: "posted", posted_by: "bank_poster", n: 11},
      {outcome: "set aside", posted_by: "bank_poster", n: 1},
    ]);
  });

  it("lets the poster change and remove nothing that is booked, and nobody's account", async () => {
    const connection = await connectTo(poster);
    for (const sql of [
      "delete from transactions",
      "update transactions set amount_eur = 1",
      "update accounts set overdraft_limit_eur = 1000000",
      "insert into accounts select * from accounts",
      "update users set name = 'x'",
      "update invoices set amount_eur = 1",
      "update posting_requests set request_sha256 = ''",
      "delete from posting_requests",
      "delete from imported_rows",
      "update load_batches set loaded_by = 'nobody'",
      "update live_batches set posted_by = 'nobody'",
      "create table x (y int)",
      "drop table transactions",
      "grant select on *.* to bank_reader",
    ])
      await expect(connection.query(sql), sql).rejects.toThrow(/denied/);
    await connection.end();
  });

  it("has the server note who loaded, posted and imported, and when", async () => {
    const connection = await connectTo(reader);
    const notes = async (sql: string) =>
      (await connection.query<RowDataPacket[][]>({sql, rowsAsArray: true}))[0].flat();
    expect(
      await notes("select distinct substring_index(loaded_by, '@', 1) from load_batches"),
    ).toEqual(["bank_loader"]);
    expect(
      await notes(
        "select substring_index(posted_by, '@', 1) from posting_requests order by request_id",
      ),
    ).toEqual(["bank_loader", "bank_poster", "bank_poster"]);
    expect(
      await notes(
        `select substring_index(imported_by, '@', 1) from imported_rows
        where imported_at > utc_timestamp() - interval 1 hour`,
      ),
    ).toEqual(["bank_poster"]);
    await connection.end();
  });

  it("gives the reader what the site needs, and nothing that writes", async () => {
    expect(await smokeReport(requiredDatabaseSettings(reader))).toMatch(/^transactions {4}36$/m);
    const source = await openMariadbSource(reader);
    expect(await source.fingerprint()).not.toBe("");
    expect(await source.query("select count(*) as n from transactions")).toEqual([{n: 36}]);
    await source.close();
    const connection = await connectTo(reader);
    for (const sql of [
      "delete from transactions",
      "create table x (y int)",
      "drop table invoices",
      "insert into load_batches (batch_id) values (1)",
      "update posting_counters set last_id = 0",
      "create temporary table x (y int)",
      "select * from mysql.user",
      "select 1 into outfile '/tmp/x'",
      "set global local_infile = 0",
    ]) {
      await expect(connection.query(sql)).rejects.toThrow(/denied/);
    }
    await connection.end();
  });
});
