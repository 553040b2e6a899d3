import {builder} from "../../components/dom.js";
import type {Analysis} from "./analysis.js";

/** What a part of the page will show, until there are files; then the part itself. */
export function promised(
  analysis: Analysis | null,
  words: string,
  part: (analysis: Analysis) => HTMLElement,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  return analysis ? part(analysis) : builder(document).html("p", {class: "own-promise"}, words);
}

/** Where the figures of the page are from. */
export const ownSource = "your files, read in this browser";
