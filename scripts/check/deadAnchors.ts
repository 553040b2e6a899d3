/**
 * The links to a part of a page that is not there. Known without a browser are the anchors of headings, of HTML and of the
 * fences of figures. What code makes when the page runs is known in part: an anchor that stands as a text in a cell, or in a
 * module that the page imports, may be made of it. Where a cell or a module of the page's own gives an `id` that is a
 * value, as that of a row, no anchor of the page is called dead: `npm run check:site` looks at the drawn page. Modules of
 * `components/` and `lib/` have their ids from those who call them.
 */
import {existsSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {readInput} from "../../loaders/inputFiles.js";
import type {PageProblem} from "../../loaders/pages/cells.js";
import {withSimulatedWords} from "../../loaders/pages/simulatedWords.js";
import {suggestion} from "../../src/lib/nearest.js";
import {type PageLink, pageOf} from "./pageLinks.js";

interface Anchors {
  readonly known: readonly string[];
  /** Whether code may make such an anchor when the page runs. */
  readonly mayMake: (anchor: string) => boolean;
}

/** The links that name a part which their page does not have, with the nearest that it has. */
export function deadAnchors(
  root: string,
  links: readonly PageLink[],
  pages: readonly string[],
): PageProblem[] {
  const anchorsByPage = new Map<string, Anchors>();
  return links.flatMap(({file, line, href, target, anchor}) => {
    const page = pageOf(target, pages);
    if (page === undefined || isEverywhere.test(anchor)) return [];
    const anchors = anchorsByPage.get(page) ?? anchorsOf(root, page);
    anchorsByPage.set(page, anchors);
    if (anchors.known.includes(anchor) || anchors.mayMake(anchor)) return [];
    return [{file, line, message: `dead anchor: ${href}${suggestion(anchor, anchors.known)}`}];
  });
}

/** The top of a page, words that a browser looks for, and what Framework puts around each page. */
const isEverywhere = /^$|^top$|^:~:|^observablehq-/;

function anchorsOf(root: string, page: string): Anchors {
  const md = withSimulatedWords(createMarkdownIt(), () => true);
  const {content} = readFrontMatter(readInput(join(root, page)));
  const context = {code: [], startLine: 0, currentLine: 0, path: `/${page}`};
  const tokens = md.parse(content, context).flatMap((token) => [token, ...(token.children ?? [])]);
  const ofType = (pattern: RegExp) => tokens.filter(({type}) => pattern.test(type));
  const fences = ofType(/^fence$/).map(({info, content}) => ({...parseInfo(info), content}));
  const running = fences.filter(({attributes}) => attributes.run !== "false");
  const html = ofType(/^html_/).map(({content}) => content);
  const texts = [...running, ...ofType(/^placeholder$/)].map(({content}) => content);
  const code = [...texts, ...html].join("\n");
  const modules = new Map<string, string>();
  addModules(modules, root, dirname(page), code);
  const own = [...modules].flatMap(([file, text]) => (isShared.test(file) ? [] : text));
  const isOpen = [code, ...own].some((text) => givesValue.test(text));
  const all = [code, ...modules.values()].join("\n");
  const isWritten = (anchor: string) => ['"', "'", "`"].some((q) => all.includes(q + anchor + q));
  const figures = fences.flatMap(({attributes}) => attributes.figure ?? []);
  const ids = html.flatMap((text) => Array.from(text.matchAll(htmlId), ([, id]) => id!));
  const headings = ofType(/^heading_open$/).flatMap((token) => token.attrGet("id") ?? []);
  const known = [...new Set([...headings, ...ids, ...figures])];
  return {
    known,
    mayMake(anchor) {
      const figure = anchor.replace(foldOfFigure, "");
      return isOpen || isWritten(figure) || (figure !== anchor && known.includes(figure));
    },
  };
}

const htmlId = /\s(?:id|name)=["']?([^"'\s>]+)/g;

/** What `figureActions` puts below a figure. */
const foldOfFigure = /-(?:data|sql)$/;

const isShared = /^(?:components|lib)\//;

/** An `id` that is not written out: `{id}`, `id: row.name`, `id=${name}`; or headings that a cell makes. */
const givesValue =
  /(?<![?&\w-]|\b(?:const|let) )id(?:\s*[,}]|\s*=\s*["']?[^"'`\s>]*\$\{|\s*[:=]\s*(?!["'=>\s]|string\b))|["']id["']|(?<![.\w])md`/;

const imported = /\b(?:from|import)\s*\(?\s*["'](\.{0,2}\/[^"']+)["']/g;

/** Adds the modules that code in a folder of `root` imports, and what these import, by their path from `root`. */
function addModules(
  modules: Map<string, string>,
  root: string,
  folder: string,
  code: string,
): void {
  for (const [, path = ""] of code.matchAll(imported)) {
    const written = path.startsWith("/") ? path.slice(1) : join(folder, path);
    const file = [written.replace(/\.js$/, ".ts"), written].find((file) =>
      existsSync(join(root, file)),
    );
    if (file === undefined || modules.has(file)) continue;
    const text = readInput(join(root, file));
    modules.set(file, text);
    addModules(modules, root, dirname(file), text);
  }
}
