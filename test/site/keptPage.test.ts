import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {openSite} from "../../scripts/site/openSite.js";
import type {Cell} from "../../src/lib/notebook/notebook.js";
import {linkLetters} from "../../src/lib/notebook/notebookLink.js";
import {keepMeta, linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {browserTest} from "../support/browser.js";
import {type DevServer, devServer} from "../support/devServer.js";
import {runIn} from "../support/project.js";
import {copyBuiltProject} from "../support/site.js";

const cells: readonly Cell[] = [
  {name: "text", kind: "text", source: "Where our customers live, and how many they are."},
  {name: "least", kind: "input", source: "kind: number\nlabel: Least number\nvalue: 3"},
  {
    name: "cities",
    kind: "sql",
    source:
      "select city, count(*)::integer as customer_count\nfrom bank.users\nwhere kind = 'individual'\ngroup by city\norder by customer_count desc, city",
  },
  {
    name: "large",
    kind: "sql",
    source:
      "select * from cities\nwhere customer_count >= $least\norder by customer_count desc, city",
  },
];

describe.runIf(browserTest)("a notebook that is kept as a page", () => {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-kept-"));
  let dev: DevServer;
  let browser: Browser;
  beforeAll(async () => {
    await copyBuiltProject(folder);
    [dev, browser] = await Promise.all([devServer(folder), openBrowser(environment)]);
  }, 300_000);
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const openNotebook = async (title: string) => {
    const page = await newPage(browser);
    const letters = await linkLetters({title, cells});
    await page.goto(`${dev.url}workbench/notebook${linkPrefix}${letters}`);
    await page.locator(".cm-content").first().waitFor();
    return page;
  };
  const keep = async (page: Page) => {
    await page.getByRole("button", {name: "Keep as a page"}).click();
    await page.getByRole("button", {name: "Write the page"}).click();
  };
  const findings = async (page: Page) => {
    const figures = page.locator("figure:not([aria-busy=true]) .finding");
    await expect.poll(() => figures.count(), {timeout: 60_000}).toBe(2);
    return figures.allInnerTexts();
  };

  it("is written by the preview, opens, and is edited as the same notebook again", async () => {
    const page = await openNotebook("Where they live");
    await keep(page);
    await page.waitForURL("**/bank/where-they-live", {timeout: 60_000});
    expect(await page.locator("h1").innerText()).toBe("Where they live");
    expect(await findings(page)).toEqual([
      expect.stringMatching(/^\S+ has the most: \d+$/),
      expect.stringMatching(/^\S+ has the most: \d+$/),
    ]);
    expect(existsSync(join(folder, "src/data/where-they-live-cities.csv.sql"))).toBe(true);
    expect(readFileSync(join(folder, "src/index.md"), "utf8")).toContain("./bank/where-they-live");

    await page.getByRole("link", {name: "Edit as a notebook"}).click();
    await page.locator(".cm-content").nth(1).waitFor();
    expect(await page.getByLabel("Title of the notebook").inputValue()).toBe("Where they live");
    expect(await page.locator(".cm-content").allInnerTexts()).toEqual(
      cells.filter(({kind}) => kind === "sql").map(({source}) => source),
    );
  }, 120_000);

  it("asks before it takes the place of files", async () => {
    const page = await openNotebook("Asked twice");
    await keep(page);
    await page.waitForURL("**/bank/asked-twice", {timeout: 60_000});
    const again = await openNotebook("Asked twice");
    await keep(again);
    const words = again.locator(".keep [role=status]");
    await expect
      .poll(() => words.innerText())
      .toMatch(/^exists already: src\/bank\/asked-twice.md/);
    await again.getByRole("button", {name: "Replace them"}).click();
    await again.waitForURL("**/bank/asked-twice", {timeout: 60_000});
  }, 120_000);

  it("says what is wrong with the title, and writes nothing", async () => {
    const page = await openNotebook("§ 17");
    await keep(page);
    const words = page.locator(".keep [role=status]");
    await expect.poll(() => words.innerText()).toMatch(/^invalid character in the title: "§"/);
  }, 60_000);

  it("takes no files from another origin, nor without the token", async () => {
    const page = await openNotebook("Foreign");
    const address = await page.locator(`meta[name=${keepMeta}]`).getAttribute("content");
    const origin = new URL(dev.url).origin;
    const body = JSON.stringify({title: "Foreign", group: "bank", files: {}});
    const status = async (url: string, headers: Record<string, string>) =>
      (await fetch(url, {method: "POST", headers, body})).status;
    expect(await status(address!, {})).toBe(403);
    expect(await status(address!, {origin: "http://example.org"})).toBe(403);
    expect(await status(address!.replace(/token=.*/, "token=x"), {origin})).toBe(403);
    expect(await status(address!, {origin})).toBe(422);
  }, 60_000);

  it("is built and passes the check, as any page", async () => {
    const page = await openNotebook("In the build");
    await keep(page);
    await page.waitForURL("**/bank/in-the-build", {timeout: 60_000});
    await findings(page);
    await runIn(folder, ["--import", "tsx", "scripts/check.ts"]);
    await runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
    const site = await openSite(join(folder, "dist"), {env: environment});
    try {
      const built = await newPage(site.browser);
      await built.goto(`${site.url}bank/in-the-build`);
      await findings(built);
      expect(await built.getByRole("link", {name: "Edit as a notebook"}).count()).toBe(1);
      await built.goto(`${site.url}workbench/notebook`);
      await built.locator(".cm-content").first().waitFor();
      await built.getByRole("button", {name: "Keep as a page"}).click();
      const download = built.waitForEvent("download");
      await built.getByRole("button", {name: "Download the page"}).click();
      expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    } finally {
      await site.close();
    }
  }, 240_000);
});
