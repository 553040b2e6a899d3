// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pages hold inline expressions
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {deadAnchors} from "../../../scripts/check/deadAnchors.js";
import {pageLinks} from "../../../scripts/check/pageLinks.js";
import {markdownFiles} from "../../../scripts/site/pages.js";
import {temporaryFolder} from "../../support/tinyBank.js";

let root: string;
beforeEach(() => {
  root = temporaryFolder("anchors");
});

/** What is said of links to `b.md`, whose text is given, from `a.md`; `files` are modules. */
function said(text: string, anchors: readonly string[], files: Record<string, string> = {}) {
  const links = anchors.map((anchor) => `[x](./b#${anchor})`).join("\n");
  const all = {"people/a.md": links, "people/b.md": text, ...files};
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  const pages = ["people/a.md", "people/b.md"];
  return deadAnchors(
    root,
    pages.flatMap((page) => pageLinks(root, page)),
    pages,
  ).map(({file, line, message}) => `${file}:${line}: ${message}`);
}

describe("deadAnchors(root, links, pages)", () => {
  it("calls dead what no part of the page is called, with the nearest", () => {
    const text = "# Title\n\n## How much is saved?\n\n## Title\n";
    expect(
      said(text, ["title", "how-much-is-saved", "title-1", "how-much-is-save", "nope"]),
    ).toEqual([
      "people/a.md:4: dead anchor: ./b#how-much-is-save (did you mean how-much-is-saved?)",
      "people/a.md:5: dead anchor: ./b#nope (there are title, how-much-is-saved, title-1)",
    ]);
  });

  it("looks at links within a page, with and without a query", () => {
    const text =
      "## Cash\n\n[a](#cash) [b](#csh) [c](?id=1#cash) [d](?id=1#debts) [e](#) [f](#top)";
    expect(said(text, [])).toEqual([
      "people/b.md:3: dead anchor: #csh (did you mean cash?)",
      "people/b.md:3: dead anchor: ?id=1#debts (there are cash)",
    ]);
  });

  it.each([
    ["HTML in a block", '<div id="here">x</div>'],
    ["HTML in a line", "Text <a name=here></a> more."],
    ["the fence of a figure", "```js figure=here\nf();\n```"],
    ["an id of a cell", '```js\nfigure({id: "here"});\n```'],
    ["HTML of a cell", "```js\nhtml`<p id='here'>`\n```"],
    ["an expression in the text", '${part("here")}'],
    ["words of the simulated bank", "<simulated>\n\n## Here\n\n</simulated>"],
  ])("knows %s", (_, text) => {
    expect(said(text, ["here", "there"])).toEqual([expect.stringContaining("./b#there")]);
  });

  it("knows the folds of a figure", () => {
    expect(
      said("```js figure=shares\nf();\n```", ["shares-data", "shares-sql", "shares-x"]),
    ).toEqual([expect.stringContaining("#shares-x (did you mean shares?)")]);
  });

  it("knows what modules write out, those of components too, whose other ids are their callers’", () => {
    const text = '```js\nimport {parts} from "./b/parts.js";\n```';
    const files = {
      "people/b/parts.ts": 'import {card} from "../../components/card.js";\ncard({id: "one"});\n',
      "components/card.ts": 'export const card = ({id}) => html("p", {id}, {id: "two"});\n',
    };
    expect(said(text, ["one", "two", "three"], files)).toEqual([expect.stringContaining("#three")]);
  });

  it.each([
    "html`<p id=${name}>`",
    'html`<p id="row-${name}">`',
    'html("p", {id})',
    "figure({id: row.name, rows})",
    "figure({id: `part-${at}`})",
    "element.id = name;",
    'element.setAttribute("id", name);',
    "md`## ${title}`",
  ])("calls nothing dead where an id is a value: %s", (code) => {
    expect(said(`\`\`\`js\n${code}\n\`\`\``, ["nope"])).toEqual([]);
    const files = {"people/b/own.ts": code};
    expect(said('```js\nimport "./b/own.js";\n```', ["nope"], files)).toEqual([]);
  });

  it("takes code that is shown and not run for no cell", () => {
    expect(said("```js run=false\nhtml`<p id=${name}>`\n```", ["nope"])).toHaveLength(1);
  });

  it("finds nothing on the project’s own pages, and most of them do not hide what is dead", () => {
    const src = join(projectRoot, "src");
    const pages = markdownFiles(src);
    const links = pages.flatMap((page) => pageLinks(src, page));
    expect(deadAnchors(src, links, pages)).toEqual([]);
    const lost = pages.map((page) => ({
      ...{file: page, line: 1, href: "#nope-nope"},
      ...{target: page.replace(/\.md$/, ""), anchor: "nope-nope"},
    }));
    expect(deadAnchors(src, lost, pages).length).toBeGreaterThan(pages.length / 2);
  });
});
