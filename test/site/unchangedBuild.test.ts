import {appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";

describe("npm run build where a site stands", () => {
  const parent = mkdtempSync(join(tmpdir(), "countinghouse-unchanged-"));
  const folder = join(parent, "project");
  const page = join(folder, "dist/index.html");
  const build = async (...options: string[]) =>
    (await runIn(folder, ["--import", "tsx", "scripts/build.ts", ...options]))
      .trim()
      .split("\n")
      .at(-1);

  beforeAll(async () => {
    await copyPart(folder, {loaders: ["freshness.json.ts"]});
    expect(await build()).toMatch(/^built /);
  });
  afterAll(() => rmSync(parent, {recursive: true, force: true}));

  it("leaves it where nothing has changed", async () => {
    expect(await build()).toMatch(/^nothing has changed in .*dist in /);
  });

  it("builds it anew where a file of it is no longer what was built, or is gone, or one is there too many", async () => {
    appendFileSync(page, "<!-- edited -->");
    expect(await build()).toMatch(/^built /);
    rmSync(page);
    expect(await build()).toMatch(/^built /);
    expect(existsSync(page)).toBe(true);
    const stray = join(folder, "dist/stray.html");
    writeFileSync(stray, "");
    expect(await build()).toMatch(/^built /);
    expect(existsSync(stray)).toBe(false);
  });

  it("builds it anew for another base path, and another text of a page", async () => {
    expect(await build("--base", "/bank/")).toMatch(/^built /);
    expect(await build()).toMatch(/^built /);
    appendFileSync(join(folder, "src/index.md"), "\nAnother sentence.\n");
    expect(await build()).toMatch(/^built /);
  });
});
