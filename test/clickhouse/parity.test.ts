import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {type Ask, askOverHttp} from "../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../loaders/clickhouse/settings.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import type {Environment} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import {ensureSnapshot, type Snapshot} from "../../loaders/snapshot/snapshot.js";
import {bank} from "../support/bank.js";
import {askInProcess} from "../support/chdb.js";
import {startClickhouse} from "../support/clickhouseServer.js";
import {duckdbBank} from "../support/duckdbBank.js";
import {loadCsv, newDatabase} from "../support/loadedClickhouse.js";
import {temporaryFolder, tinyBank} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

/** A bank with everything in it that a bank has, in some ten thousand legs. */
const middleBank = () => bank({individuals: 300, companies: 30, months: 6, seed: 7});

const snapshotFrom = (env: Environment, ask: Ask, legs = "all"): Promise<Snapshot> =>
  ensureSnapshot({
    env: {SNAPSHOT_LEGS: legs},
    open: () => openClickhouseSource(env, {ask}),
    file: join(temporaryFolder("snapshot"), "clickhouse.duckdb"),
  });

/** The content hash of a table takes in every value of every row, and the row's place. */
const contents = ({tables}: Snapshot) => Object.fromEntries(tables);

describe("a snapshot from ClickHouse", () => {
  it("has the tiny bank's rows in the order of the CSV files, asked in process", async () => {
    const database = newDatabase();
    const ask = askInProcess(database);
    await loadCsv(ask, database, tinyBank);
    const env = {CLICKHOUSE_URL: "http://localhost", CLICKHOUSE_DATABASE: database};
    const snapshot = await snapshotFrom(env, ask);
    const fromCsv = await snapshotOf(tinyBank);
    expect(contents(snapshot)).toEqual(contents(fromCsv));
    expect(snapshot.description).toMatchObject({
      kind: "clickhouse",
      label: expect.stringMatching(/^ClickHouse \d+\.\d+$/),
      asOf: fromCsv.description.asOf,
      parameters: fromCsv.description.parameters,
      fallbackCause: null,
    });
  });

  it("has the rows of a middle bank in the order of the CSV files, asked over HTTP", async () => {
    const {env, database, ask} = await loadedServer(middleBank());
    const snapshot = await snapshotFrom(env, ask);
    expect(snapshot.tables.get("transactions")!.rowCount).toBeGreaterThan(10_000);
    expect(contents(snapshot)).toEqual(contents(await snapshotOf(middleBank())));
    expect(snapshot.description.label).not.toContain(database);
  });

  it("has the same sums where the legs stay in ClickHouse", async () => {
    const {env, ask} = await loadedServer(middleBank());
    const summed = contents(await snapshotFrom(env, ask, "none"));
    const {transactions, descriptions, ...sums} = contents(await snapshotOf(middleBank()));
    expect(summed).toMatchObject(sums);
    expect(summed.transactions?.rowCount).toBe(0);
    expect(summed.descriptions?.rowCount).toBe(0);
  });
});

it("every check answers about a middle bank as DuckDB does", async () => {
  const {env, ask} = await loadedServer(middleBank());
  const source = await openClickhouseSource(env, {ask});
  const files = await duckdbBank(middleBank());
  for (const {name, sql} of readChecks()) {
    const [inClickhouse, inFiles] = [await source.query(sql), await readRows(await files.run(sql))];
    expect({name, rows: inClickhouse}).toEqual({name, rows: inFiles});
  }
  files.closeSync();
});

async function loadedServer(folder: string) {
  const database = newDatabase();
  const {env} = await startClickhouse({database});
  const ask = askOverHttp(requiredClickhouseSettings(env));
  await loadCsv(ask, database, folder);
  return {env, database, ask};
}
