import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {createMarkdownIt, parseMarkdownMetadata} from "@observablehq/framework/dist/markdown.js";
import {parameterNames} from "../../loaders/datasets/pagePaths.js";
import {sourceFiles} from "../../loaders/sourceFiles.js";
import {lastStories, type Story, stories} from "../../src/lib/site/stories.js";
import {sentence} from "../../src/lib/words.js";

export interface Page {
  readonly name: string;
  /** As in the address, for example `/people/budgets`. */
  readonly path: string;
}

export interface PageGroup {
  readonly name: string;
  readonly pages: Page[];
}

/**
 * The sidebar: the pages that stand in `src/`, by group, in the order of `stories` and then of their file names; a page is
 * called by its front matter's `title` or its first heading. A folder that is new is a group of its name. Drafts are
 * left out, pages with brackets in their names, of which there may be many, those that the site `has` not, and groups
 * without a page.
 */
export function navigation(root: string, has: (page: string) => boolean = () => true): PageGroup[] {
  const isKnown = (folder: string) => folder in stories || folder in lastStories;
  const folders = markdownFiles(root).flatMap((file) => file.match(/^[^/]+(?=\/)/)?.[0] ?? []);
  const added = [...new Set(folders)].filter((folder) => !isKnown(folder));
  const groups = [
    ...Object.entries(stories),
    ...added.map((folder) => [folder, storyOf(folder)] as const),
    ...Object.entries(lastStories),
  ];
  return groups
    .map(([folder, {name, pages}]) => ({
      name,
      pages: pagesIn(root, folder, pages).filter(({path}) => has(path.slice(1))),
    }))
    .filter(({pages}) => pages.length > 0);
}

/** A folder that somebody added. */
function storyOf(folder: string): Story {
  return {name: sentence(folder.replaceAll("-", " ")), pages: []};
}

/** A short text that differs where sidebars differ. */
export function navigationVersion(groups: readonly PageGroup[]): string {
  return createHash("sha256").update(JSON.stringify(groups)).digest("hex").slice(0, 16);
}

/** The markdown files of the site, relative to `root`, sorted. */
export function markdownFiles(root: string): string[] {
  return sourceFiles(root).filter((file) => file.endsWith(".md"));
}

function pagesIn(root: string, folder: string, order: readonly string[]): Page[] {
  const md = createMarkdownIt();
  const rank = (file: string) => {
    const at = order.indexOf(file.slice(folder.length + 1, -".md".length));
    return at < 0 ? order.length : at;
  };
  return markdownFiles(root)
    .filter((file) => file.startsWith(`${folder}/`) && parameterNames(file).length === 0)
    .sort((a, b) => rank(a) - rank(b))
    .map((file) => ({
      file,
      ...parseMarkdownMetadata(readFileSync(join(root, file), "utf8"), {path: file, md}),
    }))
    .filter(({data}) => !data.draft)
    .map(({file, title}) => ({
      name: title ?? basename(file, ".md"),
      path: `/${file.slice(0, -".md".length)}`,
    }));
}
