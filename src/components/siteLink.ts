import {pageFile} from "../lib/site/pageFile.js";
import {siteHas} from "../lib/site/siteMeta.js";
import {siteRoot} from "../lib/site/siteRoot.js";
import {builder} from "./dom.js";

/** The address of a page by its path from the root of the site. */
export function siteLink(path: string): string {
  return new URL(pageFile(path), siteRoot).href;
}

/** A link to a place of the site, `guide/method#runway`; undefined where the site is without the page. */
export function siteAnchor(
  path: string,
  words: string,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLAnchorElement | undefined {
  if (!siteHas(path.replace(/[?#].*$/, ""), {document})) return undefined;
  return builder(document).html("a", {href: siteLink(path)}, words);
}
