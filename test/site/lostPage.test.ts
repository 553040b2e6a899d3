import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {visitSite} from "../../scripts/site/visitSite.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";
import {plainServer, type WebServer} from "../support/webServers.js";

describe.runIf(browserTest)("on a server that shows 404.html and tries no ending", () => {
  let folder: string;
  let server: WebServer;
  let browser: Browser;
  beforeAll(async () => {
    folder = join(await builtProject(), "dist");
    server = await plainServer(folder, "/", {lost: "404.html"});
    browser = await openBrowser(environment);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(["companies/runway", "companies/runway/"])(
    "an address from before pages had an ending leads on, with all that it says: %s",
    async (path) => {
      const page = await newPage(browser);
      await page.goto(`${server.url}${path}?x=1#how-good-is-the-forecast`);
      await page.waitForURL(`${server.url}companies/runway.html?x=1#how-good-is-the-forecast`);
    },
  );

  it("a mistyped address is shown the page that it nearly names, and the way to all others", async () => {
    const page = await newPage(browser);
    const response = await page.goto(`${server.url}a/b/runwy`);
    expect(response!.status()).toBe(404);
    await page.getByText("Nothing is at /a/b/runwy. Did you mean").waitFor();
    await page.locator("main").getByRole("link", {name: "The first page"}).click();
    await page.waitForURL(`${server.url}index.html`);
    await page.goBack();
    await page.locator("main").getByRole("link", {name: "Runway"}).click();
    await page.waitForURL(`${server.url}companies/runway.html`);
  });

  it("has no error, no dead link and no barrier on the page for what is not found", async () => {
    const [visit] = await visitSite(folder, {env: environment, paths: ["404"]});
    expect(visit!.problems).toEqual([]);
  });
});
