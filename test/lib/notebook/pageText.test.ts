import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {simulatedWords} from "../../../loaders/pages/simulatedWords.js";
import {pageNotebook} from "../../../scripts/site/keep/pageNotebook.js";
import {keptFiles} from "../../../src/lib/notebook/keptPage.js";
import type {Cell} from "../../../src/lib/notebook/notebook.js";
import {fromPageText, toPageText} from "../../../src/lib/notebook/pageText.js";
import {analysisName} from "../../../src/lib/site/analysisName.js";

const seed = 20_261_201;
const md = createMarkdownIt();
md.core.ruler.disable("anchor");
const read = (markdown: string) => parseMarkdown(markdown, {md, path: "/bank/a-page"});

/** What Framework makes of the text on a page, between a title and a cell of the page's own. */
function shown(text: string) {
  const {code, body} = read(`# Title\n\n${text}\n\n\`\`\`js\n"own"\n\`\`\`\n`);
  const html = withoutColors(body);
  const own = html.lastIndexOf('<div class="observablehq');
  return {cells: code.length - 1, html: html.slice(0, own).replace("<h1>Title</h1>\n", "")};
}

const withoutColors = (html: string) => html.replace(/<code class="language-[^"]*">/g, "<code>");

/** What the notebook shows: no HTML of the text is any there. */
const plain = new MarkdownIt({html: false, linkify: true});
plain.linkify.set({fuzzyLink: false, fuzzyEmail: false});
const asCode = (text: string) => `<pre><code>${plain.utils.escapeHtml(`${text}\n`)}</code></pre>\n`;

const pieces = [
  ..."`` `` ` \\ \\\\ < > $ { } * _ ~~ | - 1. ! [ ] ( ) : & ; ' \" a B 0".split(" "),
  ...["\n", "\n", "\n\n", " ", "  ", "    ", "\t", "\r", "\u00a0"],
  ...[
    "```",
    "~~~",
    "````",
    "```js",
    "~~~sql",
    "``` js",
    "```html",
    "```js x='",
    "```jsx run=true",
    "```tex",
  ],
  ...["\n```\n", "\n~~~\n", "\n```js\nalert(1)\n```\n", "\n> ```js\n> alert(1)\n> ```\n"],
  ...["- ```js\n  alert(1)\n  ```\n", "1. a\n\n    ```js\n    alert(1)\n    ```\n"],
  ...["\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "# ", "\n## A `", "\n---\n", "\n===\n"],
  ...[
    "${1+1}",
    "\\${1+1}",
    "${`}`}",
    "${",
    "$&#123;1}",
    "&#36;{1}",
    "&#60;b>",
    "&lt;b>",
    "&#0000060;b>",
  ],
  ...[
    "<b>",
    "</b>",
    "<img src=x onerror=alert(1)>",
    "<script>",
    "</script>",
    "<div>",
    '<b title="',
    "<!--",
    "-->",
    "<!-- cell -->",
    "<?a?>",
    "<![CDATA[",
  ],
  ...[
    "<https://a.b/c>",
    "<a@b.de>",
    "<!`a@b>",
    "<!--a@b>",
    "http://a.b/c",
    "http://a/${x}",
    "mailto:a@b.de",
  ],
  ...[
    "| a | b |\n|---|---|\n| ",
    "[a](javascript:alert(1))",
    "[a](<b ${x}>)",
    "![a ${x} <b>](c)",
    "[a]",
    "](",
    "\n[a]: ",
    "\n\n[a]: javascript:alert(1)\n",
    "\n\n[a]:\n<div> 'x'\n",
  ],
  ...[
    "<simulated>",
    "</simulated>",
    "\\<simulated>",
    "markdown run=false whole",
    " run=false",
    "run=false info=%20a",
  ],
];
const text = fc.array(fc.constantFrom(...pieces), {maxLength: 14}).map((parts) => parts.join(""));
const faults: string[] = [
  "\\` ${alert(1)} `",
  "\\` <img src=x onerror=alert(1)> `",
  "# A ` b\n${1+1} ` c",
  "a ` b\n\n${1+1} ` c",
  "- a ` b\n- ${1+1} ` c",
  "> ```js\n> alert(1)\n> ```",
  "- ```js\n  alert(1)\n  ```",
  "1. a\n\n    ```js\n    alert(1)\n    ```",
  "\\<b onclick=alert(1)>b</b>",
  "\\${alert(1)}",
  "```js a='\nalert(1)\n```",
  "```js\ralert(1)\r```",
  "http://a/x<img src=x onerror=alert(1)>",
  "<!--a@b>\n--> <img src=x onerror=alert(1)>",
  "```\nnot closed",
  "`<simulated>` </simulated> `${alert(1)}`",
];

describe("toPageText(text)", () => {
  function holds(source: string) {
    const written = toPageText(source);
    for (const isSimulated of [true, false]) {
      const {cells, html} = shown(simulatedWords(written, isSimulated));
      expect(cells).toBe(0);
      const bare = html.replaceAll("\u2060", "");
      const own = source.replace(/\r\n?/g, "\n");
      if (bare !== asCode(own))
        expect(bare).toBe(withoutColors(plain.render(own)).replaceAll("\u2060", ""));
      expect(html).not.toMatch(/(?:href|src)="\s*javascript:/i);
    }
    expect(fromPageText(written)).toBe(source.replace(/\r\n?/g, "\n"));
  }

  it.each(faults)(
    "lets nothing of it run, shows what the notebook shows, and is undone: %j",
    holds,
  );

  it("does so with any text", () => {
    fc.assert(fc.property(text, holds), {numRuns: 5_000, seed});
  });
});

describe("fromPageText(text)", () => {
  it.each([
    ["A \\<b>second\\</b> text with \\${1 + 1}.", "A <b>second</b> text with ${1 + 1}."],
    ["```js run=false\nalert(1)\n```", "```js\nalert(1)\n```"],
    ["~~~js title=x run=false\na\n~~~", "~~~js title=x\na\n~~~"],
    ["`a <b> ${1}` and\n\n```\n\\<b>\n```", "`a <b> ${1}` and\n\n```\n\\<b>\n```"],
  ])("reads a page that was kept before: %j", (kept, source) => {
    expect(fromPageText(kept)).toBe(source);
  });
});

describe("keptFiles(notebook) of texts of somebody else", () => {
  /** A page of these texts before, between and after two figures. */
  function kept(texts: readonly string[]) {
    const query = (name: string): Cell => ({name, kind: "sql", source: "select 1 as n"});
    const cells = texts.map((source, at): Cell => ({name: `text_${at}`, kind: "text", source}));
    cells.splice(1, 0, query("a"));
    cells.splice(-1, 0, query("b"));
    const answer = [{name: "n", kind: "number", type: "INTEGER", values: [1]}] as const;
    const files = keptFiles(
      {title: "A page", cells},
      {
        name: analysisName("A page"),
        group: "bank",
        answers: new Map([
          ["a", answer],
          ["b", answer],
        ]),
        dropped: new Map(),
      },
    );
    return files["src/bank/a-page.md"]!;
  }
  const cellsOf = (page: string) => read(page).code.map(({node}) => node.input);

  function holds(texts: readonly string[]) {
    const page = kept(texts);
    const own = cellsOf(kept(["a", "b"]));
    expect(own).toHaveLength(5);
    for (const isSimulated of [true, false])
      expect(cellsOf(simulatedWords(page, isSimulated))).toEqual(own);
    const back = pageNotebook(page, () => "-- Columns: n.\nselect 1 as n")!;
    const sources = back.cells.filter(({kind}) => kind === "text").map(({source}) => source);
    expect(sources).toEqual(texts);
    expect(back.cells).toHaveLength(texts.length + 2);
  }

  it.each([
    [["[http://a/${alert(1)}]: x", "[http://a/${alert(1)}]"]],
    [["[b]: x", "[a [b] c](<dest ${alert(1)}>)"]],
    [["````\n${alert(1)}", "````\n${alert(1)}\n````"]],
    [["```\n<!-- cell -->\n```", "````\n```js figure=a cell=c\nalert(1)\n```\n````"]],
    [["```\na\n`````", " ```\n```js figure=a cell=c\n ```", "    code", "a"]],
    [["`<simulated>` `${alert(1)}`", "`</simulated>`", "words"]],
  ])("runs its own cells alone, and gives the texts back: %j", holds);

  it("does so with any texts", () => {
    const texts = fc.array(
      text
        .map((source) => source.replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+|\s+$/g, ""))
        .filter((source) => source.trim() !== "" && !/^#+ (?:The answers|What this)/m.test(source)),
      {minLength: 2, maxLength: 5},
    );
    fc.assert(fc.property(texts, holds), {numRuns: 500, seed});
  });
});
