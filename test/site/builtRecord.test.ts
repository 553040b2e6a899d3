import {appendFileSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {
  keepRecord,
  mayStand,
  recordOf,
  siteInputs,
  siteSources,
} from "../../scripts/site/builtRecord.js";
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
    keepRecord(root, site, {sources: "those", inputs: "these", remarks});
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
    keepRecord(root, other, {sources: "those", inputs: "others", remarks: []});
    expect(recordOf(root, other, "others")).toBeDefined();
    rmSync(site, {recursive: true});
    expect(recordOf(root, site, "these")).toBeUndefined();
  });

  it("may stand, before its data are known, where it was built from the same sources", () => {
    expect(mayStand(root, site, "those")).toBe(true);
    expect(mayStand(root, site, "others")).toBe(false);
    rmSync(site, {recursive: true});
    expect(mayStand(root, site, "those")).toBe(false);
  });
});

describe("siteInputs(sources, snapshot)", () => {
  it("are others for other sources, and for another snapshot", () => {
    const before = siteInputs("those", "then");
    expect(siteInputs("those", "then")).toBe(before);
    expect(siteInputs("others", "then")).not.toBe(before);
    expect(siteInputs("those", "now")).not.toBe(before);
  });
});

describe("siteSources(projectRoot, settings)", () => {
  it("are others for another base path, and for another text of a page", () => {
    const folder = temporaryFolder("inputs");
    copySources(projectRoot, folder);
    const before = siteSources(folder, {base: "/"});
    expect(siteSources(folder, {base: "/"})).toBe(before);
    expect(siteSources(folder, {base: "/bank/"})).not.toBe(before);
    appendFileSync(join(folder, "src/index.md"), "\nAnother sentence.\n");
    expect(siteSources(folder, {base: "/"})).not.toBe(before);
  });
});
