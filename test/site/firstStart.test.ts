import {readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {dayShort} from "../../src/lib/format.js";
import {browserTest} from "../support/browser.js";
import {type DevServer, devServer} from "../support/devServer.js";
import {copyProject} from "../support/project.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** What the page of the test asks for, the frame of every page, and what says which pages there are. */
const kept = /^(payroll-.*|search-.*|freshness\.json\.ts|places|my-places\.csv)$/;

/** A loader that is not done before the test says so. */
const slow = `import {existsSync} from "node:fs";
import {setTimeout} from "node:timers/promises";
while (!existsSync("go")) await setTimeout(50);
process.stdout.write("[]");
`;

describe.runIf(browserTest)("npm run dev where no dataset is made yet", () => {
  const folder = temporaryFolder("first");
  let dev: DevServer;
  let browser: Browser;

  beforeAll(async () => {
    await copyProject(folder);
    const data = join(folder, "src/data");
    for (const file of readdirSync(data))
      if (!kept.test(file)) rmSync(join(data, file), {recursive: true});
    writeFileSync(join(data, "a-slow-one.json.ts"), slow);
    // the bank is being made, by this process
    renameSync(join(folder, "data/seed"), join(folder, "bank"));
    writeFileSync(join(folder, "data/seed.lock"), String(process.pid));
    [dev, browser] = await Promise.all([devServer(folder), openBrowser(process.env)]);
  });

  afterAll(async () => {
    writeFileSync(join(folder, "go"), ""); // it does not end over a loader that waits
    await browser?.close();
    await dev?.close();
  });

  it("shows a page while the bank is made, and its figures while other datasets are still being made", async () => {
    const page = await newPage(browser);
    await page.goto(`${dev.url}companies/payroll`, {waitUntil: "commit"});
    await page.locator("#dev-making", {hasText: "Making the bank"}).waitFor();
    expect(await page.locator("h1").textContent()).toContain("Payroll");
    expect(await page.locator("meta[name=as-of]").count()).toBe(0);
    renameSync(join(folder, "bank"), join(folder, "data/seed"));
    rmSync(join(folder, "data/seed.lock"));
    const figure = page.locator("figure", {has: page.locator("svg")}).first();
    await figure.waitFor();
    const asOf = await page.locator("meta[name=as-of]").getAttribute("content");
    expect(asOf).toMatch(/^\d{4}-/);
    expect(await figure.textContent()).toContain(`, to ${dayShort(asOf!)}`);
    await page.locator("#dev-making", {hasText: "Making datasets: 1 to go"}).waitFor();
    expect(dev.said()).not.toContain("made");
    writeFileSync(join(folder, "go"), "");
    await page.locator("#dev-making").waitFor({state: "detached"});
    await expect.poll(dev.said).toContain("made data/a-slow-one.json");
  });
});
