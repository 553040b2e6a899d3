import {readdirSync} from "node:fs";
import type {Environment} from "../../loaders/environment.js";
import {linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {inTurn} from "./inTurn.js";
import {openSite} from "./openSite.js";
import {readingFaults} from "./readings.js";
import {type Visit, visitPage} from "./visit.js";
import {growingDatasets} from "./wholeDatasets.js";

/**
 * Opens the pages of a built site, served below `base`, in Chromium: all, or those of `paths`. The problems of each page
 * are in its visit, among them links and anchors that lead nowhere, measures with two values, and datasets that grow with
 * the bank and are fetched whole; none means that the page is right. What is not opened is taken to have every anchor.
 */
export async function visitSite(
  folder: string,
  {
    base = "/",
    env,
    paths,
    onVisit = () => {},
  }: {
    base?: string;
    env: Environment;
    paths?: readonly string[];
    onVisit?: (visit: Visit) => void;
  },
): Promise<Visit[]> {
  const site = await openSite(folder, {base, env});
  try {
    const all = pagePaths(folder);
    const growing = growingDatasets();
    const visits = await inTurn(paths ?? all, async (path) => {
      const visit = await visitPage(site.browser, site.url, path, growing);
      onVisit(visit);
      return visit;
    });
    return withReadingFaults(withDeadLinks(visits, all, site.url));
  } finally {
    await site.close();
  }
}

/** The pages of a built site as their addresses name them: `` for the first, `people/budgets`. */
export function pagePaths(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .map((file) => file.replace(/(^|(?<=\/))index\.html$|\.html$/, ""))
    .sort();
}

function withDeadLinks(visits: readonly Visit[], pages: readonly string[], site: string): Visit[] {
  const known = [...pages, ...visits.map(({path}) => path)];
  const pathByFile = new Map(known.map((path) => [pageFile(path), path]));
  const idsByPath = new Map(visits.map(({path, ids}) => [path, new Set(ids)]));
  const problemOf = (href: string): string[] => {
    if (!href.startsWith(site)) return [`link outside of the site: ${href}`];
    const {pathname, hash} = new URL(href);
    const file = decodeURIComponent(pathname).slice(new URL(site).pathname.length);
    const path = pathByFile.get(file);
    if (file.startsWith("_file/")) return [];
    if (path === undefined) return [deadLink(file, pages)];
    const ids = idsByPath.get(path);
    if (ids === undefined || hash.startsWith(linkPrefix)) return [];
    const id = decodeURIComponent(hash.slice(1));
    return id === "" || ids.has(id) ? [] : [`dead anchor: ${path}${hash}`];
  };
  return visits.map((visit) => ({
    ...visit,
    problems: [...new Set([...visit.problems, ...visit.links.flatMap(problemOf)])],
  }));
}

function deadLink(file: string, pages: readonly string[]): string {
  const isPage = pages.includes(file) || pages.includes(`${file}/`);
  return `dead link: ${file}${isPage ? ` (name the file: ${pageFile(file)}, or siteLink)` : ""}`;
}

function withReadingFaults(visits: readonly Visit[]): Visit[] {
  const faults = readingFaults(visits.flatMap(({readings}) => readings));
  return visits.map((visit) => ({
    ...visit,
    problems: [
      ...visit.problems,
      ...faults.flatMap(({page, text}) => (page === visit.path ? [text] : [])),
    ],
  }));
}
