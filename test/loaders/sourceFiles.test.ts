import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {filesBelow, sourceFiles} from "../../loaders/sourceFiles.js";

const folder = mkdtempSync(join(tmpdir(), "countinghouse-sources-"));
const made = join(folder, ".observablehq/loaders");
mkdirSync(join(folder, "people/savings"), {recursive: true});
mkdirSync(made, {recursive: true});
for (const file of ["index.md", "people/savings.md", "people/savings/rates.ts"])
  writeFileSync(join(folder, file), "");

let restless: ChildProcess | undefined;
afterAll(() => {
  restless?.kill("SIGKILL");
  rmSync(folder, {recursive: true, force: true, maxRetries: 10});
});

it("names the sources below a folder while another process makes and removes what it needs beside them", async () => {
  const run = JSON.stringify(join(made, "run/deep/deeper"));
  restless = spawn(process.execPath, [
    "-e",
    `const {mkdirSync, rmSync} = require("node:fs");
     console.log("begins");
     for (;;) {
       mkdirSync(${run}, {recursive: true});
       rmSync(${JSON.stringify(join(made, "run"))}, {recursive: true});
     }`,
  ]);
  await once(restless.stdout!, "data");
  for (let look = 0; look < 2_000; look++)
    expect(sourceFiles(folder)).toEqual([
      "index.md",
      "people/savings.md",
      "people/savings/rates.ts",
    ]);
});

it("names all files below a folder, also those that are made from sources", () => {
  const site = mkdtempSync(join(folder, "site-"));
  mkdirSync(join(site, ".observablehq"));
  for (const file of [".observablehq/b.csv", "a.md"]) writeFileSync(join(site, file), "");
  expect(filesBelow(site)).toEqual([join(".observablehq", "b.csv"), "a.md"]);
});
