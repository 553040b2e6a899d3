import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";
import {expect, it} from "vitest";
import {withFigureAnchors} from "../../scripts/site/figureAnchors.js";

/** What stands for a fenced block, with a parser whose own part is `<cell>`. */
function rendered(info: string, content: string): string {
  const md = withFigureAnchors({
    renderer: {rules: {fence: () => "<cell>"}},
  } as never) as MarkdownParser;
  return md.renderer.rules.fence!(
    [{info, content}] as never,
    0,
    {} as never,
    {} as never,
    {} as never,
  );
}

it("withFigureAnchors(md) marks the place of each figure that a cell draws, and no other block", () => {
  const cell = 'figure({\n  id: "savings-events",\n  rows})';
  expect(rendered("js", cell)).toBe(
    '<div data-anchor="savings-events" data-room="usual"></div>\n<cell>',
  );
  expect(rendered("js", 'display({id: "x"})')).toBe("<cell>");
  expect(rendered("js run=false", cell)).toBe("<cell>");
  expect(rendered("sql", cell)).toBe("<cell>");
});

it("withFigureAnchors(md) tells how high a picture will be, and which cell is a choice", () => {
  expect(rendered("js", 'figure({\n  id: "a",\n  height: 520,\n})')).toContain('data-room="high"');
  expect(rendered("js", "const by = view(segmented({label}));")).toBe(
    '<div data-cell="control"></div>\n<cell>',
  );
});
