import {describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

/** What a tab may transfer of datasets. */
const mostBytes = 150_000;

describe.runIf(browserTest)("the profile of a company", () => {
  const site = builtSite();

  it.each(["cash", "profit-and-loss", "payroll", "runway"])(
    "loads of the datasets what belongs to it: %s",
    async (tab) => {
      const page = await newPage(site.browser);
      let bytes = 0;
      const whole: string[] = [];
      page.on("requestfinished", async (request) => {
        if (!request.url().includes("/_file/data/")) return;
        const [sizes, response] = await Promise.all([request.sizes(), request.response()]);
        bytes += sizes.responseBodySize + sizes.responseHeadersSize;
        if (request.url().endsWith(".keyed") && response?.status() !== 206)
          whole.push(request.url());
      });
      await page.goto(`${site.url}company/${tab}?id=com-00003`);
      await readThrough(page);
      await page.waitForLoadState("networkidle");
      expect(bytes).toBeGreaterThan(2000);
      expect(bytes).toBeLessThan(mostBytes);
      expect(whole).toEqual([]);
    },
    60_000,
  );

  it("is titled with its name, which its tabs keep", async () => {
    const page = await site.open("company/cash?id=com-00003");
    const name = () => page.locator("h1").textContent();
    await page.locator(".profile-who", {hasText: "customer since"}).waitFor();
    const before = await name();
    expect(before).toMatch(/\S/);
    for (const [tab, path] of [
      ["Profit and loss", "profit-and-loss"],
      ["Payroll", "payroll"],
      ["Runway", "runway"],
    ] as const) {
      await page.locator(".profile-bar nav a", {hasText: tab}).click();
      await page.waitForURL(`**/company/${path}?id=com-00003`);
      await page.locator(".profile-bar nav a[aria-current=page]", {hasText: tab}).waitFor();
      await expect.poll(name).toBe(before);
    }
  }, 60_000);

  it("says so where there is no company of that id", async () => {
    const page = await newPage(site.browser);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    for (const tab of ["cash", "profit-and-loss", "payroll", "runway"]) {
      await page.goto(`${site.url}company/${tab}?id=nobody`);
      await readThrough(page);
      expect(await page.locator(".observablehq--error, .is-error").count()).toBe(0);
    }
    expect(errors).toEqual([]);
  }, 90_000);
});
