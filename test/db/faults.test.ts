import {rmSync} from "node:fs";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {emptyTables, runFaultRounds} from "../../scripts/bench/faults/loadRounds.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {bank} from "../support/bank.js";
import {
  canKillMariadb,
  connectTo,
  describeMariadb,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

describeMariadb("a first load", () => {
  let server: MariadbServer;
  let scratch: string;
  beforeAll(async () => {
    scratch = temporaryFolder("first-load");
    server = await startMariadb([]);
  });
  afterAll(async () => {
    rmSync(scratch, {recursive: true, force: true});
    await server.stop();
  });

  it("comes to its end beside readers who never rest, and shows them all of it at once", async () => {
    const env = await server.createDatabase();
    const settings = requiredDatabaseSettings(env);
    await migrate(settings);
    const folder = bank({individuals: 100, companies: 10, months: 3});
    let isOver = false;
    const connections = await Promise.all([connectTo(env), connectTo(env)]);
    const readers = connections.map(async (connection) => {
      const counts = new Set<number>();
      // what is there at the end is seen too, however slow the reader is
      for (let isLast = false; !isLast; ) {
        isLast = isOver;
        const [rows] = await connection.query<RowDataPacket[]>(
          "select count(*) as n, sum(length(description)) as letters from transactions",
        );
        counts.add(Number(rows[0]!.n));
      }
      connection.destroy();
      return [...counts];
    });
    let all = 0;
    for (let round = 0; round < 4; round++) {
      await emptyTables(env);
      const {tables} = await loadBank(settings, {folder, rejectsFolder: scratch});
      all = tables.find(({table}) => table === "transactions")!.inserted;
    }
    isOver = true;
    for (const counts of await Promise.all(readers))
      expect(new Set(counts)).toEqual(new Set([0, all]));
  });
});

describeMariadb("a load that is killed", () => {
  let server: MariadbServer;
  let folder: string;
  let scratch: string;
  beforeAll(async () => {
    folder = bank({individuals: 100, companies: 10, months: 3});
    scratch = temporaryFolder("faults");
    server = await startMariadb([]);
  });
  afterAll(async () => {
    rmSync(scratch, {recursive: true, force: true});
    await server.stop();
  });

  const seed = String(Date.now());

  it("with its process leaves the bank of before or of after, and the next one ends right", async () => {
    const report = await runFaultRounds({
      server,
      folder,
      scratch,
      victim: "loader",
      rounds: 5,
      seed,
    });
    expect(report.looks).toBeGreaterThan(5);
  });

  describe.skipIf(!canKillMariadb)("with its server", () => {
    it("leaves the bank of before or of after, and the next one ends right", async () => {
      const report = await runFaultRounds({
        server,
        folder,
        scratch,
        victim: "server",
        rounds: 5,
        seed,
      });
      expect(report.looks).toBeGreaterThan(5);
    });
  });
});
