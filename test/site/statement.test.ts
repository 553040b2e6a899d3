import {readFile} from "node:fs/promises";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {readAhead} from "../../src/lib/site/readAhead.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {checking} from "../support/ownFiles.js";
import {readSheet} from "../support/sheet.js";

describe.runIf(browserTest)("somebody's own statement", () => {
  const site = builtSite();

  /** The page once it has loaded all that it will ever ask for, and what it asks for after. */
  const open = async () => {
    const page = await site.open("people/statement");
    const asked: string[] = [];
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    await page.waitForLoadState("networkidle");
    page.on("request", (request) => asked.push(request.url()));
    return {page, asked: () => asked.filter((url) => !url.startsWith("blob:"))};
  };
  const text = (lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
  const choose = async (page: Page, name: string, content: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", {name: "Choose files"}).click(),
    ]);
    await chooser.setFiles({name, mimeType: "text/csv", buffer: content});
    await page.locator(".own-file", {hasText: name}).waitFor();
  };
  const drop = (page: Page, name: string, content: string) =>
    page.evaluate(
      ([name, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content!], name!));
        const target = document.querySelector(".own-zone")!;
        for (const type of ["dragover", "drop"])
          target.dispatchEvent(
            new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}),
          );
      },
      [name, content],
    );
  const months = ["2025-01", "2025-02", "2025-03", "2025-04"];
  const kiosks = (page: Page) => page.locator(".own-payments tr", {hasText: "Kiosk Blau"});
  const categoriesOf = (page: Page) =>
    kiosks(page)
      .locator("select")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));

  it("is read from a chooser and from a drop, and nothing is asked for after the page is loaded", async () => {
    const {page, asked} = await open();
    await choose(page, "giro.csv", text(checking(months)));
    await drop(
      page,
      "broker.csv",
      "Date,Type,Symbol,Quantity,Price,Fee,Currency\n2025-01-02,buy,ASML,2,600.00,1.00,EUR\n2025-02-03,sell,ASML,1,700.00,1.00,EUR\n",
    );
    await page.locator(".own-file", {hasText: "broker.csv"}).waitFor();
    await expect
      .poll(() => page.locator("#own-months .finding").innerText())
      .toBe("You stayed within your income in every month");
    await page.locator("#own-positions").scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.locator("#own-positions tbody").innerText())
      .toMatch(/ASML\s.*EUR\s+1\s+600\.50/);
    await page.locator("#own-months").getByRole("button", {name: "Table"}).click();
    await page.locator("#own-months .data-table").waitFor();
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(asked()).toEqual([]);
  }, 120_000);

  it("loads what it may need later when its first chart is drawn, however late its data are", async () => {
    const page = await newPage(site.browser);
    await page.route(/classification-accuracy\.\w+\.json$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await route.continue();
    });
    await page.goto(site.url + pageFile("people/statement"));
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    const [late, ahead] = await page.evaluate((mark) => {
      const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const late = files.find(({name}) => /classification-accuracy\.\w+\.json$/.test(name));
      return [
        late?.responseEnd ?? Number.POSITIVE_INFINITY,
        performance.getEntriesByName(mark)[0]!.startTime,
      ];
    }, readAhead);
    expect(ahead).toBeGreaterThan(late!);
  }, 60_000);

  it("has a sample of an invented person, with every figure drawn", async () => {
    const {page, asked} = await open();
    await page.getByRole("button", {name: "Try a sample"}).click();
    await page.locator(".own-file").first().waitFor({timeout: 30_000});
    await expect.poll(() => page.locator("#own-months svg").count()).toBe(1);
    await expect.poll(() => page.locator("#own-ahead svg").count()).toBe(1);
    expect(await page.locator(".picture .message").allInnerTexts()).toEqual([]);
    expect(asked()).toEqual([]);
  }, 120_000);

  it("settles the order of dates by a click", async () => {
    const {page} = await open();
    await choose(
      page,
      "us.csv",
      text(["Date,Payee,Amount", "03/04/2025,Bakery,-3.20", "05/04/2025,Shop,-9.00"]),
    );
    await page.getByRole("button", {name: "4 Mar 2025 (month first)"}).click();
    await expect
      .poll(() => page.locator(".own-payments td.is-day").allInnerTexts())
      .toEqual(["4 May 2025", "4 Mar 2025"]);
  }, 60_000);

  it("settles amounts without signs by a click, which stays with what is kept", async () => {
    const {page} = await open();
    const amounts = async () => {
      const cells = await page.locator(".own-payments td.is-number").allInnerTexts();
      return cells.map((cell) => cell.replace("\u2060", ""));
    };
    await choose(
      page,
      "card.csv",
      text(["Date,Payee,Amount", "2025-04-03,Bakery,3.20", "2025-04-05,Shop,9.00"]),
    );
    const group = page.getByRole("group", {name: "Signs of card.csv"});
    expect(await group.innerText()).toContain(
      "No amount has a sign: all are read as payments out.",
    );
    await expect.poll(amounts).toEqual(["−€9.00", "−€3.20"]);
    await group.getByRole("button", {name: "Payments in"}).click();
    await expect.poll(amounts).toEqual(["€9.00", "€3.20"]);
    await page.getByRole("button", {name: "Keep in this browser"}).click();
    await expect.poll(() => page.locator(".own-keep").innerText()).toMatch(/^Kept/);
    await page.reload();
    await expect.poll(amounts, {timeout: 30_000}).toEqual(["€9.00", "€3.20"]);
    expect(await group.getByRole("button", {pressed: true}).innerText()).toBe("Payments in");
    await page.getByRole("button", {name: "Remove from this browser"}).click();
  }, 120_000);

  it("corrects a payment, applies the rule that follows, keeps all, and removes it by one button", async () => {
    const {page} = await open();
    await choose(page, "giro.csv", text(checking(months)));
    await kiosks(page).first().locator("select").selectOption({label: "Recreation and culture"});
    const offer = page.getByRole("region", {name: "A rule for its like"});
    await expect
      .poll(() => offer.innerText())
      .toContain("It would change 3 other payments, €121.50 in all.");
    await offer.getByRole("button", {name: "Apply the rule"}).click();
    await expect.poll(() => categoriesOf(page)).toEqual(Array(4).fill("recreation"));
    expect(await kiosks(page).last().innerText()).toContain("your rules");

    await page.getByRole("button", {name: "Keep in this browser"}).click();
    const kept = page.locator(".own-keep");
    await expect
      .poll(() => kept.innerText())
      .toMatch(/^Kept in this browser: 1 file \(\d kB\), 1 correction and your rules\./);
    await page.reload();
    await expect
      .poll(() => categoriesOf(page), {timeout: 30_000})
      .toEqual(Array(4).fill("recreation"));
    await page.getByRole("button", {name: "Remove from this browser"}).click();
    await expect.poll(() => kept.innerText()).toMatch(/^Removed from this browser/);
    await page.reload();
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    expect(await page.locator(".own-file").count()).toBe(0);
  }, 120_000);

  it("keeps nothing unless it is asked to", async () => {
    const {page} = await open();
    await choose(page, "giro.csv", text(checking(months)));
    await page.reload();
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    expect(await page.locator(".own-file").count()).toBe(0);
  }, 60_000);

  it("is taken away as CSV, workbook and rules, which are no formulas, and the rules come back", async () => {
    const {page, asked} = await open();
    const formula = "=HYPERLINK(1)";
    await choose(
      page,
      "giro.csv",
      text(checking(months).map((line) => line.replace("Kiosk Blau", formula))),
    );
    const row = page.locator(".own-payments tr", {hasText: "HYPERLINK"}).first();
    await row.locator("select").selectOption({label: "Groceries"});
    await page.getByRole("button", {name: "Apply the rule"}).click();
    const save = async (label: string) => {
      await page.locator(".own-filter").getByRole("button", {name: "Save"}).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: label}).click(),
      ]);
      return readFile(await download.path());
    };
    const csv = (await save("CSV (data)")).toString();
    expect(csv.split("\n")[0]).toMatch(/^date,account,payee/);
    expect(csv).not.toMatch(/(^|,)=/m);
    const sheet = readSheet(new Uint8Array(await save("Excel (data)")));
    expect(sheet.formulaCount).toBe(0);
    expect(sheet.rows).toHaveLength(17);
    const rules = await save("Your rules (text)");
    expect(rules.toString()).toMatch(/^# Your rules.*\nif .* then category groceries\n$/);
    expect(asked()).toEqual([]);

    await page.reload();
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    await choose(
      page,
      "giro.csv",
      text(checking(months).map((line) => line.replace("Kiosk Blau", formula))),
    );
    await drop(page, "payments.rules.txt", rules.toString());
    await expect
      .poll(() =>
        page
          .locator(".own-payments tr", {hasText: "HYPERLINK"})
          .first()
          .locator("select")
          .inputValue(),
      )
      .toBe("groceries");
    expect(await page.locator(".own-file").count()).toBe(1);
  }, 120_000);

  it("says of a file that is none what it is, and goes on", async () => {
    const {page} = await open();
    await choose(page, "picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]));
    expect(await page.locator(".own-file").innerText()).toMatch(/cannot be read: .*picture/);
    await choose(page, "giro.csv", text(checking(months)));
    await expect.poll(() => kiosks(page).count()).toBe(4);
  }, 60_000);

  it("is no wider than a phone, and worked by keys alone", async () => {
    const {page} = await open();
    await page.setViewportSize({width: 375, height: 800});
    await page.getByRole("button", {name: "Try a sample"}).focus();
    await page.keyboard.press("Enter");
    await page.locator(".own-file").first().waitFor({timeout: 30_000});
    await expect.poll(() => page.locator("#own-balances tbody tr").count()).toBeGreaterThan(1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(375);
  }, 60_000);
});

describe.runIf(browserTest)("somebody's own statement below a path", () => {
  const site = builtSite({base: "/bank/"});

  it("is read as well: the reader's thread finds its modules", async () => {
    const page = await site.open("people/statement");
    await page.locator(".own-desk.is-ready").waitFor({timeout: 30_000});
    await page.getByRole("button", {name: "Try a sample"}).click();
    await page.locator(".own-file").first().waitFor({timeout: 30_000});
  }, 60_000);
});
