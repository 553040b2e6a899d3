import {spawn} from "node:child_process";
import {once} from "node:events";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {expect, it} from "vitest";
import {projectRoot} from "../../../../loaders/environment.js";
import {batchNumbers} from "../../../../scripts/stream/layout.js";
import {temporaryFolder} from "../../../support/tinyBank.js";

it("npm run seed -- --continuous --out X writes beside X, and stops cleanly within a second when it is interrupted", async () => {
  const parent = temporaryFolder("interrupted");
  const out = join(parent, "seed");
  const args = "--individuals 40 --companies 4 --months 2 --continuous --live-interval 0.05";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", ...args.split(" "), "--out", out],
    {cwd: projectRoot, stdio: "ignore"},
  );
  const folder = join(parent, "seed-stream");
  while (batchNumbers(folder).length < 3) await sleep(20);
  const ended = once(child, "exit");
  const asked = performance.now();
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - asked).toBeLessThan(1000);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  expect(readdirSync(parent).sort()).toEqual(["seed", "seed-stream"]);
});
