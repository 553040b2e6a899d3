import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";
import {expect, it} from "vitest";
import {withFigureAnchors} from "../../scripts/site/figureAnchors.js";

/** What stands for a fenced block, with a parser whose own part is `<cell>`. */
function rendered(info: string): string {
  const md = withFigureAnchors({
    renderer: {rules: {fence: () => "<cell>"}},
  } as never) as MarkdownParser;
  const tokens = [{info, content: "savingsEvents(events)"}];
  return md.renderer.rules.fence!(tokens as never, 0, {} as never, {} as never, {} as never);
}

it("withFigureAnchors(md) marks the place of the figure that a cell names, and how high it will be", () => {
  expect(rendered("js figure=savings-events")).toBe(
    '<div data-anchor="savings-events" data-room="usual"></div>\n<cell>',
  );
  expect(rendered("js figure=savings-events room=high")).toBe(
    '<div data-anchor="savings-events" data-room="high"></div>\n<cell>',
  );
});

it("withFigureAnchors(md) marks a choice of the reader, and no other block", () => {
  expect(rendered("js control")).toBe('<div data-cell="control"></div>\n<cell>');
  expect(rendered("js")).toBe("<cell>");
  expect(rendered("sql figure=rows")).toBe("<cell>");
});
