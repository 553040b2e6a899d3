/**
 * A cluster in one process: its one shard is this process, for ClickHouse takes a server's own address for itself. What
 * cannot be had here are other servers, and replicas, which need a keeper: the statements of `sql/clickhouse/cluster.sql`
 * run without `on cluster`, and with plain tables in the place of replicated ones.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {askText} from "../../loaders/clickhouse/ask.js";
import {clusterOf, fingerprintOf} from "../../loaders/clickhouse/fingerprint.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import {projectRoot} from "../../loaders/environment.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {prepareTables} from "../../scripts/clickhouse/load.js";
import {bank} from "../support/bank.js";
import {askInProcess, openChdb} from "../support/chdb.js";
import {fillUnchecked} from "../support/loadedClickhouse.js";
import {temporaryFolder, tinyBank} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

const ask = askInProcess("bank");
const env = {CLICKHOUSE_URL: "http://localhost", CLICKHOUSE_DATABASE: "bank"};

beforeAll(async () => {
  const config = join(temporaryFolder("config"), "config.xml");
  writeFileSync(
    config,
    `<clickhouse>
      <tcp_port>9000</tcp_port>
      <macros><cluster>bank</cluster></macros>
      <remote_servers>
        <bank><shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard></bank>
      </remote_servers>
    </clickhouse>`,
  );
  openChdb(config);
  await askText(ask, "create database bank", {withoutDatabase: true});
  const statements = readFileSync(join(projectRoot, "sql/clickhouse/cluster.sql"), "utf8")
    .replaceAll(" on cluster '{cluster}'", "")
    .replaceAll(/ReplicatedMergeTree\(.*\)/g, "MergeTree")
    .split(/;\n/);
  for (const statement of statements) if (statement.trim() !== "") await askText(ask, statement);
});

/** Puts a bank in the place of what the shard holds. */
async function fill(...folders: string[]): Promise<void> {
  for (const name of ["transactions", "trades", "invoices"])
    await askText(ask, `truncate table ${name}_local`);
  await fillUnchecked(ask, ...folders);
}

describe("the tables of a cluster", () => {
  it("pass on to the shard what is put into them", async () => {
    await fill(tinyBank);
    for (const [name, engine] of [
      ["transactions", "Distributed"],
      ["trades", "Distributed"],
      ["invoices", "Distributed"],
      ["accounts", "MergeTree"],
    ])
      expect(
        await askText(
          ask,
          `select engine from system.tables where database = 'bank' and name = '${name}'`,
        ),
      ).toBe(`${engine}\n`);
    expect(await askText(ask, "select count(*) from transactions_local")).toBe("32\n");
  });

  it("give every extract the rows of the CSV files, in their order", async () => {
    const folder = bank({individuals: 300, companies: 30, months: 6, seed: 7});
    await fill(folder);
    const {tables} = await ensureSnapshot({
      env: {},
      open: () => openClickhouseSource(env, {ask}),
      file: join(temporaryFolder("snapshot"), "clickhouse.duckdb"),
    });
    const fromCsv = await snapshotOf(folder);
    expect(Object.fromEntries(tables)).toEqual(Object.fromEntries(fromCsv.tables));
  });

  it.each(["salaries-pair", "trades-settle", "ids-known"])(
    "are joined: %s finds its fixture, and nothing else does",
    async (name) => {
      await fill(join(projectRoot, "test/fixtures/not-ok", name), tinyBank);
      const source = await openClickhouseSource(env, {ask});
      const found: string[] = [];
      for (const check of readChecks())
        if ((await source.query(check.sql)).length > 0) found.push(check.name);
      expect(found).toEqual([name]);
    },
  );

  it("are seen by the fingerprint, though a row goes into a shard's own table", async () => {
    expect(await clusterOf(ask)).toBe("{cluster}");
    const before = await fingerprintOf(ask);
    expect(await fingerprintOf(ask)).toBe(before);
    await askText(ask, "insert into transactions_local select * from transactions_local limit 1");
    expect(await fingerprintOf(ask)).not.toBe(before);
  });

  it("are filled by no load that is meant for one server", async () => {
    await expect(prepareTables(ask, "bank")).rejects.toThrow(/spread over the cluster {cluster}/);
  });
});
