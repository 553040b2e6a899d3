import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {readChecks} from "../../loaders/checks.js";
import {openCsvSource} from "../../loaders/csv/source.js";
import {bankOf} from "../../loaders/datasets/bank.js";
import {type CheckResult, checkResults} from "../../loaders/datasets/checkResults.js";
import type {Environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import type {Source} from "../../loaders/source.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {bankFolder} from "../support/bankFolder.js";
import {describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

describeMariadb("checkResults(bank)", () => {
  let server: MariadbServer;
  let env: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    env = await server.createDatabase();
    await migrate(requiredDatabaseSettings(env));
  });
  afterAll(() => server.stop());

  async function resultsOf(open: () => Promise<Source>): Promise<CheckResult[]> {
    const file = join(temporaryFolder("snapshot"), "bank.duckdb");
    const snapshot = await ensureSnapshot({env: {}, open, file});
    const reader = await openSnapshot(snapshot.file);
    try {
      return await checkResults(bankOf(snapshot, reader, {open}));
    } finally {
      reader.close();
    }
  }

  it("tells of every rule, from MariaDB as from the CSV files, with the first row that breaks it", async () => {
    const bank = bankFolder();
    bank.edit("invoices", "600.00", "601.00");
    const options = {folder: bank.folder, rejectsFolder: temporaryFolder("rejects")};
    await loadBank(requiredDatabaseSettings(env), options);
    const sources = [() => openMariadbSource(env), () => openCsvSource({folder: bank.folder})];
    for (const open of sources) {
      const results = await resultsOf(open);
      expect(results).toHaveLength(readChecks().length);
      expect(results.filter(({brokenCount}) => brokenCount > 0)).toEqual([
        expect.objectContaining({
          name: "invoices-paid",
          number: "8",
          brokenCount: 1,
          firstBroken: expect.stringMatching(/^invoice_id=2 company_id=com-00002 amount_eur=601 /),
        }),
      ]);
    }
  });
});
