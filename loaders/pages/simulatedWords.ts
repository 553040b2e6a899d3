/**
 * Words that are true of the simulated bank only stand in pages between `<simulated>` and `</simulated>`: the marks are
 * taken away, and over another bank the words with them.
 */
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";

const marked = /<simulated>([\s\S]*?)<\/simulated>/g;

/** The markdown of a page as it is shown. */
export function simulatedWords(markdown: string, isSimulated: boolean): string {
  return markdown.replace(marked, isSimulated ? "$1" : "");
}

/** A parser of pages that asks, page by page, whether the bank is simulated. */
export function withSimulatedWords(md: MarkdownParser, isSimulated: () => boolean): MarkdownParser {
  md.core.ruler.before("normalize", "simulated-words", (state) => {
    state.src = simulatedWords(state.src, isSimulated());
  });
  return md;
}
