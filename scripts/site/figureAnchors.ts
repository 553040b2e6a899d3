import {parseInfo} from "@observablehq/framework/dist/info.js";
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";

type Attributes = ReturnType<typeof parseInfo>["attributes"];

/**
 * Makes a markdown parser of Framework mark the place of each figure. A cell says in its fence what it draws:
 *
 *     ```js figure=savings-shares room=high       a figure, by its id, and about how high it will be
 *     ```js control                               a choice of the reader
 *
 * A figure whose data are loaded when it comes into view is not on the page before, and a link to it would lead nowhere:
 * it leads to the mark, `data-anchor="savings-shares"`. Figures and controls keep their room while they wait
 * (`src/style/loading.css`); a room is low, middle, usual (by default) or high.
 */
export function withFigureAnchors(md: MarkdownParser): MarkdownParser {
  const render = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context, renderer) => {
    const {tag, attributes} = parseInfo(tokens[index]!.info);
    const mark = tag === "js" ? markOf(attributes) : "";
    return mark + render(tokens, index, options, context, renderer);
  };
  return md;
}

function markOf({figure, room = "usual", control}: Attributes): string {
  if (figure !== undefined) return `<div data-anchor="${figure}" data-room="${room}"></div>\n`;
  return control === undefined ? "" : '<div data-cell="control"></div>\n';
}
