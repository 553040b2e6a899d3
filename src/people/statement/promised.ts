import {builder} from "../../components/dom.js";
import type {Analysis} from "./analysis.js";

/** What a part of the page will show, until a file with payments or trades is there; then the part itself. */
export function promised(
  analysis: Analysis | null,
  words: string,
  part: (analysis: Analysis) => HTMLElement,
): HTMLElement {
  const hasRows = analysis !== null && analysis.rows.length + analysis.positions.length > 0;
  return hasRows
    ? part(analysis)
    : builder(globalThis.document).html("p", {class: "own-promise"}, words);
}

/** Where the figures of the page are from. */
export const ownSource = "your files, read in this browser";
