import {describe, expect, it} from "vitest";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {layoutShift} from "../support/layoutShift.js";
import {builtDefault} from "../support/site.js";

/** Above this a page is not good (web.dev/cls). */
const most = 0.1;

describe.runIf(browserTest)("a page that is scrolled through fast", () => {
  const site = builtSite({project: builtDefault});

  /** The pages that jump at a width. */
  async function jumpsAt(width: number): Promise<string[]> {
    const jumps: string[] = [];
    for (const path of pagePaths(site.folder)) {
      const {score, parts} = await layoutShift(site.browser, site.url + path, {width});
      if (score >= most) jumps.push(`/${path} at ${width} px: ${score.toFixed(2)} (${parts[0]})`);
    }
    return jumps;
  }

  it("does not jump at 375 px, nor at 1440: npm run rooms measures what a part takes", async () => {
    // both at the same time: a page that is scrolled through waits more than it works
    const jumps = await Promise.all([375, 1440].map(jumpsAt));
    expect(jumps.flat()).toEqual([]);
  }, 600_000);

  it("is told from one that jumps", async () => {
    const address = `data:text/html,${encodeURIComponent(
      `<div id="late"></div><p style="height:600px">text</p><script>setTimeout(() => {
        document.getElementById("late").style.height = "400px";
      }, 100)</script>`,
    )}`;
    const {score, parts} = await layoutShift(site.browser, address, {width: 375});
    expect(score).toBeGreaterThan(most);
    expect(parts[0]).toMatch(/^p\. text/);
  });
});
