import {fork, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
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

  it("takes over from a dead holder that had the process id of this one", async () => {
    const file = newLock();
    await withLock(file, async () => {});
    writeFileSync(file, `${process.pid} 4f1c`);
    expect(await withLock(file, async () => "taken over")).toBe("taken over");
  });

  it("takes over where another process died over taking over", async () => {
    const file = newLock();
    await withLock(file, async () => {});
    const {pid} = spawnSync(process.execPath, ["--version"]);
    for (const left of [file, `${file}.takeover`]) writeFileSync(left, `${pid} 4f1c`);
    expect(await withLock(file, async () => "taken over")).toBe("taken over");
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it("leaves the lock to the one that took it over while its holder was stopped", async () => {
    const file = newLock();
    await withLock(file, async () => writeFileSync(file, `${process.ppid} another`));
    expect(readFileSync(file, "utf8")).toBe(`${process.ppid} another`);
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

  /** A lock of a process that lives, or of one that had no time to say which, not seen for so many minutes. */
  const unseen = async (minutes: number, holder = String(process.ppid)) => {
    const file = newLock();
    await withLock(file, async () => {});
    writeFileSync(file, holder);
    const then = new Date(Date.now() - minutes * 60_000);
    utimesSync(file, then, then);
    return file;
  };

  it("takes over from a holder whose process id lives on in another process, or was never written", async () => {
    for (const file of [await unseen(11), await unseen(2, "")])
      expect(await withLock(file, async () => "taken over")).toBe("taken over");
  });

  it("waits for a holder that is at work without looking up", async () => {
    const file = await unseen(3);
    let isIn = false;
    const waiting = withLock(file, async () => {
      isIn = true;
    });
    await sleep(300);
    expect(isIn).toBe(false);
    rmSync(file);
    await waiting;
  });
});
