import {parseInfo} from "@observablehq/framework/dist/info.js";
import type {Token} from "markdown-it";
import {partedTexts} from "../../../src/lib/notebook/pageText.js";
import {textMarkdown} from "../../../src/lib/notebook/textMarkdown.js";

/** The live cells of a page of markdown, and the text between them. */
export interface Fence {
  /** `js` or `sql`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly source: string;
}

const markdown = textMarkdown({html: true});
// where blocks begin and end is all that is asked
markdown.core.ruler.enableOnly(["normalize", "block"]);

/**
 * Fences that run, and texts, in their order. What runs nothing, `run=false` and other languages, is text, and so is what
 * stands in a list or a quote.
 */
export function pageFences(page: string): (Fence | string)[] {
  const parts: (Fence | string)[] = [];
  const lines = page.split("\n");
  let from = 0;
  const endText = (to: number) => {
    const text = lines.slice(from, to);
    if (text.some((line) => line.trim() !== "")) parts.push(text.join("\n"));
  };
  for (const token of markdown.parse(page, {})) {
    const fence = liveFence(token);
    const isBetween = token.type === "html_block" && token.content.trim() === partedTexts;
    if (token.level > 0 || !(fence || isBetween)) continue;
    endText(token.map![0]);
    if (fence) parts.push(fence);
    from = token.map![1];
  }
  endText(lines.length);
  return parts;
}

function liveFence({type, info, content}: Token): Fence | undefined {
  if (type !== "fence") return undefined;
  const {tag, attributes} = parseInfo(info);
  if (!["js", "sql"].includes(tag) || attributes.run === "false") return undefined;
  return {tag, attributes, source: content.replace(/\n$/, "")};
}
