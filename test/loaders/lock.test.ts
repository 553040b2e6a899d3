import {fork, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {withLock} from "../../loaders/lock.js";
import {temporaryFolder} from "../support/tinyBank.js";

const newLock = () => join(temporaryFolder("lock"), "deep/er/work.lock");

describe("withLock(file, work)", () => {
  it("lets one at a time in, and gives back what the work gives", async () => {
    const file = newLock();
    let inside = 0;
    const results = await Promise.all(
      [1, 2, 3].map((n) =>
        withLock(file, async () => {
          inside += 1;
          expect(inside).toBe(1);
          await sleep(20);
          inside -= 1;
          return n;
        }),
      ),
    );
    expect(results).toEqual([1, 2, 3]);
    expect(existsSync(file)).toBe(false);
  });

  it("lets go when the work fails", async () => {
    const file = newLock();
    await expect(withLock(file, () => Promise.reject(new Error("no luck")))).rejects.toThrow(
      "no luck",
    );
    expect(await withLock(file, async () => "again")).toBe("again");
  });

  it("takes over from a holder that is dead", async () => {
    const file = newLock();
    await withLock(file, async () => {});
    const {pid} = spawnSync(process.execPath, ["--version"]);
    writeFileSync(file, String(pid));
    expect(await withLock(file, async () => "taken over")).toBe("taken over");
  });

  it("lets one of many processes take over from a holder that is dead", async () => {
    const file = newLock();
    await withLock(file, async () => {});
    const {pid} = spawnSync(process.execPath, ["--version"]);
    const contenders = Array.from({length: 5}, () =>
      fork(join(projectRoot, "test/support/lockContender.ts"), {execArgv: ["--import", "tsx"]}),
    );
    const answers = () =>
      Promise.all(contenders.map(async (contender) => (await once(contender, "message"))[0]));
    try {
      await answers();
      for (let round = 0; round < 25; round++) {
        writeFileSync(file, String(pid));
        const alone = answers();
        for (const contender of contenders) contender.send(file);
        expect(await alone).toEqual(contenders.map(() => true));
      }
    } finally {
      for (const contender of contenders) contender.kill();
    }
  });

  it("takes over from a holder whose process id lives on in another process", async () => {
    const file = newLock();
    await withLock(file, async () => {});
    writeFileSync(file, String(process.ppid));
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(file, longAgo, longAgo);
    expect(await withLock(file, async () => "taken over")).toBe("taken over");
  });
});
