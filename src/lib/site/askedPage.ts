/** Which page a reader means by an address at which there is none. */
import {nearest} from "../nearest.js";
import type {SearchEntry} from "./searchEntries.js";

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
