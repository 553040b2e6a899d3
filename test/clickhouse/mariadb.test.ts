import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Ask, askText} from "../../loaders/clickhouse/ask.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import type {Environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import type {Fence} from "../../scripts/clickhouse/fence.js";
import {loadTables, prepareTables} from "../../scripts/clickhouse/load.js";
import {openMariadbRows} from "../../scripts/clickhouse/mariadbRows.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {bank} from "../support/bank.js";
import {askInProcess} from "../support/chdb.js";
import {newDatabase} from "../support/loadedClickhouse.js";
import {
  connectTo,
  describeMariadb,
  type MariadbServer,
  newBank,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

describeMariadb("a load from MariaDB", () => {
  const folder = bank({individuals: 300, companies: 30, months: 6, seed: 7});
  const database = newDatabase();
  const ask = askInProcess(database);
  let server: MariadbServer;
  let env: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    env = await newBank(server);
    await loadBank(requiredDatabaseSettings(env), {
      folder,
      rejectsFolder: temporaryFolder("rejects"),
    });
  });
  afterAll(() => server.stop());

  it("has every value of the CSV files, doubles to the last digit, and their parameters", async () => {
    await load(env, ask, database);
    const snapshot = await snapshotFrom(ask, database);
    const fromCsv = await snapshotOf(folder);
    expect(Object.fromEntries(snapshot.tables)).toEqual(Object.fromEntries(fromCsv.tables));
    expect(snapshot.description.parameters).toEqual(fromCsv.description.parameters);
  });

  it("writes nothing the second time, and one month after a change in it", async () => {
    const isWritten = (each: {written: number; pruned: number}) => each.written + each.pruned > 0;
    expect((await load(env, ask, database)).filter(isWritten)).toEqual([]);
    const connection = await connectTo(env);
    const [first] = await connection.query<RowDataPacket[]>(
      "select min(transaction_id) as id from transactions",
    );
    const {id} = first[0] as {id: number};
    await connection.query(
      "update transactions set description = 'other' where transaction_id = ?",
      [id],
    );
    connection.destroy();
    const written = (await load(env, ask, database)).filter(isWritten);
    expect(written.map(({table}) => table)).toEqual(["transactions"]);
    expect(written[0]!.written).toBeLessThan(written[0]!.rows / 3);
    const text = `select description from transactions where transaction_id = ${id}`;
    expect(await askText(ask, text)).toBe("other\n");
  });

  it("takes closed days only, so that no table is ahead of another", async () => {
    const own = newDatabase();
    const inOwn = askInProcess(own);
    const last = await askText(ask, "select max(day) - 40 from calendar");
    await load(env, inOwn, own, {until: last.trim()});
    for (const [table, day] of [
      ["transactions", "booked_on"],
      ["trades", "toDate32(executed_at)"],
      ["invoices", "issued_on"],
      ["calendar", "day"],
    ]) {
      const rows = Number(
        await askText(ask, `select count(*) from ${table} where ${day} <= '${last.trim()}'`),
      );
      expect(Number(await askText(inOwn, `select count(*) from ${table}`)), table).toBe(rows);
    }
    const unknown = `select count(*) from invoices
      where transaction_id is not null and transaction_id not in (select transaction_id from transactions)`;
    expect(await askText(inOwn, unknown)).toBe("0\n");
  });

  it("shows no password where ClickHouse cannot reach MariaDB", async () => {
    const connection = await connectTo(env);
    await connection.query("create user if not exists reader identified by 'never-shown'");
    await connection.query("grant select on *.* to reader");
    connection.destroy();
    const settings = {...requiredDatabaseSettings(env), user: "reader", password: "never-shown"};
    const rows = await openMariadbRows(settings, ask, {address: "127.0.0.1:1"});
    const fence = {until: rows.lastDay, since: undefined};
    const error = await loadTables(ask, rows, fence).catch((error) => error);
    expect(String(error)).toMatch(/127\.0\.0\.1:1/);
    expect(String(error)).not.toContain("never-shown");
  });
});

async function load(
  env: Environment,
  ask: Ask,
  database: string,
  {until, since}: Partial<Fence> = {},
) {
  const rows = await openMariadbRows(requiredDatabaseSettings(env), ask);
  await prepareTables(ask, database);
  return loadTables(ask, rows, {until: until ?? rows.lastDay, since});
}

function snapshotFrom(ask: Ask, database: string) {
  const env = {CLICKHOUSE_URL: "http://localhost", CLICKHOUSE_DATABASE: database};
  return ensureSnapshot({
    env: {},
    open: () => openClickhouseSource(env, {ask}),
    file: join(temporaryFolder("snapshot"), "clickhouse.duckdb"),
  });
}
