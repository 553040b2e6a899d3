import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve/serveSite.js";
import {maybeWhole} from "../../scripts/site/vendor/wholeFile.js";
import {wholeFileText} from "../../src/lib/site/wholeFile.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {plainServer, type WebServer} from "../support/webServers.js";

describe("maybeWhole(url, {most})", () => {
  let plain: WebServer;
  let ranged: SiteServer;
  beforeAll(async () => {
    const folder = temporaryFolder("whole");
    writeFileSync(join(folder, "bank.duckdb"), "0123456789".repeat(20_000));
    [plain, ranged] = await Promise.all([plainServer(folder), serveSite(folder)]);
  });
  afterAll(() => Promise.all([plain.close(), ranged.close()]));

  it("is the file, where a server sends it only whole", async () => {
    const bytes = await maybeWhole(`${plain.url}bank.duckdb`);
    expect(new TextDecoder().decode(bytes)).toBe("0123456789".repeat(20_000));
  });

  it("is none where a server answers ranges, or has no such file", async () => {
    expect(await maybeWhole(`${ranged.url}bank.duckdb`)).toBeUndefined();
    expect(await maybeWhole(`${ranged.url}lost.duckdb`)).toBeUndefined();
    expect(await maybeWhole(`${plain.url}lost.duckdb`)).toBeUndefined();
  });

  it("refuses a file that is too large, told ahead or not", async () => {
    const refusal = "more than 0.1 MB (ask for a server that answers byte ranges)";
    const url = `${plain.url}bank.duckdb`;
    await expect(maybeWhole(url, {most: 1e5})).rejects.toThrow(refusal);
    // as from a server that sends the length of what it has compressed
    const chunked: typeof fetch = async () =>
      new Response(new Blob(["x".repeat(150_000)]).stream());
    await expect(maybeWhole(url, {most: 1e5, fetch: chunked})).rejects.toThrow(refusal);
  });
});

describe.runIf(browserTest)("the bank on a server without byte ranges", () => {
  it.each(["workbench/ask.html", "workbench/notebook.html"])(
    "is loaded whole, which the page says, and asked: %s",
    async (file) => {
      const server = await plainServer(join(await builtProject(), "dist"));
      const browser = await openBrowser(environment);
      try {
        const page = await newPage(browser);
        const answers: number[] = [];
        page.on("response", (response) => {
          if (/\.duckdb$/.test(response.url())) answers.push(response.status());
        });
        await page.goto(server.url + file);
        if (file.includes("notebook")) {
          await page.getByRole("button", {name: "Questions"}).click();
          await page.getByRole("button", {name: "Which bills are paid late?"}).click();
        }
        const line = page.locator("#observablehq-center > .fallback");
        await line.waitFor();
        const [, size] = /, ([\d.]+) MB of it/.exec((await line.textContent())!)!;
        expect(await line.textContent()).toBe(wholeFileText(Number(size) * 1e6));
        await page.locator("main table tbody tr").first().waitFor();
        expect(answers).toEqual([200]);
      } finally {
        await browser.close();
        await server.close();
      }
    },
  );
});
