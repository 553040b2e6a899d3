import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {openClickhouseSource} from "../../loaders/clickhouse/source.js";
import {projectRoot} from "../../loaders/environment.js";
import {type Row, readRows} from "../../loaders/rows.js";
import type {Source} from "../../loaders/source.js";
import {prepareTables} from "../../scripts/clickhouse/load.js";
import {askInProcess} from "../support/chdb.js";
import {duckdbBank} from "../support/duckdbBank.js";
import {fillUnchecked, newDatabase} from "../support/loadedClickhouse.js";
import {tinyBank} from "../support/tinyBank.js";

const checks = readChecks();

describe("sql/checks on ClickHouse", () => {
  const database = newDatabase();
  const ask = askInProcess(database);
  let source: Source;
  beforeAll(async () => {
    await prepareTables(ask, database);
    await fillUnchecked(ask, tinyBank);
    const env = {CLICKHOUSE_URL: "http://localhost", CLICKHOUSE_DATABASE: database};
    source = await openClickhouseSource(env, {ask});
  });

  it("find nothing in the tiny bank", async () => {
    await fillUnchecked(ask, tinyBank);
    expect(await findings((sql) => source.query(sql))).toEqual({});
  });

  it.each(checks)(
    "$name finds the rows that DuckDB finds, and nothing else does",
    async ({name}) => {
      const folders = [join(projectRoot, "test/fixtures/not-ok", name), tinyBank];
      await fillUnchecked(ask, ...folders);
      const found = await findings((sql) => source.query(sql));
      expect(Object.keys(found)).toEqual([name]);
      const connection = await duckdbBank(...folders);
      expect(found).toEqual(await findings(async (sql) => readRows(await connection.run(sql))));
      connection.closeSync();
    },
  );
});

async function findings(query: (sql: string) => Promise<Row[]>): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const {name, sql} of checks) {
    const rows = await query(sql);
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}
