import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCells} from "../../../loaders/pages/cells.js";
import {pageModule} from "../../../scripts/check/pageModule.js";
import {temporaryFolder} from "../../support/tinyBank.js";

function moduleOf(lines: readonly string[]) {
  const root = temporaryFolder("page-module");
  writeFileSync(join(root, "page.md"), lines.join("\n"));
  const {file, text} = pageModule(readCells(root, "page.md"));
  return {file, lines: text.split("\n")};
}

describe("pageModule(cells)", () => {
  it("has each piece of code on the line of the page, and nothing else", () => {
    const page = [
      "---",
      "title: A page",
      "---",
      "# A page",
      "",
      "```js",
      'import {count} from "./lib/format.js";',
      "const a = 1;",
      "```",
      "",
      "Text with ${count(a)} in it.",
      "",
      "```js",
      "count(a)",
      "```",
      "",
      "```js run=false",
      "not(read)",
      "```",
    ];
    expect(moduleOf(page).lines.slice(0, page.length)).toEqual([
      ...["", "", "", "", "", ""],
      'import {count} from "./lib/format.js";const __cell0 = async () => {',
      "const a = 1;",
      "return {a}; }; const {a} = __values(__cell0);",
      "",
      "void (async () => (count(a)));",
      "",
      "const __cell2 = async () => (",
      "count(a)",
      ");",
      "export {};",
      "",
    ]);
  });

  it("moves imports that come late to the end of their cell", () => {
    const [b, c] = ['import {b} from "./b.js";', 'import {c} from "./c.js";'];
    const {lines} = moduleOf(["```js", "const a = 1; // one", b, c, "```"]);
    expect(lines.slice(0, 5)).toEqual([
      "const __cell0 = async () => {",
      "const a = 1; // one",
      " ".repeat(b.length),
      " ".repeat(c.length),
      `return {a}; }; const {a} = __values(__cell0); ${b} ${c}`,
    ]);
  });

  it("finds an inline expression in HTML, and keeps a query in its place", () => {
    const {lines} = moduleOf(["<p>", "${1}", "</p>", "", "```sql id=rows", "select ${x}", "```"]);
    expect(lines[1]).toBe("void (async () => (1));");
    expect(lines[5]).toContain("select ${x}");
    expect(lines[6]).toContain("const {rows} = __values(");
  });

  it("is TypeScript where a cell is", () => {
    expect(moduleOf(["```js", "1", "```"]).file).toBe("page.js");
    expect(moduleOf(["```ts", "const a: number = 1;", "```"]).file).toBe("page.ts");
  });
});
