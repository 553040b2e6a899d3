import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";

const markdown = createMarkdownIt();

/**
 * The kinds of the blocks of the page at `path`, which begins with a slash, in their order: `heading paragraph fence`. Where
 * it is another, the n-th part of the page is no longer what it was. Undefined where no file of markdown stands.
 */
export function pageShape(sourceRoot: string, path: string): string | undefined {
  const file = join(sourceRoot, `${path.replace(/\/$/, "/index")}.md`);
  if (!existsSync(file)) return undefined; // a page of many, or one that a plugin makes
  const {content} = readFrontMatter(readFileSync(file, "utf8"));
  return markdown
    .parse(content, {code: [], startLine: 0, currentLine: 0, path})
    .filter(({level, nesting}) => level === 0 && nesting >= 0)
    .map(({type}) => type.replace(/_(open|block)$/, ""))
    .join(" ");
}
