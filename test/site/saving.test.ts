import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {readSheet} from "../support/sheet.js";

describe.runIf(browserTest)("what is saved of a figure", () => {
  const site = builtSite();
  const id = "savings-shares";

  const open = async (options?: Parameters<typeof site.open>[1]) => {
    const page = await site.open(`people/savings#${id}`, options);
    await page.locator(`#${id} .picture svg`).first().waitFor();
    await page.evaluate(() => document.fonts.ready); // lines break otherwise in another
    return page;
  };
  const saved = async (page: Page, label: string, end: string) => {
    const figure = page.locator(`#${id}`);
    const download = page.waitForEvent("download");
    await figure.getByRole("button", {name: "Save", exact: true}).click();
    await figure.getByRole("button", {name: label}).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${id}.${end}`);
    return readFileSync(await file.path());
  };
  /** A drawing as a browser shows it by itself: its words, and those of them that reach over its edge. */
  const read = async (page: Page, svg: string) => {
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    return page.evaluate(async () => {
      await document.fonts.ready;
      const root = document.querySelector("svg")!;
      const {width, height} = root.getBoundingClientRect();
      const texts = [...root.querySelectorAll("text")];
      const isInside = ({left, top, right, bottom}: DOMRect) =>
        left >= 0 && top >= 0 && right <= width && bottom <= height;
      return {
        words: texts.map(({textContent}) => textContent).join(" "),
        cut: texts
          .filter((text) => !isInside(text.getBoundingClientRect()))
          .map(({textContent}) => textContent),
        paper: root.querySelector(":scope > rect")!.getAttribute("fill")!,
      };
    });
  };
  const words = (text: string) => text.replaceAll(/\s+/g, "");

  it.each([
    {colorScheme: "light", width: 1440, paper: /^#f/},
    {colorScheme: "dark", width: 375, paper: /^#1/},
  ] as const)(
    "has title, subtitle, note and source in its drawing, $colorScheme at $width pixels",
    async ({colorScheme, width, paper}) => {
      const page = await open({colorScheme, viewport: {width, height: 900}});
      const parts = page.locator(`#${id} :is(.finding, .subtitle, .note-line, .source)`);
      const texts = (await parts.allInnerTexts()).map(words);
      const svg = (await saved(page, "SVG (picture)", "svg")).toString();
      expect(svg).not.toMatch(/var\(|url\(["']?http/);
      expect(svg.match(/@font-face/g)!.length).toBeGreaterThanOrEqual(2);
      const shown = await read(page, svg);
      for (const text of texts) expect(words(shown.words)).toContain(text);
      expect(texts).toHaveLength(4);
      expect(shown.cut).toEqual([]);
      expect(shown.paper).toMatch(paper);
    },
  );

  it("is as high with its table open as with its picture, and leaves the table open", async () => {
    const page = await open();
    const heightOf = (svg: Buffer) =>
      Number(
        new JSDOM(svg.toString()).window.document.querySelector("svg")!.getAttribute("height"),
      );
    const before = heightOf(await saved(page, "SVG (picture)", "svg"));
    await page.locator(`#${id}`).getByRole("button", {name: "Table"}).click();
    await page.locator(`#${id} tbody tr`).first().waitFor();
    expect(heightOf(await saved(page, "SVG (picture)", "svg"))).toBe(before);
    expect(await page.locator(`#${id} tbody tr`).first().isVisible()).toBe(true);
  });

  it("is a PNG of two pixels for each of the drawing", async () => {
    const page = await open();
    const {width, height} = (await page.locator(`#${id}`).boundingBox())!;
    const png = await saved(page, "PNG (picture)", "png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * (width + 48));
    expect(Math.abs(png.readUInt32BE(20) / 2 - (height + 48))).toBeLessThan(40);
  });

  it("is a workbook with the rows of its table, made under the policy of the site", async () => {
    const page = await open();
    const {rows, formulaCount} = readSheet(await saved(page, "Excel (data)", "xlsx"));
    await page.locator(`#${id}`).getByRole("button", {name: "Table"}).click();
    const heads = page.locator(`#${id} thead button`);
    await heads.first().waitFor();
    expect(rows[0]!.map((cell) => words(String(cell?.value)))).toEqual(
      (await heads.allInnerTexts()).map(words),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(formulaCount).toBe(0);
  });
});

describe.runIf(browserTest)("a page on paper", () => {
  const site = builtSite();

  it.each(["people/budgets", "bank/admin", "guide/dictionary", "workbench/notebook"])(
    "has no buttons and no navigation, in light colours: %s",
    async (path) => {
      const page = await site.open(path);
      await page.waitForLoadState("networkidle");
      await page.emulateMedia({media: "print", colorScheme: "dark"});
      const seen = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            "nav, button, textarea, input[type=search], input:placeholder-shown",
          ),
        ]
          .filter((element) => element.checkVisibility())
          // what a table is sorted by, a measure and the contents of a dictionary are words
          .filter((element) => !element.matches("thead button, .measure, .dictionary-index"))
          .map(({outerHTML}) => outerHTML.slice(0, 120)),
      );
      expect(seen).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
        .toMatch(/rgb\(255, 255, 255\)|oklch\(1 0 0\)/);
    },
  );

  it("draws each figure as wide as a sheet, and again as wide as the screen", async () => {
    const page = await site.open("person/overview");
    const drawing = page.locator("#person-homes .picture svg").first();
    await drawing.scrollIntoViewIfNeeded();
    const width = async () => Number(await drawing.getAttribute("width"));
    const before = await width();
    expect(before).toBeGreaterThan(700);
    const print = (name: string) =>
      page.evaluate((name) => window.dispatchEvent(new Event(name)), name);
    await print("beforeprint");
    await expect.poll(width).toBe(680);
    await print("afterprint");
    await expect.poll(width).toBe(before);
  });
});
