import {createHash} from "node:crypto";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {type Dataset, findDatasets} from "../../loaders/datasets/dataset.js";
import {makeSqlDataset, sqlFormat} from "../../loaders/datasets/sqlDataset.js";
import type {Environment} from "../../loaders/environment.js";
import {legTables} from "../../loaders/extracts.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot, type Snapshot} from "../../loaders/snapshot/snapshot.js";
import {readSql} from "../../loaders/sqlText.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {bank} from "../support/bank.js";
import {duckdbBank} from "../support/duckdbBank.js";
import {describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {snapshotOf} from "../support/tinySnapshot.js";

describeMariadb("the default bank", () => {
  let server: MariadbServer;
  let env: Environment;
  let folder: string;
  beforeAll(async () => {
    folder = bank();
    server = await startMariadb();
    env = await server.createDatabase();
    await migrate(requiredDatabaseSettings(env));
  });
  afterAll(() => server.stop());

  it("goes into MariaDB whole, and then a second time without a change", async () => {
    const settings = requiredDatabaseSettings(env);
    const options = {folder, rejectsFolder: temporaryFolder("rejects")};
    const first = await loadBank(settings, options);
    expect(first.isLoaded).toBe(true);
    expect(first.tables.reduce((sum, {inserted}) => sum + inserted, 0)).toBeGreaterThan(600_000);
    const second = await loadBank(settings, options);
    for (const {table, rows, unchanged, outcome} of second.tables) {
      expect([table, outcome, unchanged]).toEqual([table, "unchanged", rows]);
    }
  });

  it("breaks no rule, in MariaDB or in its CSV files", async () => {
    const source = await openMariadbSource(env);
    const files = await duckdbBank(folder);
    for (const {name, sql} of readChecks()) {
      const [inMariadb, inFiles] = await Promise.all([
        source.query(sql),
        files.runAndReadAll(sql).then((reader) => reader.getRowObjectsJson()),
      ]);
      expect({inMariadb, inFiles}, name).toEqual({inMariadb: [], inFiles: []});
    }
    files.closeSync();
    await source.close();
  });

  it("gives the same snapshot from both, table by table and row by row, and so the same datasets", async () => {
    const fromMariadb = await ensureSnapshot({
      env: {},
      open: () => openMariadbSource(env),
      file: join(temporaryFolder("snapshot"), "mariadb.duckdb"),
    });
    const fromCsv = await snapshotOf(folder);
    // The content hash of a table takes in every value of every row, and the row's place.
    expect(Object.fromEntries(fromMariadb.tables)).toEqual(Object.fromEntries(fromCsv.tables));
    expect(fromMariadb.description.parameters).toEqual(fromCsv.description.parameters);
    const loaders = findDatasets().filter(({language}) => language === "sql");
    const [ofMariadb, ofCsv] = await Promise.all(
      [fromMariadb, fromCsv].map((snapshot) => datasets(snapshot, loaders)),
    );
    expect(ofMariadb).toEqual(ofCsv);
  });

  it("is summed up in MariaDB as it is where the legs are in the snapshot", async () => {
    const summed = await ensureSnapshot({
      env: {SNAPSHOT_LEGS: "none"},
      open: () => openMariadbSource(env),
      file: join(temporaryFolder("snapshot"), "mariadb.duckdb"),
    });
    expect(sumsOf(summed)).toEqual(sumsOf(await snapshotOf(folder)));
    expect(summed.tables.get("transactions")!.rowCount).toBe(0);
  });
});

/** What a snapshot holds beside the legs, by content. */
const sumsOf = ({tables}: Snapshot) =>
  Object.fromEntries([...tables].filter(([name]) => !legTables.includes(name)));

/** The bytes of SQL datasets, hashed, by target. */
async function datasets(
  {file}: Snapshot,
  list: readonly Dataset[],
): Promise<Record<string, string>> {
  const reader = await openSnapshot(file);
  const hashes: Record<string, string> = {};
  for (const {target, loader} of list) {
    const {bytes} = await makeSqlDataset(reader.connection, readSql(loader), sqlFormat(loader));
    hashes[target] = createHash("sha256").update(bytes).digest("hex");
  }
  reader.close();
  return hashes;
}
