/**
 * Pages of a site whose snapshot does not have all legs. What a page makes of single postings is left out of it when it is
 * read, cell by cell, with all that is made of those cells; in the place of a figure, and at the head of the page, stands
 * why. A page all of whose figures are left out is a title and that sentence, to which links to its figures lead.
 */
import {existsSync} from "node:fs";
import {join} from "node:path";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import type {
  MarkdownContext,
  MarkdownParser,
  MarkdownState,
  MarkdownToken,
} from "@observablehq/framework/dist/markdown.js";
import {count} from "../../src/lib/format.js";
import {pageEntries} from "../../src/lib/site/searchEntries.js";
import {findDatasets} from "../datasets/dataset.js";
import {needsLegs} from "../datasets/legsNeeded.js";
import {filledPath} from "../datasets/pagePaths.js";
import {legTables} from "../extracts.js";
import {readInput} from "../inputFiles.js";
import type {Legs} from "../snapshot/legs.js";
import {cellTokens, type PageCell, readCells} from "./cells.js";
import {pageFiles} from "./pageFiles.js";

/** What a page is without. */
interface Missing {
  readonly cells: ReadonlySet<PageCell>;
  /** Of its figures, and of those that are left out. */
  readonly figures: readonly string[];
  readonly missingCount: number;
}

/** Changes a markdown parser of Framework so that it leaves out, of the pages in `root`, what needs the legs that are not there. */
export function withoutLegs(md: MarkdownParser, root: string, legs: Legs): MarkdownParser {
  if (legs === "all") return md;
  const needing = filesOfLegs();
  md.core.ruler.push("without_legs", (state) => {
    const file = fileOf(root, state.env);
    if (file === undefined) return;
    leaveOut(state, readInput(join(root, file)), missingOf(root, file, needing), legs);
  });
  return md;
}

/** The pages in `root` that would be without a figure or a sentence, as the search calls them. */
export function pagesWithoutLegs(root: string): string[] {
  const needing = filesOfLegs();
  return pageFiles(root)
    .filter((file) => missingOf(root, file, needing).cells.size > 0)
    .map((file) => {
      const path = file.slice(0, -".md".length);
      return pageEntries(path, readInput(join(root, file)), () => undefined)[0]!.title;
    });
}

function fileOf(root: string, {path, params = {}}: MarkdownContext): string | undefined {
  const plain = `${path.replace(/^\//, "").replace(/\.md$/, "")}.md`;
  if (existsSync(join(root, plain))) return plain;
  return pageFiles(root).find((file) => filledPath(file, params) === plain);
}

/** What pages call the datasets that are not made without all legs, and their loaders, from the root of the site. */
function filesOfLegs(): ReadonlySet<string> {
  return new Set(
    findDatasets()
      .filter(needsLegs)
      .flatMap(({target, loader}) => [target, loader.replace(/^src\//, "")]),
  );
}

function missingOf(root: string, file: string, needing: ReadonlySet<string>): Missing {
  const legs = new RegExp(`\\bbank\\.(?:${legTables.join("|")})\\b`);
  const {cells} = readCells(root, file);
  const missing = new Set<PageCell>();
  const names = new Set<string>();
  const isMissing = ({files, queries, parts}: PageCell) =>
    files.some((path) => needing.has(path)) ||
    queries.some((sql) => legs.test(sql)) ||
    parts.some(({references}) => references.some((name) => names.has(name)));
  for (let before = -1; missing.size > before; ) {
    before = missing.size;
    for (const cell of cells.filter(isMissing)) {
      missing.add(cell);
      for (const name of cell.names) names.add(name);
    }
  }
  const withFigure = cells.filter(({figure}) => figure !== undefined);
  return {
    cells: missing,
    figures: withFigure.map(({figure}) => figure!),
    missingCount: withFigure.filter((cell) => missing.has(cell)).length,
  };
}

function leaveOut(
  state: MarkdownState,
  text: string,
  {cells, figures, missingCount}: Missing,
  legs: Exclude<Legs, "all">,
): void {
  if (cells.size === 0) return;
  const offset = text
    .slice(0, text.length - readFrontMatter(text).content.length)
    .split("\n").length;
  const lines = new Set([...cells].map(({line}) => line));
  const figureOf = new Map<MarkdownToken, string>();
  const left = new Set<MarkdownToken>();
  for (const {token, line, figure} of cellTokens(state.tokens, text, offset)) {
    if (!lines.has(line)) continue;
    left.add(token);
    if (figure !== undefined) figureOf.set(token, figure);
  }
  const block = (html: string) =>
    Object.assign(new state.Token("html_block", "", 0), {content: `${html}\n`});
  const head = state.tokens.findIndex(({type}) => type === "heading_close") + 1;
  if (figures.length > 0 && missingCount === figures.length) {
    const anchors = figures.map((id) => `<span id="${id}"></span>`).join("");
    const note = noteOf(anchors + whyLeft("page", legs));
    state.tokens = [...state.tokens.slice(0, head), block(note)];
    return;
  }
  const some = `${count(missingCount)} of ${count(figures.length)} figures ${missingCount === 1 ? "is" : "are"}`;
  const what = missingCount === 0 ? "What needs every single posting is" : some;
  const note = block(
    noteOf(`This site was made ${madeWith(legs)}. ${what} left out of this page.`),
  );
  const tokens = [...state.tokens.slice(0, head), note, ...state.tokens.slice(head)];
  const places = (token: MarkdownToken) => {
    const figure = figureOf.get(token);
    return figure === undefined ? [] : [block(figureNote(figure, legs))];
  };
  const isLeft = (token: MarkdownToken | undefined) =>
    token !== undefined && (token.children ?? []).some((child) => left.has(child));
  state.tokens = tokens.flatMap((token, at) => {
    if (left.has(token)) return places(token);
    const isAround =
      (token.nesting === 1 && isLeft(tokens[at + 1])) ||
      (token.nesting === -1 && isLeft(tokens[at - 1]));
    return isAround || isLeft(token) ? [] : [token];
  });
}

/** How a site was made, for its readers: `without single postings`. */
export function madeWith(legs: Exclude<Legs, "all">): string {
  if (legs === "none") return "without single postings";
  return `with the postings of ${legs === 1 ? "one month" : `${count(legs)} months`} alone`;
}

const whyLeft = (what: string, legs: Exclude<Legs, "all">) =>
  `This ${what} needs every single posting, and this site was made ${madeWith(legs)}.`;

const noteOf = (html: string) => `<p class="fallback" role="note">${html}</p>`;

const figureNote = (id: string, legs: Exclude<Legs, "all">) =>
  `<figure class="figure" id="${id}" data-left-out><p class="message">${whyLeft("figure", legs)}</p></figure>`;
