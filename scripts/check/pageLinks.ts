import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {parameterNames} from "../../loaders/datasets/pagePaths.js";
import type {PageProblem} from "../../loaders/pages/cells.js";
import {lostPageFile} from "../../loaders/pages/pageFiles.js";
import {suggestion} from "../../src/lib/nearest.js";

/** A link of a page to another part of the site. */
export interface PageLink {
  readonly file: string;
  readonly line: number;
  readonly href: string;
  /** Where it leads, relative to the site's root, without an ending. */
  readonly target: string;
  /** The part of it that is meant, as an id; empty where none is. */
  readonly anchor: string;
}

const link = /\]\((?<markdown>[^()\s]+)\)|\bhref="(?<html>[^"${}]+)"/g;

/** The links in the text of a page; those to other hosts are left out. */
export function pageLinks(root: string, file: string): PageLink[] {
  let fence: string | undefined;
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines.flatMap((text, at) => {
    const mark = /^ *(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      return [];
    }
    if (fence !== undefined) return [];
    return Array.from(text.replace(/`[^`]*`/g, "").matchAll(link), ({groups}) => groups!)
      .map(({markdown, html}) => markdown ?? html ?? "")
      .filter((href) => !/^(\w+:|\/\/)/.test(href))
      .map((href) => ({
        ...{file, line: at + 1, href},
        ...{target: targetOf(file, href), anchor: anchorOf(href)},
      }));
  });
}

function anchorOf(href: string): string {
  const written = /#(.*)$/.exec(href)?.[1] ?? "";
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // a lone per cent sign
  }
}

function targetOf(file: string, href: string): string {
  const path = href.replace(/[?#].*$/, "");
  if (path === "") return file.replace(/\.md$/, "");
  const target = path.startsWith("/") ? path.slice(1) : join(dirname(file), path);
  return target.replace(/\.(md|html)$/, "").replace(/(^|\/)\.?\/?$/, "$1index");
}

/** The links that lead to neither a page nor a file. */
export function deadPageLinks(
  root: string,
  links: readonly PageLink[],
  pages: readonly string[],
): PageProblem[] {
  const paths = pages.map((file) => file.replace(/\.md$/, ""));
  return links
    .filter(({target}) => !pageOf(target, pages) && !existsSync(join(root, target)))
    .map(({file, line, href, target}) => ({
      file,
      line,
      message: `dead link: ${href}${suggestion(target, paths)}`,
    }));
}

/** The file of the page to which a target leads; of a page for each row of a query, the build knows which there are. */
export function pageOf(target: string, pages: readonly string[]): string | undefined {
  const asked = `${target}.md`;
  if (pages.includes(asked)) return asked;
  return pages.find((page) => parameterNames(page).length > 0 && patternOf(page).test(asked));
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\[\w+\]/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

/** The pages to which no other leads, but for the first, the one for what is not found, and those whose links a cell makes. */
export function lonelyPages(links: readonly PageLink[], pages: readonly string[]): string[] {
  return pages.filter((page) => {
    const path = page.replace(/\.md$/, "");
    if (parameterNames(path).length > 0) return false;
    return (
      path !== "index" &&
      page !== lostPageFile &&
      !links.some(({file, target}) => file !== page && target === path)
    );
  });
}
