import type {MarkdownParser, MarkdownToken} from "@observablehq/framework/dist/markdown.js";

/** Of so many pages the headings are kept. */
const mostPages = 100;

/**
 * Makes a markdown parser of Framework keep the anchors that it has given to the headings of a page. It works out each by some
 * thousand regular expressions, 30 ms for a page, and the preview reads an open page anew at each save. Where a page's headings
 * are the same as before, so are their anchors.
 */
export function withKnownAnchors(md: MarkdownParser): MarkdownParser {
  const known = new Map<string, readonly string[]>();
  const {ruler} = md.core;
  ruler.before("anchor", "known anchors", ({tokens}) => {
    const headings = headingsOf(tokens);
    known.get(wordsOf(headings))?.forEach((anchor, at) => {
      headings[at]!.token.attrSet("id", anchor);
    });
  });
  ruler.after("anchor", "anchors to know", ({tokens}) => {
    const headings = headingsOf(tokens);
    const words = wordsOf(headings);
    if (known.has(words)) return;
    if (known.size === mostPages) known.clear();
    const anchors = headings.map(({token}) => token.attrGet("id")!);
    known.set(words, anchors);
  });
  return md;
}

interface Heading {
  readonly token: MarkdownToken;
  readonly words: string;
}

const headingsOf = (tokens: readonly MarkdownToken[]): Heading[] =>
  tokens.flatMap((token, at) =>
    token.type === "heading_open" ? {token, words: textOf(tokens[at + 1]!)} : [],
  );

/** What an anchor is made of. */
const textOf = ({children}: MarkdownToken) =>
  (children ?? [])
    .filter(({type}) => /^(text|code_inline)$/.test(type))
    .map(({content}) => content)
    .join("");

const wordsOf = (headings: readonly Heading[]) => JSON.stringify(headings.map(({words}) => words));
