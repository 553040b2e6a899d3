import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {postTransfer} from "../../scripts/db/services/postTransfer.js";
import {smokeReport} from "../../scripts/db/smoke.js";
import {tinyBank} from "../support/bankFolder.js";
import {connectTo, describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

describeMariadb("docker/accounts.sql", () => {
  let server: MariadbServer;
  let reader: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    const env = await server.createDatabase();
    const sql = readFileSync(join(projectRoot, "docker/accounts.sql"), "utf8");
    const root = await connect(requiredDatabaseSettings(env), deadlineIn(10), {
      multipleStatements: true,
    });
    await root.query(sql.replaceAll("on bank.*", `on ${env.DB_NAME}.*`));
    await root.end();
    reader = {
      ...env,
      DB_USER: "bank_reader",
      DB_PASSWORD: "change-me-reader",
      DB_LOADER_USER: "bank_loader",
      DB_LOADER_PASSWORD: "change-me-loader",
    };
  });
  afterAll(async () => {
    const root = await connectTo({...server.environment, DB_NAME: "mysql"});
    await root.query("drop user bank_reader, bank_loader");
    await root.end();
    await server.stop();
  });

  it("gives the loader what migrating, loading and posting need", async () => {
    const settings = requiredDatabaseSettings(reader, {loader: true});
    expect(settings.user).toBe("bank_loader");
    await migrate(settings);
    const options = {folder: tinyBank, rejectsFolder: temporaryFolder("rejects"), prune: true};
    expect((await loadBank(settings, options)).isLoaded).toBe(true);
    expect((await loadBank(settings, {...options, verify: true})).isLoaded).toBe(true);
    const connection = await connect(settings);
    await postTransfer(connection, {
      requestId: "1",
      from: {account: "ind-000001-chk"},
      to: {counterparty: "cp-00002"},
      amountCents: 100,
      bookedAt: "2025-06-30 23:00:00",
      channel: "card",
      category: "groceries",
      description: "apples",
    });
    await connection.end();
  });

  it("gives the reader what the site needs, and nothing that writes", async () => {
    expect(await smokeReport(requiredDatabaseSettings(reader))).toMatch(/^transactions {4}33$/m);
    const source = await openMariadbSource(reader);
    expect(await source.fingerprint()).not.toBe("");
    expect(await source.query("select count(*) as n from transactions")).toEqual([{n: 33}]);
    await source.close();
    const connection = await connectTo(reader);
    for (const sql of [
      "delete from transactions",
      "create table x (y int)",
      "drop table invoices",
    ]) {
      await expect(connection.query(sql)).rejects.toThrow(/command denied/);
    }
    await connection.end();
  });
});
