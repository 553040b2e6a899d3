import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {runSeed} from "../../support/bank.js";

const small = ["--individuals", "40", "--companies", "4", "--months", "2"];

it("a killed run leaves the old bank, and the next one clears up after it", async () => {
  const parent = mkdtempSync(join(tmpdir(), "countinghouse-killed-"));
  const out = join(parent, "seed");
  runSeed([...small, "--out", out]);
  const before = readFileSync(join(out, "manifest.json"), "utf8");

  const args = ["--import", "tsx", "scripts/seed.ts", "--months", "600", "--out", out];
  const child = spawn(process.execPath, args, {cwd: projectRoot, stdio: "ignore"});
  while (!readdirSync(parent).some((name) => name.includes(".partial-"))) await sleep(20);
  child.kill("SIGKILL");
  await once(child, "exit");

  expect(readdirSync(parent)).toHaveLength(2);
  expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(before);
  expect(readdirSync(out)).toHaveLength(17);

  runSeed([...small, "--out", out]);
  expect(readdirSync(parent)).toEqual(["seed"]);
  rmSync(parent, {recursive: true});
});
