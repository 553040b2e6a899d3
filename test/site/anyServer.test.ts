import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage, openBrowser} from "../../scripts/site/browser.js";
import {
  frameHeaders,
  keptFolders,
  notKept,
  pageHeaders,
  securityHeaders,
} from "../../scripts/site/serve/headers.js";
import {serveSite} from "../../scripts/site/serve/serveSite.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {
  caddyServer,
  maybeProgram,
  nginxServer,
  plainServer,
  rootWith,
  type WebServer,
} from "../support/webServers.js";

/** The server of `npm run serve`, as one among others. */
async function ownServer(root: string, base: string): Promise<WebServer> {
  const {url, close} = await serveSite(join(root, base), {base});
  return {url: new URL("/", url).href, close};
}

const isHere = (program: string) =>
  maybeProgram(program) !== undefined || environment.CI !== undefined;
const servers = [
  {name: "one that hands out files and does nothing else", serve: plainServer, isPlain: true},
  {name: "npm run serve", serve: ownServer, isPlain: false},
  ...(isHere("nginx") ? [{name: "nginx", serve: nginxServer, isPlain: false}] : []),
  ...(isHere("caddy") ? [{name: "Caddy", serve: caddyServer, isPlain: false}] : []),
];

let site: string;
let browser: Browser | undefined;
beforeAll(async () => {
  site = join(await builtProject(), "dist");
  if (browserTest) browser = await openBrowser(environment);
});
afterAll(() => browser?.close());

const cases = servers.flatMap((server) =>
  ["/", "/reports/bank/"].map((base) => ({...server, base})),
);

describe.each(cases)("the site on $name, at $base", ({serve, base, isPlain}) => {
  let server: WebServer;
  let root: string;
  beforeAll(async () => {
    server = await serve(rootWith(site, base), base);
    root = new URL(base, server.url).href;
  });
  afterAll(() => server?.close());

  it("leads from its first page to every page, by links that name files", async () => {
    const found = await crawled(`${root}index.html`);
    const pages = pagePaths(site).map((path) => encodeURI(root + pageFile(path)));
    const linked = pages.filter((url) => !/\/places\/|native-values|inputs\.html/.test(url));
    expect(found.dead).toEqual([]);
    expect(linked.filter((url) => !found.pages.includes(url))).toEqual([]);
  });

  it.runIf(browserTest)(
    "leads on by the sidebar, a figure, the tabs of a profile and the search",
    async () => {
      const page = await newPage(browser!);
      const failed: string[] = [];
      page.on("response", (response) => {
        if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(`${root}index.html`);
      await page
        .locator("#observablehq-sidebar")
        .getByRole("link", {name: "Runway"})
        .last()
        .click();
      await page.waitForURL(`${root}companies/runway.html`);
      await page.locator("main figure a[*|href*='company/runway']").first().click();
      await page.waitForURL(/\/company\/runway\.html\?id=com-/);
      await page.locator(".profile-bar nav a", {hasText: "Payroll"}).click();
      await page.waitForURL(/\/company\/payroll\.html\?id=com-/);
      await page.locator("main figure svg").first().waitFor();
      await page.keyboard.press("/");
      await page.locator("#site-search").fill("records");
      await page
        .getByRole("option", {name: /Records/})
        .first()
        .click();
      await page.waitForURL(`${root}bank/records.html`);
      await page
        .locator("#observablehq-sidebar")
        .getByRole("link", {name: "Countinghouse"})
        .click();
      await page.waitForURL(`${root}index.html`);
      await page.close();
      expect(failed).toEqual([]);
    },
  );

  if (isPlain) return;

  describe("which knows more than files", () => {
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(root + path, {headers});
    const file = (ending: string) =>
      `_file/data/${readdirSync(join(site, "_file/data")).find((name) => name.endsWith(ending))}`;

    it("finds a page at the address that it had before its ending", async () => {
      const response = await get("companies/runway?x=1");
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<title>Runway | ");
    });

    it.each(["POST", "PUT", "DELETE", "PATCH"])("takes no %s", async (method) => {
      expect((await fetch(`${root}index.html`, {method})).status).toBe(405);
    });

    it("shows the site's page for what it does not find", async () => {
      const response = await get("companies/runwy");
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("There is no such page");
    });

    it("says what a browser may keep, and what makes it safe, with all that it sends", async () => {
      const told = async (path: string) => Object.fromEntries((await get(path)).headers);
      for (const path of ["index.html", "nowhere"])
        expect(await told(path), path).toMatchObject({...securityHeaders, ...pageHeaders});
      expect(await told(file(".csv"))).toMatchObject(securityHeaders);
      const kept = async (path: string) => (await told(path))["cache-control"];
      const [hashed, versioned] = keptFolders;
      const [packages] = versioned.folders;
      for (const path of ["index.html", "nowhere", "_file/data/lost.0a1b2c3d.csv"])
        expect(await kept(path), path).toBe(notKept);
      expect(await kept(file(".csv"))).toBe(hashed.cacheControl);
      const names = readdirSync(join(site, packages), {recursive: true, encoding: "utf8"});
      const wasm = names.find((name) => name.endsWith(".wasm"))!;
      expect(await kept(`${packages}/${wasm}`)).toBe(versioned.cacheControl);
    });

    it("lets a page be framed by its own origin only, and one that shows a figure alone by anybody", async () => {
      for (const query of [
        "",
        "?figure=",
        "?FIGURE=x",
        "?figure=&figure=x",
        "?x=1&figure=x",
        "?figure=shares",
      ]) {
        const told = Object.fromEntries((await get(`people/savings.html${query}`)).headers);
        expect(told, query).toMatchObject(frameHeaders(query));
        expect("x-frame-options" in told, query).toBe("x-frame-options" in frameHeaders(query));
      }
    });

    it.runIf(browserTest)(
      "is shown in a frame of another origin as a figure, and not as a page",
      async () => {
        const page = await newPage(browser!);
        const other = await plainServer(temporaryFolder("framing"));
        const isShown = async (query: string) => {
          await page.goto(other.url).catch(() => {});
          const frame = page.waitForEvent("framenavigated");
          await page.setContent(`<iframe src="${root}people/savings.html${query}"></iframe>`);
          return (await frame).url().startsWith(root);
        };
        expect(await isShown("?figure=savings-shares")).toBe(true);
        expect(await isShown("")).toBe(false);
        await other.close();
      },
    );

    it("sends text compressed, and the published bank in parts", async () => {
      const page = await get("index.html", {"accept-encoding": "gzip"});
      expect(page.headers.get("content-encoding")).toBe("gzip");
      expect(page.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
      const bank = await get(file(".duckdb"), {range: "bytes=8-11", "accept-encoding": "gzip, br"});
      expect([bank.status, await bank.text()]).toEqual([206, "DUCK"]);
    });

    it("says that nothing has changed to who has the page", async () => {
      const tag = (await get("people/savings.html")).headers.get("etag")!;
      expect((await get("people/savings.html", {"if-none-match": tag})).status).toBe(304);
    });
  });
});

/** The pages that links lead to, from one to the next, and what they name that is not there. */
async function crawled(first: string): Promise<{pages: string[]; dead: string[]}> {
  const pages = new Set([first]);
  const dead: string[] = [];
  for (const url of pages) {
    const response = await fetch(url);
    const html = await response.text();
    if (!response.ok) dead.push(`${response.status} ${url}`);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"#][^"]*)"/g)) {
      const link = new URL(href!.replaceAll("&amp;", "&"), url);
      if (link.origin === new URL(first).origin) pages.add(link.origin + link.pathname);
    }
  }
  return {pages: [...pages], dead};
}
