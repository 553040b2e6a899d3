import {spawn} from "node:child_process";
import {once} from "node:events";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it, onTestFinished} from "vitest";
import {projectRoot} from "../../../../loaders/environment.js";
import {batchNumbers} from "../../../../scripts/stream/layout.js";
import {temporaryFolder} from "../../../support/tinyBank.js";

it("npm run seed -- --continuous --out X writes beside X, and stops cleanly when it is interrupted, not when its next batch is due", async () => {
  const parent = temporaryFolder("interrupted");
  const out = join(parent, "seed");
  const args = "--individuals 40 --companies 4 --months 2 --continuous --live-interval 3600";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", ...args.split(" "), "--out", out],
    {cwd: projectRoot, stdio: "ignore"},
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const folder = join(parent, "seed-stream");
  await expect.poll(() => batchNumbers(folder)).toEqual([1]);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(batchNumbers(folder)).toEqual([1]);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  expect(readdirSync(parent).sort()).toEqual(["seed", "seed-stream"]);
});
