import {rmSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runFaultRounds} from "../../scripts/bench/faultRounds.js";
import {bank} from "../support/bank.js";
import {
  canKillMariadb,
  describeMariadb,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

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

  it("with its process leaves the bank of before or of after, and the next one ends right", {
    timeout: 120_000,
  }, async () => {
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
    it("leaves the bank of before or of after, and the next one ends right", {
      timeout: 120_000,
    }, async () => {
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
