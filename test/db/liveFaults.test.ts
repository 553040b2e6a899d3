import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {runKillRounds} from "../../scripts/bench/live/killRounds.js";
import {canKillMariadb, describeMariadb, startMariadb} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

const root = temporaryFolder("live-faults");
afterAll(() => rmSync(root, {recursive: true, force: true}));
const scratch = () => mkdtempSync(join(root, "run-"));
const seed = String(Date.now());
const kills = 5;

describe("the live stream, killed five times in each place", () => {
  it("tells a page what is in the files, once and to the cent", async () => {
    const report = await runKillRounds({scratch: scratch(), kills, seed});
    expect(report.kills).toEqual({generator: kills, publisher: kills, connection: kills});
    expect(report.rows).toBeGreaterThan(100);
  });
});

describeMariadb("the live stream through MariaDB, killed five times in each place", () => {
  it.runIf(canKillMariadb)(
    "has the same in the files, the database and the page, and breaks no rule",
    {timeout: 600_000},
    async () => {
      const server = await startMariadb();
      try {
        const report = await runKillRounds({server, scratch: scratch(), kills, seed});
        expect(report.kills).toMatchObject({worker: kills, server: kills, connection: kills});
        expect(report.rows).toBeGreaterThan(100);
      } finally {
        await server.stop();
      }
    },
  );
});
