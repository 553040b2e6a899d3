import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {licencesOf} from "../../../scripts/licences/licences.js";

describe("the licences of packages", () => {
  const allowed = (licence?: string) =>
    licencesOf([
      {
        name: "a",
        version: "1.0.0",
        ...(licence === undefined ? {} : {licenses: [{license: {name: licence}}]}),
      },
    ])[0]!.isAllowed;

  it.each(["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)"])("may be %s", (licence) => {
    expect(allowed(licence)).toBe(true);
  });

  it.each([
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "LGPL-2.1-only",
    "MPL-2.0",
    "(MIT AND GPL-2.0-only)",
    "SEE LICENSE IN x",
  ])("may not be %s", (licence) => {
    expect(allowed(licence)).toBe(false);
  });

  it("may not be left out", () => {
    expect(allowed()).toBe(false);
  });

  it("are all allowed, of every package of the product", () => {
    const said = execFileSync(process.execPath, ["--import", "tsx", "scripts/check-licences.ts"], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(said).toMatch(/^@duckdb\/duckdb-wasm@\S+ +MIT$/m);
    expect(said.split("\n").length).toBeGreaterThan(100);
  });
});

describe("the lock file", () => {
  it("has the hash of every package, so that an install brings what was tested", () => {
    const {packages} = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")) as {
      packages: Record<string, {integrity?: string; inBundle?: boolean; link?: boolean}>;
    };
    const without = Object.entries(packages).filter(
      ([path, {integrity, inBundle}]) =>
        path !== "" && !inBundle && !integrity?.startsWith("sha512-"),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });
});
