import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";

describe.runIf(browserTest)("the page of how money moves", () => {
  let browser: Browser | undefined;
  let server: SiteServer | undefined;
  let page: Page;

  const open = async (query = "") => {
    await page.goto(`${server!.url}bank/spend-mix${query}`);
    await page.waitForLoadState("networkidle");
    await readThrough(page);
  };
  /** What each figure says when nothing in it is pointed at. */
  const textsOf = async () => {
    await page.mouse.move(0, 0);
    return page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      return Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>("main figure[id]")].map((figure) => [
          figure.id,
          `${figure.querySelector("header")?.innerText} ${figure.querySelector(".picture")?.textContent}`,
        ]),
      );
    });
  };
  const status = () => page.locator(".spend-total").innerText();

  beforeAll(async () => {
    server = await serveSite(join(await builtProject(), "dist"));
    browser = await openBrowser(environment);
    page = await browser.newPage({viewport: {width: 1440, height: 900}});
    await page.addInitScript("globalThis.__name = (value) => value");
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([
    ["a channel", "#spend-months [role=button][aria-label^='Card:']"],
    ["a use", "#spend-uses [role=button][aria-label^='Groceries:']"],
    ["a city", "#spend-cities [role=button]"],
    ["an hour", "#spend-clock [aria-label^='12:00']"],
    ["a day of the week", "#spend-clock [aria-label^='Sat']"],
  ])("filters every figure by %s that is chosen with the keyboard", async (_, mark) => {
    await open();
    const [before, all] = [await textsOf(), await status()];
    expect(Object.keys(before)).toHaveLength(7);
    await page.locator(mark).first().focus();
    await page.keyboard.press("Enter");
    const after = await textsOf();
    const same = Object.keys(before).filter((id) => before[id] === after[id]);
    expect(same).toEqual([]);
    expect(await status()).not.toBe(all);
    expect(page.url()).toContain("?only=");
    expect(await page.locator(mark).first().getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    expect(await textsOf()).toEqual(before);
  });

  it("filters every figure by months that are dragged over, and keeps them in the address", async () => {
    await open();
    const before = await textsOf();
    const brush = page.locator("#spend-months .span-brush");
    await brush.scrollIntoViewIfNeeded();
    const box = (await brush.boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 100, {steps: 4});
    await page.mouse.up();
    const after = await textsOf();
    expect(Object.keys(before).filter((id) => before[id] === after[id])).toEqual([]);
    const query = new URL(page.url()).search;
    expect(query).toMatch(/^\?months=\d{4}-\d{2}\.\.\d{4}-\d{2}$/);
    await open(query);
    expect(await textsOf()).toEqual(after);
  });

  it("takes a tap as a click on a phone, and clears all with one button", async () => {
    const context = await browser!.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: {width: 375, height: 812},
    });
    const phone = await context.newPage();
    await phone.addInitScript("globalThis.__name = (value) => value");
    await phone.goto(`${server!.url}bank/spend-mix`);
    await phone.waitForLoadState("networkidle");
    await readThrough(phone);
    const total = phone.locator(".spend-total");
    const all = await total.innerText();
    await phone.locator("#spend-uses [role=button][aria-label^='Groceries:']").tap();
    expect(await total.innerText()).toContain("Payments for groceries");
    await phone.getByRole("button", {name: "Show everything"}).tap();
    expect(await total.innerText()).toBe(all);
    await context.close();
  });

  it("draws all figures anew within 100 ms of a choice: the median of forty", async () => {
    await open();
    const times = await page.evaluate(() => {
      const marks = [...document.querySelectorAll("main .choice-mark")];
      return Array.from({length: 40}, (_, at) => {
        const start = performance.now();
        marks[(at * 7) % marks.length]!.dispatchEvent(new MouseEvent("click", {bubbles: true}));
        document.body.getBoundingClientRect(); // the layout counts too
        return performance.now() - start;
      });
    });
    const median = times.sort((a, b) => a - b)[20]!;
    expect(median).toBeLessThan(100);
  });

  it("transfers its cubes in less than 150 kB", async () => {
    const context = await browser!.newContext();
    const fresh = await context.newPage();
    const answer = fresh.waitForResponse(/spend-cubes\.[^/]*json$/);
    await fresh.goto(`${server!.url}bank/spend-mix`);
    const response = await answer;
    await response.finished();
    const {responseBodySize} = await response.request().sizes();
    await context.close();
    expect(responseBodySize).toBeGreaterThan(0);
    expect(responseBodySize).toBeLessThan(150_000);
  });
});
