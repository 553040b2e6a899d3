import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {layoutShift} from "../../scripts/site/layoutShift.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";

/** Above this a page is not good (web.dev/cls). */
const most = 0.1;

describe.runIf(browserTest)("a page that is scrolled through fast", () => {
  let folder: string;
  let browser: Browser | undefined;
  let server: SiteServer | undefined;

  beforeAll(async () => {
    folder = join(await builtProject(), "dist");
    server = await serveSite(folder);
    browser = await openBrowser(environment);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([375, 1440])(
    "does not jump at %d px: npm run rooms measures what a part takes",
    async (width) => {
      const jumps: string[] = [];
      for (const path of pagePaths(folder)) {
        const {score, parts} = await layoutShift(browser!, server!.url + path, {width});
        if (score >= most) jumps.push(`/${path}: ${score.toFixed(2)} (${parts[0]})`);
      }
      expect(jumps).toEqual([]);
    },
    300_000,
  );

  it("is told from one that jumps", async () => {
    const address = `data:text/html,${encodeURIComponent(
      `<div id="late"></div><p style="height:600px">text</p><script>setTimeout(() => {
        document.getElementById("late").style.height = "400px";
      }, 100)</script>`,
    )}`;
    const {score, parts} = await layoutShift(browser!, address, {width: 375});
    expect(score).toBeGreaterThan(most);
    expect(parts[0]).toMatch(/^p\. text/);
  });
});
