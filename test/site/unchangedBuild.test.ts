import {appendFileSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import {parsePublished, publishedFile} from "../../src/lib/site/siteAge.js";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** When a site is no longer what was built is told by `builtRecord.test.ts`, in milliseconds. */
describe("npm run build where a site stands", () => {
  const folder = temporaryFolder("unchanged");
  const page = join(folder, "dist/index.html");
  const run = async (options: readonly string[], settings: Environment = {}) =>
    (await runIn(folder, ["--import", "tsx", "scripts/build.ts", ...options], {settings}))
      .trim()
      .split("\n")
      .at(-1);
  const build = (...options: string[]) => run(options);

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

  it("says in one line what is wrong with a setting, without a stack", async () => {
    const failing = run([], {SNAPSHOT_LEGS: "some"}).catch(({message}: Error) => message);
    expect(await failing).toContain('SNAPSHOT_LEGS is "some" (all, none, or a number of months)');
    expect(await failing).not.toMatch(/^\s+at /m);
  });

  it("confirms with each build a site that promises to be fresh, and takes no promise that is none", async () => {
    const promise = (SITE_STALE_AFTER: string) => run([], {SITE_STALE_AFTER});
    const published = () =>
      parsePublished(readFileSync(join(folder, "dist", publishedFile), "utf8"));
    expect(await promise("2d")).toMatch(/^built /);
    expect(readFileSync(page, "utf8")).toContain('<meta name="stale-after" content="172800">');
    const first = published();
    expect(first.stale_after_seconds).toBe(172_800);
    expect(await promise("2d")).toMatch(/^nothing has changed in /);
    expect(Date.parse(published().confirmed_at)).toBeGreaterThan(Date.parse(first.confirmed_at));
    await expect(promise("2 days")).rejects.toThrow(
      /invalid SITE_STALE_AFTER: "2 days" \(write minutes, hours or days, like 90m, 36h or 2d\)\s*$/,
    );
  });
});
