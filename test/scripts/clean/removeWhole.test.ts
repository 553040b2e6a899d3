import {spawnSync} from "node:child_process";
import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {removeWhole} from "../../../scripts/clean/removeWhole.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const died = spawnSync(process.execPath, ["--version"]).pid;

describe("removeWhole(path)", () => {
  it("removes a folder, a file, what is not there, and what killed runs left of them", () => {
    const folder = temporaryFolder("clean");
    const names = [
      "dist",
      `dist.gone-${died}`,
      `dist.old-${died}`,
      `dist.gone-${process.ppid}`,
      "distant",
    ];
    for (const name of names) mkdirSync(join(folder, name, "deep"), {recursive: true});
    writeFileSync(join(folder, "publishes.jsonl"), "");
    for (const name of ["dist", "publishes.jsonl", "editions"]) removeWhole(join(folder, name));
    expect(readdirSync(folder).sort()).toEqual([`dist.gone-${process.ppid}`, "distant"]);
  });
});
