import type {BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("the page of how money moves", () => {
  const site = builtSite();

  const open = async (query = "", options: BrowserContextOptions = {}) => {
    const page = await site.open(`bank/spend-mix${query}`, options);
    expect(await readThrough(page)).toBe(true);
    return page;
  };
  /** What each figure says when nothing in it is pointed at. */
  const textsOf = async (page: Page) => {
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
  /** The figures that say what they said before. */
  const sameAs = async (before: Record<string, string>, page: Page) => {
    const after = await textsOf(page);
    return Object.keys(before).filter((id) => before[id] === after[id]);
  };
  const status = (page: Page) => page.locator(".spend-total").innerText();

  it.each([
    ["a channel", "#spend-months [role=button][aria-label^='Card:']"],
    ["a use", "#spend-uses [role=button][aria-label^='Groceries:']"],
    ["a city", "#spend-cities [role=button]"],
    ["an hour", "#spend-clock [aria-label^='12:00']"],
    ["a day of the week", "#spend-clock [aria-label^='Sat']"],
  ])("filters every figure by %s that is chosen with the keyboard", async (_, mark) => {
    const page = await open();
    const [before, all] = [await textsOf(page), await status(page)];
    expect(Object.keys(before)).toHaveLength(7);
    await page.locator(mark).first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => sameAs(before, page)).toEqual([]);
    await expect.poll(() => status(page)).not.toBe(all);
    await page.waitForURL(/\?only=/);
    await expect.poll(() => page.locator(mark).first().getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    await expect.poll(() => textsOf(page)).toEqual(before);
  });

  it("filters every figure by months that are dragged over, and keeps them in the address", async () => {
    const page = await open();
    const before = await textsOf(page);
    const brush = page.locator("#spend-months .span-brush");
    await brush.scrollIntoViewIfNeeded();
    const box = (await brush.boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 100, {steps: 4});
    await page.mouse.up();
    await expect.poll(() => sameAs(before, page)).toEqual([]);
    const after = await textsOf(page);
    const query = new URL(page.url()).search;
    expect(query).toMatch(/^\?months=\d{4}-\d{2}\.\.\d{4}-\d{2}$/);
    const again = await open(query);
    await expect.poll(() => textsOf(again)).toEqual(after);
  });

  it("takes a tap as a click on a phone, and clears all with one button", async () => {
    const viewport = {width: 375, height: 812};
    const phone = await open("", {hasTouch: true, isMobile: true, viewport});
    const total = phone.locator(".spend-total");
    const all = await total.innerText();
    await phone.locator("#spend-uses [role=button][aria-label^='Groceries:']").tap();
    await expect.poll(() => total.innerText()).toContain("Payments for groceries");
    await phone.getByRole("button", {name: "Show everything"}).tap();
    await expect.poll(() => total.innerText()).toBe(all);
  });

  it("draws all figures anew within 100 ms of a choice: the median of forty", async () => {
    const page = await open();
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
    const page = await newPage(site.browser);
    const answer = page.waitForResponse(/spend-cubes\.[^/]*json$/);
    await page.goto(`${site.url}bank/spend-mix`);
    const response = await answer;
    await response.finished();
    const {responseBodySize} = await response.request().sizes();
    expect(responseBodySize).toBeGreaterThan(0);
    expect(responseBodySize).toBeLessThan(150_000);
  });
});
