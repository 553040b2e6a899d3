import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {deadPageLinks, lonelyPages, pageLinks} from "../../../scripts/check/pageLinks.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const pages = {
  "index.md": "# First\n\n[A](./bank/a) [here](#x) [there](https://example.org/) `[no](./link)`\n",
  "bank/a.md":
    '# A\n\n<a href="../index?x=1#y">first</a>\n\n```js\n"[no](./link)"\n```\n\n[b](b#part)\n',
  "bank/b.md": "# B\n\n[itself](./b) [file](../data/rates.csv) [nobody](./bb) [home](/)\n",
  "bank/c.md": "# C\n",
};

let root: string;
beforeAll(() => {
  root = temporaryFolder("links");
  for (const folder of ["bank", "data"]) mkdirSync(join(root, folder));
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(root, file), text);
  writeFileSync(join(root, "data/rates.csv"), "");
});

const files = Object.keys(pages);
const links = () => files.flatMap((file) => pageLinks(root, file));

describe("pageLinks(root, file)", () => {
  it("finds links in text and HTML, within the page too, with their line, and none in code", () => {
    expect(links().map(({file, line, target}) => `${file}:${line} ${target}`)).toEqual([
      "index.md:3 bank/a",
      "index.md:3 index",
      "bank/a.md:3 index",
      "bank/a.md:9 bank/b",
      "bank/b.md:3 bank/b",
      "bank/b.md:3 data/rates.csv",
      "bank/b.md:3 bank/bb",
      "bank/b.md:3 index",
    ]);
  });
});

describe("deadPageLinks(root, links, pages)", () => {
  it("names what is neither a page nor a file, and the nearest", () => {
    expect(deadPageLinks(root, links(), files)).toEqual([
      {file: "bank/b.md", line: 3, message: "dead link: ./bb (did you mean bank/b?)"},
    ]);
  });
});

describe("lonelyPages(links, pages)", () => {
  it("are those that no other page names, but for the one for what is not found", () => {
    expect(lonelyPages(links(), [...files, "404.md"])).toEqual(["bank/c.md"]);
  });
});
