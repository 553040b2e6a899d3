import {readFileSync} from "node:fs";
import type {BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {readThrough} from "../../scripts/site/readThrough.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("a figure in the browser", () => {
  const site = builtSite();

  /** Opens a page, reads it through, and hands it over. */
  async function onPage(
    path: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const page = await site.open(path, options);
    expect(await readThrough(page)).toBe(true);
    await look(page);
  }

  const phone = {viewport: {width: 375, height: 812}, hasTouch: true, isMobile: true};

  it("tells on a phone what a tapped bar is, inside the screen, and follows its link with the next tap", () =>
    onPage(
      "companies/runway",
      async (page) => {
        const bar = page.locator("#runway-paces g[aria-label=bar] rect").first();
        await bar.scrollIntoViewIfNeeded();
        const {x, y, width, height} = (await bar.boundingBox())!;
        const tap = () => page.touchscreen.tap(x + width / 2, y + height / 2);
        await tap();
        const tip = page.locator(".chart-tip");
        const box = (await tip.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(375);
        expect(await tip.textContent()).toContain("Cash ends");
        expect(page.url()).toContain("companies/runway");
        await tap();
        await page.waitForURL(/company\/runway\.html\?id=/);
      },
      phone,
    ));

  it("is saved as a picture and as a workbook", () =>
    onPage("companies/runway", async (page) => {
      const figure = page.locator("#runway-paces");
      const saved = async (item: string) => {
        await figure.getByRole("button", {name: "Save", exact: true}).click();
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          figure.getByRole("button", {name: item}).click(),
        ]);
        return readFileSync(await file.path());
      };
      expect((await saved("PNG")).subarray(1, 4).toString()).toBe("PNG");
      expect((await saved("Excel")).subarray(0, 2).toString()).toBe("PK");
      const drawing = (await saved("SVG")).toString();
      expect(drawing).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(drawing).toContain("@font-face");
      expect(drawing).not.toMatch(/var\(--|color-mix|oklab/);
    }));

  it("opens the definition of a measure with a press, and closes it with Escape", () =>
    onPage("companies/runway", async (page) => {
      const figure = page.locator("#runway-paces");
      const measure = figure.locator("button.measure").first();
      await measure.press("Enter");
      const panel = figure.getByRole("dialog");
      await panel.waitFor();
      expect(await panel.getByRole("link").getAttribute("href")).toMatch(
        /guide\/method\.html#\w+$/,
      );
      await page.keyboard.press("Escape");
      await panel.waitFor({state: "hidden"});
    }));
});
