import {parseInfo} from "@observablehq/framework/dist/info.js";
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";

const figureId = /\bfigure\(\{\s*id:\s*"([\w-]+)"/g;

/**
 * Makes a markdown parser of Framework mark the place of each figure, `data-anchor="its id"`: a figure whose data are
 * loaded when it comes into view is not on the page before, and a link to it would lead nowhere. The mark says
 * about how high the picture will be, and that of a control, `data-cell="control"`, says so: each keeps its own room while it waits.
 */
export function withFigureAnchors(md: MarkdownParser): MarkdownParser {
  const render = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context, renderer) => {
    const token = tokens[index]!;
    const {tag, attributes} = parseInfo(token.info);
    const isCell = tag === "js" && attributes.run?.toLowerCase() !== "false";
    return (isCell ? marks(token.content) : "") + render(tokens, index, options, context, renderer);
  };
  return md;
}

function marks(code: string): string {
  const ids = [...code.matchAll(figureId)].map(([, id]) => id);
  if (ids.length === 0) return /\bview\(/.test(code) ? '<div data-cell="control"></div>\n' : "";
  const height = Number(/^ {2}height: (?:\w+ \? )?(\d+)\b/m.exec(code)?.[1] ?? 340);
  const room = height <= 180 ? "low" : height <= 280 ? "middle" : height <= 400 ? "usual" : "high";
  return ids.map((id) => `<div data-anchor="${id}" data-room="${room}"></div>\n`).join("");
}
