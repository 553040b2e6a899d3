import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {pageMarkdown} from "./pageMarkdown.js";

const markdown = createMarkdownIt();

/**
 * The kinds of the blocks of the page at `path`, which begins with a slash, in their order: `heading paragraph fence`. Where
 * it is another, the n-th part of the page is no longer what it was. Undefined where no file of markdown stands.
 */
export function pageShape(sourceRoot: string, path: string): string | undefined {
  const source = pageMarkdown(sourceRoot, path);
  if (source === undefined) return undefined;
  const {content} = readFrontMatter(source);
  return markdown
    .parse(content, {code: [], startLine: 0, currentLine: 0, path})
    .filter(({level, nesting}) => level === 0 && nesting >= 0)
    .map(({type}) => type.replace(/_(open|block)$/, ""))
    .join(" ");
}
