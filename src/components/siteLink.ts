import {pageFile} from "../lib/site/pageFile.js";

/** The address of a page by its path from the root of the site, from the place that this module is served from. */
export function siteLink(path: string): string {
  return new URL(`../../${pageFile(path)}`, import.meta.url).href;
}
