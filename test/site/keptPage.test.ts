import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {openSite} from "../../scripts/site/openSite.js";
import type {Cell} from "../../src/lib/notebook/notebook.js";
import {linkedNotebook, linkLetters} from "../../src/lib/notebook/notebookLink.js";
import {keepMeta, linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {browserTest} from "../support/browser.js";
import {type DevServer, devServer} from "../support/devServer.js";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

const counted: Cell = {
  name: "cities",
  kind: "sql",
  source:
    "select city, count(*)::integer as customer_count\nfrom bank.users\ngroup by city\norder by all",
};

/** What the shops of a dropped file sell, beside the customers of the bank where they are. */
const joined =
  "select city, sales_eur, count(*)::integer as customer_count\nfrom files.shops_2026\njoin bank.users using (city)\ngroup by all\norder by all";

/** What the page of the notebook reads. */
const loaders = [
  "bank.duckdb.ts",
  "freshness.json.ts",
  "lineage.json.ts",
  "published-schema.json.ts",
];

const loaderOfNothing = `-- What is nothing?
-- Grain: one row.
-- Size: bounded: one row.
-- Columns: nothing.
select 0 as nothing
`;

describe.runIf(browserTest)("a notebook that is kept as a page", () => {
  const folder = temporaryFolder("kept");
  let dev: DevServer;
  let browser: Browser;
  beforeAll(async () => {
    await copyPart(folder, {pages: ["workbench/notebook.md"], loaders});
    writeFileSync(join(folder, "src/bank/first.md"), "# The first page of its group\n");
    [dev, browser] = await Promise.all([devServer(folder), openBrowser(environment)]);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.close();
  });

  /** What the preview has told each page. */
  const told = new WeakMap<Page, string[]>();
  const isTold = (page: Page, words: RegExp) =>
    expect.poll(() => told.get(page)!.filter((message) => words.test(message)).length).not.toBe(0);
  const openNotebook = async (title: string, cells: readonly Cell[] = [counted]) => {
    const page = await newPage(browser);
    const messages: string[] = [];
    told.set(page, messages);
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({payload}) => messages.push(String(payload))),
    );
    const letters = await linkLetters({title, cells});
    await page.goto(`${dev.url}workbench/notebook${linkPrefix}${letters}`);
    // a page whose data came after it is loaded again before it is welcome
    await isTold(page, /"welcome"/);
    await page.locator(".cm-content").first().waitFor();
    return page;
  };
  const keep = async (page: Page) => {
    await page.getByRole("button", {name: "Keep as a page"}).click();
    await page.getByRole("button", {name: "Write the page"}).click();
  };
  const otherBrowser = async () => {
    const other = await openBrowser(environment);
    onTestFinished(() => other.close());
    return other;
  };
  const findings = async (page: Page) => {
    const figures = page.locator("figure:not([aria-busy=true]) .finding");
    let texts: string[] = [];
    const count = async () => {
      texts = await figures.allInnerTexts();
      return texts.length;
    };
    await expect.poll(count).toBe(2);
    return texts;
  };

  it("plays the analyst: complete, drop, join, chart, share, keep, build, and edit again", async () => {
    const page = await openNotebook("Where shops sell", [
      {name: "text", kind: "text", source: "How much do our shops sell for each customer there?"},
      {name: "least", kind: "input", source: "kind: number\nlabel: Least number\nvalue: 1"},
      {name: "answer", kind: "sql", source: ""},
      {
        name: "large",
        kind: "sql",
        source: "select * from answer\nwhere customer_count >= $least\norder by all",
      },
    ]);
    const answer = page.locator('section.cell[aria-label$=" answer"]');
    await answer.locator(".cm-content").focus();
    await page.keyboard.type("select cit");
    await page.keyboard.press("Escape");
    await page.keyboard.type("y from bank.us");
    await page.locator(".cm-tooltip-autocomplete li", {hasText: "users"}).waitFor();
    await page.keyboard.press("Tab");
    await expect
      .poll(() => answer.locator(".cell-status").innerText())
      .toMatch(/The first 200 rows|as you type/);
    const cell = answer.locator("tbody tr:not(.space) td");
    const cities = async () => [...new Set(await cell.allInnerTexts())];
    await expect.poll(async () => (await cities()).length).toBeGreaterThan(1);
    const [city, other] = await cities();

    const buffer = Buffer.from(`city;sales_eur\n${city};1200,50\n${other};7,00\nAtlantis;1\n`);
    const file = {name: "Shops 2026.csv", mimeType: "text/csv", buffer};
    await page.locator("input.data-file").setInputFiles(file);
    await page.locator(".file-words", {hasText: "files.shops_2026 with 3 rows"}).waitFor();
    await answer.locator(".cm-content").fill(joined);
    await page.keyboard.press("Escape");
    await page.getByRole("button", {name: "Run all"}).click();
    const rows = page.locator('section.cell[aria-label$=" large"] tbody tr:not(.space)');
    await expect
      .poll(() => rows.allInnerTexts())
      .toEqual([expect.stringMatching(/\t1200\.5\t\d+$/), expect.stringMatching(/\t7\t\d+$/)]);
    await answer.getByLabel("Mark").selectOption("bars");
    await answer.getByLabel("Across").selectOption("sales_eur");
    await expect.poll(() => answer.locator(".picture [aria-label=bar] rect").count()).toBe(2);

    await expect
      .poll(() => answer.locator(".source").innerText())
      .toBe("Source: the simulated bank and Shops 2026.csv, asked in this browser");

    // the address follows half a second after the last change
    const linked = async () =>
      (await linkedNotebook(new URL(page.url()).hash.slice(linkPrefix.length))).cells[2];
    await expect.poll(linked).toMatchObject({source: joined, chart: "bars:sales_eur,city"});
    const second = await newPage(await otherBrowser());
    await second.goto(page.url());
    const written = second.locator('section.cell[aria-label$=" answer"] .cm-content');
    await expect.poll(() => written.innerText()).toBe(joined);
    await second
      .locator(".cell-complaint", {hasText: "drop Shops 2026.csv on this page"})
      .waitFor();

    await keep(page);
    await page.waitForURL("**/bank/where-shops-sell.html", {timeout: 120_000});
    await expect.poll(() => page.locator("h1").innerText()).toBe("Where shops sell");
    // the page is loaded again where its sidebar has come late
    await page.locator("#observablehq-sidebar", {hasText: "Where shops sell"}).waitFor();
    const found = await findings(page);
    expect(found[0]).toMatch(/\d/);
    expect(readFileSync(join(folder, "src/index.md"), "utf8")).toContain("./bank/where-shops-sell");
    expect(readFileSync(join(folder, "src/data/where-shops-sell-shops-2026.csv"), "utf8")).toBe(
      `city,sales_eur\n${city},1200.5\n${other},7.0\nAtlantis,1.0\n`,
    );

    await runIn(folder, ["--import", "tsx", "scripts/check.ts"]);
    await runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
    const site = await openSite(join(folder, "dist"), {env: environment});
    try {
      const built = await newPage(site.browser);
      await built.goto(`${site.url}bank/where-shops-sell`);
      expect(await findings(built)).toEqual(found);
      await built.getByRole("link", {name: "Edit as a notebook"}).waitFor();
      await built.goto(`${site.url}workbench/notebook`);
      await built.locator(".cm-content").first().waitFor();
      await built.getByRole("button", {name: "Keep as a page"}).click();
      const download = built.waitForEvent("download");
      await built.getByRole("button", {name: "Download the page"}).click();
      expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    } finally {
      await site.close();
    }

    await page.getByRole("link", {name: "Edit as a notebook"}).click();
    await page.waitForURL("**/workbench/notebook.html#**");
    await expect
      .poll(() => page.getByLabel("Title of the notebook").inputValue())
      .toBe("Where shops sell");
    await expect
      .poll(() => page.locator(".cm-content").first().innerText())
      .toBe(joined.replace("files.", ""));
    await page
      .locator(".cell-complaint", {hasText: "drop where-shops-sell-shops-2026.csv on this page"})
      .waitFor();
  });

  it("stays as it is in the notebook while the preview takes a new page and its data", async () => {
    const page = await openNotebook("At work", [
      {name: "answer", kind: "sql", source: "select 7 as n"},
    ]);
    await page.getByRole("button", {name: "Run all"}).click();
    const rows = page.locator("tbody tr:not(.space)");
    await expect.poll(() => rows.allInnerTexts()).toEqual(["7"]);
    await page.getByRole("button", {name: "Keep as a page"}).click();
    const title = page.getByLabel("Title", {exact: true});
    await title.fill("Not written yet");
    const beside = await newPage(browser);
    await beside.goto(dev.url);
    const before = dev.said().length;
    writeFileSync(join(folder, "src/data/newcomer.csv.sql"), loaderOfNothing);
    writeFileSync(join(folder, "src/guide/newcomer.md"), "# A newcomer\n");
    await expect
      .poll(() => dev.said().slice(before), {timeout: 120_000})
      .toContain("made data/lineage.json");
    // what the preview tells its pages has reached one that takes it
    await beside.locator("#observablehq-sidebar", {hasText: "A newcomer"}).waitFor();
    await isTold(page, /"update".*"define\(.*lineage\.json/);
    expect(await title.inputValue()).toBe("Not written yet");
    expect(await title.isVisible()).toBe(true);
    expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await rows.allInnerTexts()).toEqual(["7"]);
  });

  it("asks before it takes the place of files", async () => {
    const page = await openNotebook("Asked twice");
    await keep(page);
    await page.waitForURL("**/bank/asked-twice.html", {timeout: 120_000});
    const again = await openNotebook("Asked twice");
    await keep(again);
    const words = again.locator(".keep [role=status]");
    await expect
      .poll(() => words.innerText())
      .toMatch(/^exists already: src\/bank\/asked-twice.md/);
    await again.getByRole("button", {name: "Replace them"}).click();
    await again.waitForURL("**/bank/asked-twice.html", {timeout: 120_000});
  });

  it("says what is wrong with the title, and writes nothing", async () => {
    const page = await openNotebook("§ 17");
    await keep(page);
    const words = page.locator(".keep [role=status]");
    await expect.poll(() => words.innerText()).toMatch(/^invalid character in the title: "§"/);
  });

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
  });
});
