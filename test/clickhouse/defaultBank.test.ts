import {join} from "node:path";
import {expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {askOverHttp} from "../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../loaders/clickhouse/settings.js";
import {openSource} from "../../loaders/openSource.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {bank} from "../support/bank.js";
import {startClickhouse} from "../support/clickhouseServer.js";
import {loadCsv} from "../support/loadedClickhouse.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

it("the default bank goes into ClickHouse whole, breaks no rule there, and gives the snapshot of its CSV files", async () => {
  const folder = bank();
  const {env} = await startClickhouse({database: "bank"});
  const ask = askOverHttp(requiredClickhouseSettings(env));
  const loads = await loadCsv(ask, "bank", folder);
  expect(loads.reduce((sum, {written}) => sum + written, 0)).toBeGreaterThan(600_000);
  const source = await openSource(env);
  for (const {name, sql} of readChecks())
    expect([name, await source.query(sql)]).toEqual([name, []]);
  const {tables} = await ensureSnapshot({
    env: {},
    open: () => openSource(env),
    file: join(temporaryFolder("snapshot"), "clickhouse.duckdb"),
  });
  const fromCsv = await snapshotOf(folder);
  expect(Object.fromEntries(tables)).toEqual(Object.fromEntries(fromCsv.tables));
});
