import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findDeadLinks} from "../../scripts/site/links.js";
import {parseRange, type SiteServer, serveSite} from "../../scripts/site/serve.js";
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
    '<a href="./people/budgets">ok</a> <a href="./people/none#top">dead</a> <a href="#here">here</a> <a href="https://example.org/">other</a> <img src="./_file/lost.svg">',
  );
  writeFileSync(
    join(folder, "people/budgets.html"),
    '<a href="../">home</a> <a href="../people/budgets?id=1">self</a>',
  );
  writeFileSync(join(folder, "_file/bank.duckdb"), "0123456789");
  server = await serveSite(folder, {base: "/bank/"});
});

afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

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

  it("compresses text for those who take it, and not the published bank", async () => {
    const page = await get("people/budgets", {"accept-encoding": "gzip"});
    expect(page.headers.get("content-encoding")).toBe("gzip");
    const bank = await get("_file/bank.duckdb", {"accept-encoding": "gzip, br"});
    expect(bank.headers.get("content-encoding")).toBeNull();
  });

  it("serves nothing from outside of the folder", async () => {
    expect((await get("..%2f..%2fetc%2fpasswd")).status).toBe(404);
  });
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

  it("refuses what is no range of the file", () => {
    for (const header of ["bytes=-", "bytes=10-", "bytes=4-2", "lines=1-2", "bytes=a-b"]) {
      expect(parseRange(header, 10), header).toBeUndefined();
    }
  });
});

describe("findDeadLinks(folder)", () => {
  it("names the page and the address of links to files that are not there", () => {
    expect(findDeadLinks(folder)).toEqual([
      {file: "index.html", href: "./people/none#top"},
      {file: "index.html", href: "./_file/lost.svg"},
    ]);
  });
});

describe("pagePaths(folder)", () => {
  it("names the pages as their addresses do", () => {
    expect(pagePaths(folder)).toEqual(["", "people/budgets"]);
  });
});
