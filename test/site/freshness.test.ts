import {execFile} from "node:child_process";
import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {freshnessAt} from "../../scripts/site/freshnessAt.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve/serveSite.js";
import {parseStaleAfter} from "../../scripts/site/staleAfter.js";
import {staleLine} from "../../src/components/frame/staleLine.js";
import {publishedFile} from "../../src/lib/site/siteAge.js";
import {page} from "../support/page.js";
import {temporaryFolder} from "../support/tinyBank.js";

const published = JSON.stringify({
  confirmed_at: "2026-11-27T10:00:00Z",
  stale_after_seconds: 172_800,
});
const [fresh, stale] = ["2026-11-28T10:00:00Z", "2026-11-30T10:00:00Z"].map((at) => new Date(at));

describe("parseStaleAfter(text)", () => {
  it("reads minutes, hours and days", () => {
    expect(["90m", "36h", "2d"].map((text) => parseStaleAfter(text))).toEqual([
      5_400, 129_600, 172_800,
    ]);
    expect(parseStaleAfter(undefined)).toBeUndefined();
  });

  it.each(["2", "2 d", "2D", "0d", "-1d", "1.5h", "2w", "2days", "01d", ""])(
    "refuses %j in one line",
    (text) =>
      expect(() => parseStaleAfter(text)).toThrow(
        `invalid SITE_STALE_AFTER: ${JSON.stringify(text)} (write minutes, hours or days, like 90m, 36h or 2d)`,
      ),
  );
});

describe("staleLine(document, {now, published})", () => {
  const said = async (now: Date, read: () => Promise<string>) => {
    const {document} = page();
    document.body.innerHTML = '<main id="observablehq-main"></main>';
    let time = now;
    await staleLine(document, {now: () => time, published: read});
    const line = document.querySelector<HTMLElement>("main")!.previousElementSibling as HTMLElement;
    return {
      text: () => (line.hidden ? undefined : line.textContent),
      comeBack(at: Date) {
        time = at;
        document.dispatchEvent(new document.defaultView!.Event("visibilitychange"));
      },
    };
  };

  it("says above the page that the site is too old, also to a reader who comes back to it", async () => {
    const line = await said(fresh!, async () => published);
    expect(line.text()).toBeUndefined();
    line.comeBack(stale!);
    expect(line.text()).toMatch(/^This site is out of date: .*, 3 days ago/);
  });

  it("says so where nothing tells how old the site is", async () => {
    const line = await said(fresh!, () => Promise.reject(new Error("404")));
    expect(line.text()).toBe(
      "How old this site is cannot be told: there is no published.json beside its first page.",
    );
  });
});

describe("npm run check:fresh -- --url URL", () => {
  let folder: string;
  let server: SiteServer;
  beforeAll(async () => {
    folder = temporaryFolder("fresh");
    server = await serveSite(folder, {base: "/reports/"});
  });
  afterAll(() => server.close());

  it("holds a site to its promise, or to another", async () => {
    writeFileSync(join(folder, publishedFile), published);
    const at = (now: Date, after?: number) => freshnessAt(server.url, {now: () => now, after});
    expect(await at(fresh!)).toEqual({
      isFresh: true,
      line: `fresh: ${server.url}: confirmed 24 hours ago, at 2026-11-27T10:00:00Z, no older than 2 days is promised`,
    });
    expect((await at(stale!)).isFresh).toBe(false);
    expect((await at(stale!, 4 * 86_400)).isFresh).toBe(true);
    expect((await at(fresh!, 3_600)).line).toMatch(/^stale: .* no older than 60 minutes/);
  });

  it("finds no freshness where a site says nothing, or nothing answers", async () => {
    rmSync(join(folder, publishedFile));
    const now = () => fresh!;
    expect(await freshnessAt(server.url, {now})).toEqual({
      isFresh: false,
      line: `unknown: ${server.url}: no published.json (a build with SITE_STALE_AFTER=2d writes it)`,
    });
    writeFileSync(join(folder, publishedFile), "<html>");
    expect((await freshnessAt(server.url, {now})).isFresh).toBe(false);
    const nowhere = await freshnessAt("http://127.0.0.1:1/", {now});
    expect([nowhere.isFresh, nowhere.line.split("\n")]).toEqual([
      false,
      [expect.stringMatching(/^unknown: http:\/\/127\.0\.0\.1:1\/: .*(ECONNREFUSED|bad port)/)],
    ]);
  });

  it("prints one line, and fails where the site is not fresh", async () => {
    writeFileSync(join(folder, publishedFile), published);
    const run = (...args: string[]) =>
      promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "scripts/check-fresh.ts", ...args],
        {cwd: projectRoot},
      ).then(
        ({stdout}) => ({code: 0, stdout}),
        ({code, stdout}: {code: number; stdout: string}) => ({code, stdout}),
      );
    const late = await run("--url", server.url);
    expect(late.code).toBe(1);
    expect(late.stdout).toMatch(/^stale: [^\n]+\n$/);
    const long = await run("--url", server.url, "--after", "900000d");
    expect([long.code, long.stdout.slice(0, 6)]).toEqual([0, "fresh:"]);
    expect((await run("--url", "bank.example")).code).toBe(2);
    expect((await run("--url", server.url, "--after", "soon")).code).toBe(1);
  });
});
