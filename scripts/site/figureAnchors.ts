import {parseInfo} from "@observablehq/framework/dist/info.js";
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";

const figureId = /\bfigure\(\{\s*id:\s*"([\w-]+)"/g;

/**
 * Makes a markdown parser of Framework mark the place of each figure, `data-anchor="its id"`: a figure whose data are
 * loaded when it comes into view is not on the page before, and a link to it would lead nowhere.
 */
export function withFigureAnchors(md: MarkdownParser): MarkdownParser {
  const render = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context, renderer) => {
    const token = tokens[index]!;
    const {tag, attributes} = parseInfo(token.info);
    const isCell = tag === "js" && attributes.run?.toLowerCase() !== "false";
    const ids = isCell ? [...token.content.matchAll(figureId)].map(([, id]) => id) : [];
    const places = ids.map((id) => `<div data-anchor="${id}"></div>\n`).join("");
    return places + render(tokens, index, options, context, renderer);
  };
  return md;
}
