import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, it} from "vitest";
import {withKnownAnchors} from "../../scripts/site/knownAnchors.js";

const page = [
  "# Bank & *customers*",
  "## Déjà vu, `select` and ${1 + 1}",
  "Words.",
  "## Déjà vu, `select` and ${1 + 1}",
  "> ## Inside [a link](https://example.org)",
  "Below\n-----",
  "## ",
].join("\n\n");

const anchorsOf = (md: ReturnType<typeof createMarkdownIt>, text: string) =>
  md
    .parse(text, {code: [], startLine: 0, currentLine: 0, path: "/page"})
    .flatMap((token) => (token.type === "heading_open" ? token.attrGet("id") : []));

describe("withKnownAnchors(md)", () => {
  const plain = createMarkdownIt();
  const knowing = createMarkdownIt({markdownIt: withKnownAnchors});

  it("gives the anchors that Framework gives, the first time and each time after", () => {
    const anchors = anchorsOf(plain, page);
    expect(anchors).toContain("bank-and-customers");
    expect(new Set(anchors).size).toBe(6);
    for (let time = 0; time < 3; time++) expect(anchorsOf(knowing, page)).toEqual(anchors);
  });

  it("sees a heading that has changed, been added or taken away, and what a link's name now means", () => {
    const linked = "# See [here][1]";
    const changed = [
      page.replace("Bank", "House"),
      `${page}\n\n## Bank & customers`,
      page.replace("# Bank & *customers*", ""),
      linked,
      `${linked}\n\n[1]: https://example.org`,
      "# ",
      "no heading",
      "# \n\n# ",
    ];
    for (const text of [...changed, ...changed])
      expect(anchorsOf(knowing, text)).toEqual(anchorsOf(plain, text));
  });

  it("does not work them out again", () => {
    const many = Array.from({length: 200}, (_, at) => `## Heading ${at} of many`).join("\n\n");
    const timed = () => {
      const start = performance.now();
      anchorsOf(knowing, many);
      return performance.now() - start;
    };
    const first = timed();
    expect(Math.min(timed(), timed(), timed())).toBeLessThan(first / 3);
  });

  it("keeps those of a hundred pages, and no more", () => {
    for (let at = 0; at < 250; at++)
      expect(anchorsOf(knowing, `# Page ${at}`)).toEqual([`page-${at}`]);
  });
});
