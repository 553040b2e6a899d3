import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {documentHead} from "../../scripts/site/documentHead.js";
import {fontPackages} from "../../scripts/site/fonts.js";

const versions = new Map(fontPackages.map(({name}) => [name, "1.2.3"]));
const head = (path: string) => documentHead(path, {versions});
const matches = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => match[1] ?? "");

describe("documentHead(path)", () => {
  it("has links that stay as they are when Framework decodes and encodes them again", () => {
    const links = matches(head("/index"), /href="([^"]*)"/g);
    expect(links.map((link) => encodeURI(decodeURI(link)))).toEqual(links);
  });

  it("finds the fonts from a page at any depth", () => {
    const roots = (path: string) => new Set(matches(head(path), /url\("([^"]*)_npm\//g));
    expect(roots("/index")).toEqual(new Set(["./"]));
    expect(roots("/people/budgets")).toEqual(new Set(["../"]));
    expect(roots("/a/b/c")).toEqual(new Set(["../../"]));
  });

  it("tells the last day of the data where it is known", () => {
    expect(documentHead("/index", {versions, asOf: "2026-10-31"})).toContain(
      '<meta name="as-of" content="2026-10-31">',
    );
    expect(head("/index")).not.toContain("as-of");
  });

  it("tells what counts are rounded to a multiple of where they are", () => {
    expect(documentHead("/index", {versions, countStep: 10})).toContain(
      '<meta name="count-step" content="10">',
    );
    expect(head("/index")).not.toContain("count-step");
  });

  it("declares each font file that it links to, so that Framework publishes what the faces name", () => {
    const linked = matches(head("/index"), /href="npm:([^"]*)"/g);
    const faced = matches(head("/index"), /url\("\.\/_npm\/([^"]*)"/g).map((file) =>
      file.replace("@1.2.3", ""),
    );
    expect(faced).toEqual(linked);
    for (const file of linked) expect(existsSync(`node_modules/${file}`), file).toBe(true);
  });

  it("preloads the two fonts that every page begins with, and no other", () => {
    const preloaded = matches(head("/index"), /<link rel="preload"[^>]*href="npm:([^"]*)">/g);
    expect(preloaded.map((file) => file.split("/").at(-1))).toEqual([
      "inter-latin-wght-normal.woff2",
      "source-serif-4-latin-wght-normal.woff2",
    ]);
  });
});
