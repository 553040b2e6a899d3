import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment, projectRoot} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {isSettled, scrollThrough} from "../../scripts/site/pageProbe.js";
import {serveSite} from "../../scripts/site/serve.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {browserTest} from "../support/browser.js";
import {runIn} from "../support/project.js";

/** What a sentence must not hold where there is next to nothing to tell. */
const broken = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|Invalid Date|€–|\[object/;

describe.runIf(browserTest).each([
  ["one person, one company and one month", ["1", "1", "1"]],
  ["nobody", ["0", "0", "1"]],
] as const)("the site of a bank of %s", (_, [individuals, companies, months]) => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "countinghouse-sparse-"));
    copySources(projectRoot, folder);
    const counts = ["--individuals", individuals, "--companies", companies, "--months", months];
    await runIn(folder, ["--import", "tsx", "scripts/seed.ts", ...counts]);
    await runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
  }, 200_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("has no error on any page, and no sentence with a hole in it", async () => {
    const server = await serveSite(join(folder, "dist"));
    const browser = await openBrowser(environment);
    const problems: string[] = [];
    try {
      for (const path of pagePaths(join(folder, "dist"))) {
        const page = await browser.newPage();
        await page.addInitScript("globalThis.__name = (value) => value"); // tsx names functions with it
        page.on("pageerror", ({message}) => problems.push(`/${path}: ${message}`));
        await page.goto(server.url + path, {waitUntil: "networkidle"});
        await page.evaluate(scrollThrough);
        await page.waitForFunction(isSettled).catch(() => problems.push(`/${path}: still loading`));
        const main = page.locator("main");
        await main.evaluate((main) => {
          for (const code of main.querySelectorAll("pre, code, [data-check=off]")) code.remove();
        });
        const errors = await main
          .locator(".observablehq--error, .message.is-error")
          .allInnerTexts();
        problems.push(...errors.map((error) => `/${path}: error cell: ${error}`));
        const lines = (await main.innerText()).split("\n").filter((line) => broken.test(line));
        problems.push(...lines.map((line) => `/${path}: ${line}`));
        await page.close();
      }
    } finally {
      await browser.close();
      await server.close();
    }
    expect(problems).toEqual([]);
  }, 240_000);
});
