import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {createMarkdownIt, parseMarkdownMetadata} from "@observablehq/framework/dist/markdown.js";
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

/** The groups of the sidebar by their folder in `src/`, in their order: by who asks. */
const groupNames: Readonly<Record<string, string>> = {
  people: "People",
  companies: "Companies",
  bank: "The bank",
  workbench: "Workbench",
};
/** The last group, below those of folders that somebody added. */
const lastGroup = {guide: "Guide"};

/**
 * The sidebar: the pages that stand in `src/`, by group, in the order of their file names; a page is called
 * by its front matter's `title` or its first heading. A folder that is new is a group of its name. Drafts are left out,
 * and so are groups without a page.
 */
export function navigation(root: string): PageGroup[] {
  const isKnown = (folder: string) => folder in groupNames || folder in lastGroup;
  const folders = markdownFiles(root).flatMap((file) => file.match(/^[^/]+(?=\/)/)?.[0] ?? []);
  const added = [...new Set(folders)].filter((folder) => !isKnown(folder));
  const groups = [
    ...Object.entries(groupNames),
    ...added.map((folder) => [folder, sentence(folder.replaceAll("-", " "))] as const),
    ...Object.entries(lastGroup),
  ];
  return groups
    .map(([folder, name]) => ({name, pages: pagesIn(root, folder)}))
    .filter(({pages}) => pages.length > 0);
}

/** A short text that differs where sidebars differ. */
export function navigationVersion(groups: readonly PageGroup[]): string {
  return createHash("sha256").update(JSON.stringify(groups)).digest("hex").slice(0, 16);
}

/** The markdown files of the site, relative to `root`, sorted. */
export function markdownFiles(root: string): string[] {
  return readdirSync(root, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md") && !file.startsWith(".observablehq/"))
    .sort();
}

function pagesIn(root: string, folder: string): Page[] {
  const md = createMarkdownIt();
  return markdownFiles(root)
    .filter((file) => file.startsWith(`${folder}/`))
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
