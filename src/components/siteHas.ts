import {pagesMeta} from "../lib/site/pagesMeta.js";
import {builder} from "./dom.js";
import {siteLink} from "./siteLink.js";

/** Whether the site has a page, `guide/method`: an edition is without those that are not for its audience. */
export function siteHas(
  page: string,
  {document = globalThis.document}: {readonly document?: Document} = {},
): boolean {
  const pages = document.querySelector<HTMLMetaElement>(`meta[name=${pagesMeta}]`);
  return !pages || pages.content.split(" ").includes(page);
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
