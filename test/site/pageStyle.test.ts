import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pageStyle} from "../../scripts/site/pageStyle.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe("pageStyle(sourceRoot, path)", () => {
  const root = temporaryFolder("style");
  mkdirSync(join(root, "guide/lineage"), {recursive: true});
  writeFileSync(join(root, "guide/lineage/part.css"), ".a { color: red; }\n");
  writeFileSync(
    join(root, "guide/lineage/style.css"),
    '@import url("./part.css");\n.b { margin: 0; }\n',
  );

  it("is the page's own sheet with what it imports, in its order", () => {
    expect(pageStyle(root, "/guide/lineage")).toBe("<style>.a{color:red}.b{margin:0}</style>");
  });

  it("is empty for a page without one", () => {
    expect(pageStyle(root, "/guide/figures")).toBe("");
  });
});
