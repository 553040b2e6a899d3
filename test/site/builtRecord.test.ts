import {appendFileSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {keepRecord, recordOf, siteInputs} from "../../scripts/site/builtRecord.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe("recordOf(projectRoot, folder, inputs)", () => {
  let root: string;
  let site: string;
  const remarks = ["src/index.md:1: a remark"];

  beforeEach(() => {
    root = temporaryFolder("record");
    site = join(root, "dist");
    mkdirSync(join(site, "people"), {recursive: true});
    for (const file of ["index.html", "people/budgets.html"]) writeFileSync(join(site, file), file);
    keepRecord(root, site, {inputs: "these", remarks});
  });

  it("is what was kept where the site is what was built from these inputs", () => {
    expect(recordOf(root, site, "these")).toMatchObject({inputs: "these", remarks});
    expect(recordOf(root, site, "others")).toBeUndefined();
  });

  it.each([
    ["is no longer what was built", () => appendFileSync(join(site, "index.html"), " ")],
    ["is gone", () => rmSync(join(site, "people/budgets.html"))],
    ["is there too many", () => writeFileSync(join(site, "stray.html"), "")],
  ])("is none where a file %s", (_, change) => {
    change();
    expect(recordOf(root, site, "these")).toBeUndefined();
  });

  it("is none where there is no site, and another for each folder", () => {
    const other = join(root, "other");
    mkdirSync(other);
    keepRecord(root, other, {inputs: "others", remarks: []});
    expect(recordOf(root, other, "others")).toBeDefined();
    rmSync(site, {recursive: true});
    expect(recordOf(root, site, "these")).toBeUndefined();
  });
});

describe("siteInputs(projectRoot, settings)", () => {
  it("are others for another base path, and for another text of a page", () => {
    const folder = temporaryFolder("inputs");
    copySources(projectRoot, folder);
    const before = siteInputs(folder, {base: "/"});
    expect(siteInputs(folder, {base: "/"})).toBe(before);
    expect(siteInputs(folder, {base: "/bank/"})).not.toBe(before);
    appendFileSync(join(folder, "src/index.md"), "\nAnother sentence.\n");
    expect(siteInputs(folder, {base: "/"})).not.toBe(before);
  });
});
