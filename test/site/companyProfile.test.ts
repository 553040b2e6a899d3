import type {Request} from "playwright-core";
import {describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

/** What a tab may transfer of datasets. */
const mostBytes = 150_000;

/** What came for a request, once it is there whole. */
async function answerOf(request: Request) {
  const response = await request.response();
  await response?.finished();
  const {responseBodySize, responseHeadersSize} = await request.sizes();
  const bytes = responseBodySize + responseHeadersSize;
  return {url: request.url(), status: response?.status(), bytes};
}

describe.runIf(browserTest)("the profile of a company", () => {
  const site = builtSite();

  it.each(["cash", "profit-and-loss", "payroll", "runway"])(
    "loads of the datasets what belongs to it: %s",
    async (tab) => {
      const page = await newPage(site.browser);
      const requests: Request[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/_file/data/")) requests.push(request);
      });
      await page.goto(`${site.url}company/${tab}?id=com-00003`);
      expect(await readThrough(page)).toBe(true);
      const answers = await Promise.all(requests.map(answerOf));
      const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0);
      expect(bytes).toBeGreaterThan(2000);
      expect(bytes).toBeLessThan(mostBytes);
      const whole = answers.filter(({url, status}) => url.endsWith(".keyed") && status !== 206);
      expect(whole).toEqual([]);
    },
  );

  it("is titled with its name, which its tabs keep", async () => {
    const page = await site.open("company/cash?id=com-00003");
    const name = () => page.locator("h1").textContent();
    await page.locator(".profile-who", {hasText: "customer since"}).waitFor();
    await expect.poll(name).toMatch(/\S/); // who it is and its name are parts of their own
    const before = await name();
    for (const [tab, path] of [
      ["Profit and loss", "profit-and-loss"],
      ["Payroll", "payroll"],
      ["Runway", "runway"],
    ] as const) {
      await page.locator(".profile-bar nav a", {hasText: tab}).click();
      await page.waitForURL(`**/company/${path}.html?id=com-00003`);
      await page.locator(".profile-bar nav a[aria-current=page]", {hasText: tab}).waitFor();
      await expect.poll(name).toBe(before);
    }
  });

  it("says so where there is no company of that id", async () => {
    const page = await newPage(site.browser);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    for (const tab of ["cash", "profit-and-loss", "payroll", "runway"]) {
      await page.goto(`${site.url}company/${tab}?id=nobody`);
      expect(await readThrough(page)).toBe(true);
      expect(await page.locator(".observablehq--error, .is-error").count()).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});
