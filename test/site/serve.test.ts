import {execFileSync} from "node:child_process";
import {once} from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findDeadLinks} from "../../scripts/site/links.js";
import {encodings} from "../../scripts/site/serve/encodings.js";
import {framedByOf, pageHeaders, securityHeaders} from "../../scripts/site/serve/headers.js";
import {parseRange} from "../../scripts/site/serve/range.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve/serveSite.js";
import {pagePaths} from "../../scripts/site/visitSite.js";
import {temporaryFolder} from "../support/tinyBank.js";

let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "countinghouse-serve-"));
  mkdirSync(join(folder, "people"));
  mkdirSync(join(folder, "_file"));
  writeFileSync(
    join(folder, "index.html"),
    '<a href="./people/budgets.html">ok</a> <a href="./people/budgets">a page without its ending</a> <a href="./people/none.html#top">dead</a> <a href="#here">here</a> <a href="https://example.org/">other</a> <img src="./_file/lost.svg">',
  );
  writeFileSync(
    join(folder, "people/budgets.html"),
    '<a href="../index.html">home</a> <a href="../people/budgets.html?id=1">self</a> <a href="/bank/index.html">home</a>',
  );
  writeFileSync(join(folder, "_file/bank.duckdb"), "0123456789");
  writeFileSync(join(folder, "_file/rows.0a1b2c3d.csv"), "a,b");
  for (const {name, ending} of encodings)
    writeFileSync(join(folder, `_file/rows.0a1b2c3d.csv${ending}`), name);
  mkdirSync(join(folder, "_npm/engine@1.2.3"), {recursive: true});
  writeFileSync(join(folder, "_npm/engine@1.2.3/engine.wasm"), "wasm");
  mkdirSync(join(folder, "places"));
  writeFileSync(join(folder, "places/index.html"), "places");
  writeFileSync(join(folder, "404.html"), "no such page");
  server = await serveSite(folder, {base: "/bank/"});
});

afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

/** The status of the answer to a path that is sent as it is. */
async function statusOf(path: string): Promise<number | undefined> {
  const {hostname, port} = new URL(server.url);
  const [response] = await once(request({hostname, port, path}).end(), "response");
  response.resume();
  return response.statusCode;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), {headers});

describe("serveSite(folder, {base})", () => {
  it("serves pages without their ending, below the base path only", async () => {
    expect((await get("people/budgets")).status).toBe(200);
    expect((await get("")).headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await get("/people/budgets")).status).toBe(404);
  });

  it("answers a range with its bytes and their place", async () => {
    const response = await get("_file/bank.duckdb", {range: "bytes=2-4"});
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe("bytes 2-4/10");
    expect(await response.text()).toBe("234");
  });

  it("refuses a range beyond the end", async () => {
    expect((await get("_file/bank.duckdb", {range: "bytes=10-"})).status).toBe(416);
  });

  it("answers a range of a file that has changed since with all of it", async () => {
    const {headers} = await get("_file/bank.duckdb");
    const partFor = (tag: string) =>
      get("_file/bank.duckdb", {range: "bytes=2-4", "if-range": tag});
    expect((await partFor(headers.get("etag")!)).status).toBe(206);
    expect(await (await partFor('"older"')).text()).toBe("0123456789");
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["br;q=0, gzip", "gzip"],
    ["*", "br"],
    ["identity", null],
    ["gzip;q=0", null],
  ])("sends to who takes %s the form %s", async (accepted, encoding) => {
    const {headers} = await get("_file/rows.0a1b2c3d.csv", {"accept-encoding": accepted});
    expect(headers.get("content-encoding")).toBe(encoding);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("vary")).toBe("accept-encoding");
  });

  it("keeps what is named by its content for a year, what by a version for a day, and asks again for a page", async () => {
    const kept = async (path: string) => (await get(path)).headers.get("cache-control");
    expect(await kept("_file/rows.0a1b2c3d.csv")).toBe("max-age=31536000, immutable");
    expect(await kept("people/budgets.html")).toBe("no-cache");
    expect(await kept("_npm/engine@1.2.3/engine.wasm")).toBe("max-age=86400");
  });

  it("says that nothing has changed as long as the content has not, whenever it was written", async () => {
    const ask = (tag: string) => get("people/budgets.html", {"if-none-match": tag});
    const file = join(folder, "people/budgets.html");
    const content = readFileSync(file);
    const tag = (await ask("")).headers.get("etag")!;
    expect((await ask(`"other", W/${tag}`)).status).toBe(304);
    writeFileSync(file, content);
    expect((await ask(tag)).status).toBe(304);
    writeFileSync(file, `${content} `);
    expect((await ask(tag)).status).toBe(200);
    writeFileSync(file, content);
  });

  it("says with every answer what makes it safe", async () => {
    const told = async (path: string) => Object.fromEntries((await get(path)).headers);
    for (const path of ["", "people/budgets.html", "nowhere"])
      expect(await told(path)).toMatchObject({...securityHeaders, ...pageHeaders});
    expect(await told("_file/bank.duckdb")).toMatchObject(securityHeaders);
  });

  it("lets a page be framed by its own origin, and one that shows a figure alone by whom it is told", async () => {
    const wiki = await serveSite(folder, {framedBy: "https://wiki.example"});
    const frames = async (url: string) => {
      const {headers} = await fetch(url);
      return [headers.get("content-security-policy"), headers.get("x-frame-options")];
    };
    const ownOnly = ["frame-ancestors 'self'", "SAMEORIGIN"];
    for (const query of [
      "",
      "?id=1",
      "?figure=",
      "?figure=&figure=x",
      "?FIGURE=x",
      "?id=1&figure=x",
    ])
      expect(await frames(`${server.url}people/budgets.html${query}`), query).toEqual(ownOnly);
    expect(await frames(`${server.url}nowhere`)).toEqual(ownOnly);
    const figure = "people/budgets.html?figure=cost&id=1";
    expect(await frames(server.url + figure)).toEqual(["frame-ancestors *", null]);
    expect(await frames(wiki.url + figure)).toEqual(["frame-ancestors https://wiki.example", null]);
    expect(await frames(`${server.url}_file/bank.duckdb?figure=x`)).toEqual([null, null]);
    await wiki.close();
  });

  it("answers HEAD as GET without the body, and no other method", async () => {
    const head = await fetch(`${server.url}_file/bank.duckdb`, {method: "HEAD"});
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      "10",
      "",
    ]);
    const post = await fetch(server.url, {method: "POST"});
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("shows the site's own page for what it does not find", async () => {
    for (const path of ["people/none", "/elsewhere", "_file/lost.csv"]) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([404, "no such page"]);
    }
  });

  it("leads to the slash behind the site and behind a folder, from where links lead on", async () => {
    for (const [path, to] of [
      ["/bank", "/bank/"],
      ["places", "/bank/places/"],
    ] as const) {
      const response = await fetch(new URL(path, server.url), {redirect: "manual"});
      expect([response.status, response.headers.get("location")]).toEqual([308, to]);
    }
    expect(await (await get("places/")).text()).toBe("places");
  });

  it("leads to a folder of its own host, however many slashes are before it", async () => {
    const {hostname, port} = new URL(server.url);
    for (const path of ["/bank/%2Fplaces", "/bank//places", "/bank/%2F%2Fplaces"]) {
      const [response] = await once(request({hostname, port, path}).end(), "response");
      response.resume();
      expect([response.statusCode, response.headers.location], path).toEqual([
        308,
        "/bank/places/",
      ]);
    }
    const atRoot = await serveSite(folder);
    const there = await fetch(`${atRoot.url}%2Fplaces`, {redirect: "manual"});
    expect(there.headers.get("location")).toBe("/places/");
    await atRoot.close();
  });

  it("follows no link that leads out of the folder, and is not held up by a pipe", async () => {
    const beside = temporaryFolder("beside");
    for (const name of ["secret.csv", "page.html"]) writeFileSync(join(beside, name), "secret");
    const site = temporaryFolder("links");
    writeFileSync(join(site, "page.html"), "page");
    symlinkSync(join(beside, "secret.csv"), join(site, "secret.csv"));
    symlinkSync(beside, join(site, "beside"));
    symlinkSync(site, join(site, "linked"));
    execFileSync("mkfifo", [join(site, "pipe.csv")]);
    const linking = await serveSite(site);
    for (const path of ["secret.csv", "beside/page.html", "beside/page", "pipe.csv"])
      expect((await fetch(linking.url + path)).status, path).toBe(404);
    expect(await (await fetch(`${linking.url}linked/page`)).text()).toBe("page");
    await linking.close();
  });

  it("serves a folder that is a link itself, as a site is put in the place of another by one", async () => {
    const link = join(temporaryFolder("linked"), "site");
    symlinkSync(folder, link);
    const linked = await serveSite(link);
    expect(await (await fetch(`${linked.url}places/`)).text()).toBe("places");
    await linked.close();
  });

  it.each([
    ["bank.example", 403],
    ["localhost.bank.example", 403],
    ["192.168.1.2", 403],
    ["localhost", 200],
    ["[::1]", 200],
  ])("answers a page that calls this machine %s with %i", async (host, status) => {
    const {hostname, port} = new URL(server.url);
    const asked = request({hostname, port, path: "/bank/index.html", headers: {host}});
    const [response] = await once(asked.end(), "response");
    response.resume();
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject(securityHeaders);
  });

  it.each(["0.0.0.0", "127.0.0.1"])(
    "answers to any name where it is told to listen on %s, as behind a proxy",
    async (host) => {
      const open = await serveSite(folder, {host});
      const {hostname, port} = new URL(open.url);
      const asked = request({hostname, port, path: "/", headers: {host: "bank.example"}});
      const [response] = await once(asked.end(), "response");
      response.resume();
      expect(response.statusCode).toBe(200);
      await open.close();
    },
  );

  it.each([
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..%5c..%5cetc",
    "%00",
    "%",
    "%252e%252e/%252e%252e/etc/passwd",
    "places/%00.html",
    "x".repeat(9000),
  ])("serves nothing from outside of the folder: %s", async (path) =>
    expect(await statusOf(`/bank/${path}`)).toBe(404),
  );

  it("serves nothing from outside of the folder, for a path that nobody has put right", async () => {
    expect(await statusOf("/bank/../../../etc/passwd")).toBe(404);
    expect(await statusOf("/bank//etc/passwd")).toBe(404);
  });
});

it("framedByOf(text) takes addresses and words, and nothing that would be another directive", () => {
  for (const text of ["*", "'none'", "'self' https://wiki.example", "https://*.bank.example:8443"])
    expect(framedByOf(text)).toBe(text);
  for (const text of [
    "",
    "none; script-src *",
    "https://a.example\nx: y",
    "'unsafe-inline'",
    "a  b",
  ])
    expect(() => framedByOf(text), text).toThrow(/^no list of who may frame/);
});

describe("serveSite(folder), while the site is exchanged", () => {
  const bytes = Buffer.alloc(1_000_000, "x");

  /** What comes of a file that changes when it has been looked up, before its first byte is asked of the disk. */
  const answer = async (path: string, change: (folder: string) => void) => {
    const site = temporaryFolder("exchanged");
    for (const file of ["page.html", "bank.duckdb"]) writeFileSync(join(site, file), bytes);
    const exchanged = await serveSite(site, {
      respond() {
        process.nextTick(change, site);
        return false;
      },
    });
    try {
      const response = await fetch(exchanged.url + path);
      return [response.status, (await response.arrayBuffer()).byteLength];
    } finally {
      await exchanged.close();
    }
  };

  it.each(["bank.duckdb", "page"])(
    "sends %s to its end where it is gone meanwhile",
    async (path) => {
      const remove = (site: string) => rmSync(site, {recursive: true});
      expect(await answer(path, remove)).toEqual([200, bytes.length]);
    },
  );

  it("sends a file to its end where a shorter one has taken its place", async () => {
    const shorten = (site: string) => {
      writeFileSync(join(site, "aside"), "short");
      renameSync(join(site, "aside"), join(site, "bank.duckdb"));
    };
    expect(await answer("bank.duckdb", shorten)).toEqual([200, bytes.length]);
  });
});

describe("parseRange(header, size)", () => {
  it("reads ranges with and without an end, and the last bytes", () => {
    expect(parseRange("bytes=0-3", 10)).toEqual({start: 0, end: 3});
    expect(parseRange("bytes=4-", 10)).toEqual({start: 4, end: 9});
    expect(parseRange("bytes=-3", 10)).toEqual({start: 7, end: 9});
    expect(parseRange("bytes=5-50", 10)).toEqual({start: 5, end: 9});
  });

  it("refuses what the file does not have", () => {
    for (const [header, size] of [
      ["bytes=10-", 10],
      ["bytes=-0", 10],
      ["bytes=0-", 0],
    ] as const)
      expect(parseRange(header, size), header).toBe("unsatisfiable");
  });

  it("takes for the whole file what is no range, and several", () => {
    for (const header of ["bytes=-", "bytes=4-2", "lines=1-2", "bytes=a-b", "bytes=0-1,4-5"]) {
      expect(parseRange(header, 10), header).toBeUndefined();
    }
    expect(parseRange(undefined, 10)).toBeUndefined();
  });
});

describe("findDeadLinks(folder)", () => {
  it("names the page and the address of links that name no file", () => {
    expect(findDeadLinks(folder, {base: "/bank/"})).toEqual([
      {file: "index.html", href: "./people/budgets"},
      {file: "index.html", href: "./people/none.html#top"},
      {file: "index.html", href: "./_file/lost.svg"},
    ]);
  });
});

describe("pagePaths(folder)", () => {
  it("names the pages as their addresses do", () => {
    expect(pagePaths(folder)).toEqual(["", "people/budgets", "places/"]);
  });
});
