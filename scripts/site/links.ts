import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative} from "node:path";

export interface DeadLink {
  /** The page, relative to the site's folder. */
  readonly file: string;
  readonly href: string;
}

const reference = /<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g;

/**
 * The links of a built site's pages that name no file of the site, which stands below the path `base`: a plain server finds
 * nothing else. Anchors are left to the check in the browser, because figures get theirs only when they are drawn; so are
 * other hosts, which it never asks.
 */
export function findDeadLinks(folder: string, {base = "/"}: {base?: string} = {}): DeadLink[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html"))
    .sort()
    .flatMap((file) => {
      const html = readFileSync(join(folder, file), "utf8").replace(/<script\b[^>]*>[^<]+/g, "");
      const hrefs = new Set(Array.from(html.matchAll(reference), ([, href]) => href!));
      return [...hrefs]
        .filter((href) => isDeadLink({folder, base}, join(folder, file), href))
        .map((href) => ({file, href}));
    });
}

/** Whether a link of a page, given with its path, names no file of the site. */
export function isDeadLink(
  {folder, base}: {folder: string; base: string},
  page: string,
  href: string,
): boolean {
  if (/^(\w+:|\/\/|#)/.test(href)) return false;
  const path = decodeURIComponent(href.replaceAll("&amp;", "&").replace(/[?#].*$/, ""));
  if (path.startsWith("/") && !path.startsWith(base)) return true;
  const target = path.startsWith("/")
    ? join(folder, path.slice(base.length))
    : join(dirname(page), path);
  if (relative(folder, target).startsWith("..")) return true;
  return !existsSync(target) || !statSync(target).isFile();
}
