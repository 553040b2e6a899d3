import {nearest} from "../../lib/nearest.js";
import {pageFile} from "../../lib/site/pageFile.js";
import type {SearchEntry} from "../../lib/site/searchEntries.js";
import {builder} from "../dom.js";
import {siteLink} from "../siteLink.js";
import {searchEntries} from "./searchFiles.js";

/** The root of the site, from the place that this module is served from. */
const root = new URL("../../../", import.meta.url);

/**
 * What a reader asked for whom a server shows its page for what it does not find. An address from before pages had an
 * ending, or with a slash behind it, leads on to the page; any other to the page that is called nearly so.
 */
export function lostPage({document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const {location, fetch} = document.defaultView!;
  const line = html(
    "p",
    {class: "lost", role: "status"},
    `Nothing is at ${decodeURI(location.pathname)}.`,
  );
  void (async () => {
    const path = askedPath(location.pathname, root.pathname);
    if (path === undefined) return;
    const page = new URL(pageFile(path) + location.search + location.hash, root);
    const answer = location.pathname.endsWith(".html")
      ? undefined
      : await fetch(page, {method: "HEAD"});
    if (answer?.ok) return location.replace(page);
    const meant = meantPage(path, await searchEntries());
    if (meant)
      line.append(" Did you mean ", html("a", {href: siteLink(meant.path)}, meant.title), "?");
  })();
  return line;
}

/** The page that an address asks for, from the root of the site; undefined for what is outside of it, or the root itself. */
export function askedPath(pathname: string, root: string): string | undefined {
  if (!pathname.startsWith(root)) return undefined;
  const path = pathname.slice(root.length).replace(/(\/|\.html)$/, "");
  return path === "" ? undefined : path;
}

/** The page whose path, or the last part of it, is nearest; undefined where none is near. */
export function meantPage(path: string, entries: readonly SearchEntry[]): SearchEntry | undefined {
  const pages = entries.filter(({kind, path}) => kind === "page" && path !== "");
  const by = (nameOf: (path: string) => string) => {
    const near = nearest(
      nameOf(path),
      pages.map((page) => nameOf(page.path)),
    );
    return pages.find((page) => nameOf(page.path) === near);
  };
  return by((path) => path) ?? by((path) => path.split("/").at(-1)!);
}
