import {appendFileSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** When a site is no longer what was built is told by `builtRecord.test.ts`, in milliseconds. */
describe("npm run build where a site stands", () => {
  const folder = temporaryFolder("unchanged");
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

  it("leaves it where nothing has changed", async () => {
    expect(await build()).toMatch(/^nothing has changed in .*dist in /);
  });

  it("builds it anew where it is no longer what was built, and for another base path", async () => {
    appendFileSync(page, "<!-- edited -->");
    expect(await build()).toMatch(/^built /);
    expect(readFileSync(page, "utf8")).not.toContain("edited");
    expect(await build("--base", "/bank/")).toMatch(/^built /);
  });
});
