import {spawn} from "node:child_process";
import {once} from "node:events";
import {closeSync, openSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {temporaryFolder} from "../../support/tinyBank.js";

/** Only Linux has a device that is always full. */
describe.runIf(process.platform === "linux")("a command whose output cannot be written", () => {
  const series = join(temporaryFolder("words"), "series.csv");
  const months = Array.from(
    {length: 24},
    (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")},1\n`,
  );
  writeFileSync(series, `month,value\n${months.join("")}`);
  const args = ["--import", "tsx", "scripts/forecast.ts", "--series", series];

  it("says that the disk is full, and what to do, in one line", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    const [said, [code]] = await Promise.all([text(child.stderr!), once(child, "exit")]);
    expect(said).toMatch(/^the disk is full: .* \(free some space and run it again\)\n$/);
    expect(code).toBe(1);
  });

  it("says nothing to a reader who has gone", async () => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect([said, code]).toEqual(["", 1]);
  });
});
